package org.hornsten.guardian;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.hornsten.guardian.GuardianLink.Answer;
import org.hornsten.identity.Cookies;
import org.hornsten.kit.LinkToken;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.web.Shell;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** A guardian reads what it is about, and says yes or no. Looking uses nothing up; nobody is signed in by it. */
@Path("/guardian")
@PermitAll
class GuardianPages {
    private static final String COOKIE = "guardian";
    /** Time to read the page in peace; then the link is opened again. */
    private static final int HALF_AN_HOUR = 1800;

    private final Ledger ledger;
    private final Cookies cookies;
    private final Shell shell;
    private final Clock clock;
    private final HttpHeaders headers;

    GuardianPages(Ledger ledger, Cookies cookies, Shell shell, Clock clock, @Context HttpHeaders headers) {
        this.ledger = ledger;
        this.cookies = cookies;
        this.shell = shell;
        this.clock = clock;
        this.headers = headers;
    }

    @CheckedTemplate(basePath = "guardian")
    record ask(GuardianLink link, String initials) implements TemplateInstance {}

    @CheckedTemplate(basePath = "guardian")
    record useless() implements TemplateInstance {}

    /** To the same page without the token in its address, where no history and no other site gets to see it. */
    @GET
    @Path("{token}")
    public Response open(@RestPath String token) {
        return Response.seeOther(URI.create("/guardian"))
                .cookie(cookies.make(COOKIE, LinkToken.possible(token) ? token : "unknown", HALF_AN_HOUR))
                .header("Referrer-Policy", "no-referrer").build();
    }

    @GET
    public Response show() {
        return carried().map(link -> shell.page(Response.Status.OK, new ask(link, link.member.person.initials())))
                .orElseGet(this::useless);
    }

    @POST
    @Kept
    public Response reply(@RestForm Optional<String> answer) {
        Optional<GuardianLink> link = carried();
        try {
            return link.isPresent() ? replied(link.get(), answer.orElse("")) : useless();
        } catch (Missing | Refused endedOrGrownUpMeanwhile) {
            return useless();
        }
    }

    // Whatever is not a clear yes or no says nothing.
    private Response replied(GuardianLink link, String typed) {
        for (Answer said : Answer.values()) if (said.name().equalsIgnoreCase(typed))
            link.reply(said, LocalDate.now(clock)).forEach(event -> ledger.keep(Optional.empty(), event));
        return Response.seeOther(URI.create("/guardian")).build();
    }

    private Optional<GuardianLink> carried() {
        return Optional.ofNullable(headers.getCookies().get(cookies.named(COOKIE))).map(Cookie::getValue)
                .filter(LinkToken::possible).flatMap(GuardianLink::opened);
    }

    private Response useless() {
        return shell.page(Response.Status.NOT_FOUND, new useless());
    }
}
