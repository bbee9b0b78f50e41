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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Cookies;
import org.hornsten.identity.Me;
import org.hornsten.kit.Missing;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.link.Codes;
import org.hornsten.link.LinkPages;
import org.hornsten.link.PersonalLink;
import org.hornsten.project.Membership;
import org.hornsten.project.Naming;
import org.hornsten.project.Project;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Making a personal link, showing it once to be handed out, and ending it. */
@Path("/projects/{slug}/people/links")
@PermitAll
class HandOutPages {
    private static final String COOKIE = "new-link";
    private static final int TEN_MINUTES = 600;

    private final Me me;
    private final Ledger ledger;
    private final Invitations invitations;
    private final Codes codes;
    private final Cookies cookies;
    private final Clock clock;
    private final HttpHeaders headers;

    HandOutPages(Me me, Ledger ledger, Invitations invitations, Codes codes, Cookies cookies, Clock clock,
                 @Context HttpHeaders headers) {
        this.me = me;
        this.ledger = ledger;
        this.invitations = invitations;
        this.codes = codes;
        this.cookies = cookies;
        this.clock = clock;
        this.headers = headers;
    }

    @CheckedTemplate(basePath = "invitation")
    record once(Project project, String name, String address, String code) implements TemplateInstance {}

    /**
     * For the member with this number, with a code to be read out on the telephone. Both go on in a cookie, so that no
     * address and no history holds them.
     */
    @POST
    @Kept
    public Response make(@RestPath String slug, @RestForm Optional<String> member) {
        Project project = Project.ledBy(me, slug);
        Membership meant = Membership.of(project).stream().filter(m -> ("" + m.number).equals(member.orElse("")))
                .findFirst().orElseThrow(Missing::new);
        Codes.Drawn drawn = codes.draw();
        PersonalLink.Made made = PersonalLink.forPerson(project, meant.person, project.ref(), null,
                LocalDate.now(clock));
        made.link().opensBy(drawn);
        made.events().forEach(event -> ledger.keep(me, event));
        invitations.keep(project, me.known(), project.ref(), null, Invitation.Channel.HANDED_OUT,
                List.of(made.link()));
        return Response.seeOther(URI.create(project.path() + "/people/links"))
                .cookie(cookies.make(COOKIE, made.token() + "." + drawn.code(), TEN_MINUTES)).build();
    }

    @GET
    public Object show(@RestPath String slug, @Context UriInfo here) {
        Project project = Project.ledBy(me, slug);
        String[] shown = Optional.ofNullable(headers.getCookies().get(cookies.named(COOKIE))).map(Cookie::getValue)
                .orElse(".").split("\\.", 2);
        Optional<PersonalLink> link = PersonalLink.opened(shown[0]).filter(l -> l.project.equals(project));
        return link.isPresent() && shown.length == 2
                ? new once(project, Naming.of(me, clock.instant()).name(link.get().person).orElse(""),
                        LinkPages.address(here, shown[0]), shown[1])
                : Response.seeOther(URI.create(project.path() + "/people")).build();
    }

    @POST
    @Path("{link}/ending")
    @Kept
    public Response end(@RestPath String slug, @RestPath("link") String id) {
        Project project = Project.ledBy(me, slug);
        PersonalLink link = PersonalLink.of(project, id).orElseThrow(Missing::new);
        // what came by mail opens the same project: who is to be kept out is kept out by all of them
        PersonalLink.of(project, link.person).forEach(one -> ledger.keep(me, one.end(LocalDate.now(clock))));
        return Response.seeOther(URI.create(project.path() + "/people")).build();
    }
}
