package org.hornsten.invitation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.hornsten.identity.Cookies;
import org.hornsten.identity.Sessions;
import org.hornsten.invitation.Destinations.Destination;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.web.Shell;
import org.jboss.resteasy.reactive.RestPath;

/** Opening a personal link. Looking uses nothing up; only pressing the button signs in. */
@Path("/link")
@PermitAll
class LinkPages {
    private static final String COOKIE = "link";
    private static final int TEN_MINUTES = 600;
    private static final String FORM = "[a-z2-7]{26}";

    private final Ledger ledger;
    private final Sessions sessions;
    private final Cookies cookies;
    private final Destinations destinations;
    private final Shell shell;
    private final HttpHeaders headers;

    LinkPages(Ledger ledger, Sessions sessions, Cookies cookies, Destinations destinations, Shell shell,
              @Context HttpHeaders headers) {
        this.ledger = ledger;
        this.sessions = sessions;
        this.cookies = cookies;
        this.destinations = destinations;
        this.shell = shell;
        this.headers = headers;
    }

    @CheckedTemplate(basePath = "invitation")
    record link(PersonalLink link, Destination to) implements TemplateInstance {}

    @CheckedTemplate(basePath = "invitation")
    record useless() implements TemplateInstance {}

    /** To the same page without the token in its address, where no history and no other site gets to see it. */
    @GET
    @Path("{token}")
    public Response open(@RestPath String token) {
        String kept = token.matches(FORM) ? token : "unknown";
        return Response.seeOther(URI.create("/link")).cookie(cookies.make(COOKIE, kept, TEN_MINUTES))
                .header("Referrer-Policy", "no-referrer").build();
    }

    @GET
    public Response show() {
        Optional<PersonalLink> link = carried();
        Optional<Destination> to = link.map(PersonalLink::about).flatMap(destinations::find);
        return to.isPresent() ? html(200, new link(link.get(), to.get())) : html(404, new useless());
    }

    @POST
    @Kept
    public Response enter() {
        Optional<PersonalLink> link = carried();
        Optional<Destination> to = link.map(PersonalLink::about).flatMap(destinations::find);
        return to.isPresent() ? signIn(link.get(), to.get()) : html(404, new useless());
    }

    private Response signIn(PersonalLink link, Destination to) {
        ledger.keep(Optional.of(link.person), link.use());
        return Response.seeOther(URI.create(to.path())).cookie(sessions.opened(link.person))
                .cookie(cookies.make(COOKIE, "", 0)).build();
    }

    private Optional<PersonalLink> carried() {
        return Optional.ofNullable(headers.getCookies().get(cookies.named(COOKIE))).map(Cookie::getValue)
                .filter(token -> token.matches(FORM)).flatMap(PersonalLink::opened);
    }

    private Response html(int status, TemplateInstance page) {
        return Response.status(status).type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.setLocale(shell.language()).render()).build();
    }
}
