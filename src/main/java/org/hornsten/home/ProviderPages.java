package org.hornsten.home;

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
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hornsten.identity.Badge;
import org.hornsten.identity.Cookies;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.identity.ProviderAway;
import org.hornsten.identity.Role;
import org.hornsten.identity.Sessions;
import org.hornsten.identity.SignOut;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Ref;
import org.hornsten.kit.SignInNeeded;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.web.Back;
import org.hornsten.web.Shell;
import org.jboss.resteasy.reactive.RestQuery;

/** The door between the organisation's provider and the house: it says who somebody is, the house lets them in. */
@Path("/sign-in/start")
@PermitAll
class ProviderPages {
    private static final String BACK = "back";
    private static final String ASKED = "factor";
    private static final int TEN_MINUTES = 600;

    private final Me me;
    private final Ledger ledger;
    private final Provider at;
    private final Sessions sessions;
    private final Cookies cookies;
    private final Shell shell;
    private final boolean provider;

    ProviderPages(Me me, Ledger ledger, Provider at, Sessions sessions, Cookies cookies, Shell shell,
                  @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean provider) {
        this.me = me;
        this.ledger = ledger;
        this.at = at;
        this.sessions = sessions;
        this.cookies = cookies;
        this.shell = shell;
        this.provider = provider;
    }

    @CheckedTemplate(basePath = "home")
    record arrival(String name, String task, String userName) implements TemplateInstance {}

    @CheckedTemplate(basePath = "home")
    record away() implements TemplateInstance {}

    @CheckedTemplate(basePath = "home")
    record factor(String name) implements TemplateInstance {}

    @CheckedTemplate(basePath = "home")
    record interrupted() implements TemplateInstance {}

    @CheckedTemplate(basePath = "home")
    record unknown(String name, boolean blocked) implements TemplateInstance {}

    /** Leads to the provider, and is where the provider leads back to. */
    @GET
    public Response start(@RestQuery Optional<String> back, @RestQuery Optional<String> state,
                          @Context HttpHeaders headers) {
        if (!provider) throw new Missing();
        if (state.isPresent()) return shell.page(Response.Status.BAD_REQUEST, new interrupted());
        Optional<Badge> shown = me.badge();
        // who is blocked is told so, though the stay ended with it
        return shown.filter(badge -> Person.blocked(badge) || !SignOut.ended(badge)).isPresent()
                ? atDoor(shown.get(), back, headers)
                : toProvider(back.map(Back::to).orElse(URI.create("/")), shown.isPresent());
    }

    /** The first time, or with another task: the person is told what is written down, and presses the button. */
    @POST
    @Kept
    public Response arrive(@Context HttpHeaders headers) {
        if (!provider) throw new Missing();
        Badge badge = me.badge().filter(shown -> shown.proven() && !SignOut.ended(shown))
                .orElseThrow(SignInNeeded::new);
        Person person = Person.arriving(badge, shell.language());
        ledger.keep(Optional.of(person), new HomeEvent.Arrived(new Ref("person", person.publicId), person.role));
        return welcome(Optional.empty(), headers);
    }

    private Response atDoor(Badge badge, Optional<String> back, HttpHeaders headers) {
        if (!badge.proven()) return headers.getCookies().containsKey(cookies.named(ASKED))
                ? shell.page(Response.Status.FORBIDDEN, new factor(badge.name())) : forFactor();
        if (!Person.welcomes(badge))
            return shell.page(Response.Status.FORBIDDEN, new unknown(badge.userName(), Person.blocked(badge)));
        String task = task(badge.role().orElseThrow());
        return Person.writtenAs(badge) ? welcome(back, headers)
                : shell.page(Response.Status.OK, new arrival(badge.name(), task, badge.userName()));
    }

    /** @param anew whether the provider asks for the password also of who is still signed in there */
    private Response toProvider(URI back, boolean anew) {
        try {
            return leading(back, anew);
        } catch (ProviderAway nobodyThere) {
            return shell.page(Response.Status.SERVICE_UNAVAILABLE, new away());
        }
    }

    private Response leading(URI back, boolean anew) {
        URI address = at.signIn(shell.language(), false);
        return Response.status(Response.Status.FOUND)
                .location(anew ? UriBuilder.fromUri(address).queryParam("prompt", "login").build() : address)
                .cookie(cookies.make(BACK, back.toString(), TEN_MINUTES), cookies.make(ASKED, "", 0)).build();
    }

    /** Once more, for what was missing; who comes back without it again is told so. */
    private Response forFactor() {
        return Response.status(Response.Status.FOUND).location(at.signIn(shell.language(), true))
                .cookie(cookies.make(ASKED, "yes", TEN_MINUTES)).build();
    }

    /** To where the person says they came from now, or said before they were led to the provider. */
    private Response welcome(Optional<String> asked, HttpHeaders headers) {
        String back = asked.or(() -> Optional.ofNullable(headers.getCookies().get(cookies.named(BACK)))
                .map(Cookie::getValue)).orElse("/");
        return Response.seeOther(Back.to(back)).cookie(sessions.closed(), cookies.make(BACK, "", 0),
                cookies.make(ASKED, "", 0)).build();
    }

    private String task(Role role) {
        return shell.say(switch (role) {
            case ADMINISTRATOR -> "home:task_administrator";
            case LEAD -> "home:task_lead";
            case FACILITATOR -> "home:task_facilitator";
            case UNIT_OWNER -> "home:task_unit_owner";
            case PARTICIPANT -> "home:task_council";
        });
    }
}
