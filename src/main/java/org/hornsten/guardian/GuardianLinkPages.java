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
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.hornsten.identity.Cookies;
import org.hornsten.identity.Me;
import org.hornsten.kit.LinkToken;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.QrCode;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Membership;
import org.hornsten.web.Form;
import org.hornsten.web.Tongue;
import org.jboss.resteasy.reactive.RestPath;

/** The lead makes a guardian's link and sees it once, to be sent or printed; later only what came of it. */
@Path("/projects/{slug}/members/{number}/guardian/link")
@PermitAll
class GuardianLinkPages {
    private static final String COOKIE = "new-guardian-link";
    private static final int TEN_MINUTES = 600;

    private final Me me;
    private final Ledger ledger;
    private final Form form;
    private final Cookies cookies;
    private final Clock clock;
    private final Tongue tongue;
    private final HttpHeaders headers;

    GuardianLinkPages(Me me, Ledger ledger, Form form, Cookies cookies, Clock clock, Tongue tongue,
            @Context HttpHeaders headers) {
        this.me = me;
        this.ledger = ledger;
        this.form = form;
        this.cookies = cookies;
        this.clock = clock;
        this.tongue = tongue;
        this.headers = headers;
    }

    @CheckedTemplate(basePath = "guardian")
    record link(Membership member, Optional<GuardianLink> made, Optional<Sheet> sheet) implements TemplateInstance {}

    /** The link on paper, in the language the young person is written to in. */
    public record Sheet(String address, String language, String initials, QrCode qr, Tongue tongue) {
        public String say(String key, Object... arguments) {
            return tongue.say(language, key, arguments);
        }
    }

    @GET
    public TemplateInstance show(@RestPath String slug, @RestPath String number, @Context UriInfo here) {
        return page(Membership.ledBy(me, slug, number), Optional.of(here));
    }

    /** The token goes on in a cookie, so that no address and no history holds it. */
    @POST
    @Kept
    public Response make(@RestPath String slug, @RestPath String number) {
        Membership member = Membership.ledBy(me, slug, number);
        try {
            GuardianLink.Made made = GuardianLink.forMember(member, LocalDate.now(clock));
            made.events().forEach(event -> ledger.keep(me, event));
            return Response.seeOther(path(member)).cookie(cookies.make(COOKIE, made.token(), TEN_MINUTES)).build();
        } catch (Refused no) {
            return form.refuse(no).again(page(member, Optional.empty()));
        }
    }

    @POST
    @Path("ending")
    @Kept
    public Response end(@RestPath String slug, @RestPath String number) {
        Membership member = Membership.ledBy(me, slug, number);
        ledger.keep(me, GuardianLink.of(member).orElseThrow(Missing::new).end(LocalDate.now(clock)));
        return Response.seeOther(path(member)).build();
    }

    private link page(Membership member, Optional<UriInfo> here) {
        Optional<GuardianLink> made = GuardianLink.of(member);
        return new link(member, made, here.flatMap(where -> fresh(made).map(token -> sheet(member, where, token))));
    }

    /** The token of a link made a moment ago in this browser. */
    private Optional<String> fresh(Optional<GuardianLink> made) {
        return Optional.ofNullable(headers.getCookies().get(cookies.named(COOKIE))).map(Cookie::getValue)
                .filter(LinkToken::possible)
                .filter(token -> GuardianLink.opened(token).equals(made) && made.isPresent());
    }

    private Sheet sheet(Membership member, UriInfo here, String token) {
        String address = here.getBaseUriBuilder().path("guardian").path(token).build().toString();
        return new Sheet(address, Multilingual.plain(member.person.language), member.person.initials(),
                QrCode.of(address), tongue);
    }

    private static URI path(Membership member) {
        return URI.create(member.path() + "/guardian/link");
    }
}
