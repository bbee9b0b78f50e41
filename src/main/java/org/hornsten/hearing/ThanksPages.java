package org.hornsten.hearing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Version;
import org.hornsten.identity.Cookies;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Contribution;
import org.hornsten.input.Receipts;
import org.hornsten.project.Membership;

/** What one sees when the words are stored: the receipt, how to keep it, and what happens next. */
@Path("/thanks")
@PermitAll
class ThanksPages {
    static final String COOKIE = "hornsten-thanks";
    /** Seconds; the code itself is never in an address. */
    static final int LIFE = 600;

    private final Receipts receipts;
    private final Unmixed unmixed;
    private final Cookies cookies;

    ThanksPages(Receipts receipts, Unmixed unmixed, Cookies cookies) {
        this.receipts = receipts;
        this.unmixed = unmixed;
        this.cookies = cookies;
    }

    /**
     * @param held    whether staff read it before others do
     * @param told    the key of what was promised
     * @param version that it was said about, with its round
     */
    @CheckedTemplate(basePath = "hearing")
    record thanks(String code, String told, boolean held, Draft draft, Version version) implements TemplateInstance {}

    @GET
    public Response thanks(@Context HttpHeaders headers) {
        return code(headers).flatMap(this::page).map(page -> Response.ok(page).build())
                .orElseGet(() -> Response.seeOther(URI.create("/r")).build());
    }

    private Optional<TemplateInstance> page(String code) {
        return receipts.opened(code).map(said -> page(code, said)).or(() -> unmixed.opened(code).map(found ->
                new thanks(code, found.round().told(Anonymity.ANONYMOUS),
                        Membership.youngIn(found.round().version.draft.project), found.round().version.draft,
                        found.round().version)));
    }

    private static TemplateInstance page(String code, Contribution said) {
        Draft draft = Draft.<Draft>find("from Draft d join fetch d.project where d.publicId = ?1", said.aboutId)
                .firstResultOptional().orElseThrow();
        return new thanks(code, said.told(), said.moderation.waits(), draft,
                Version.of(draft, said.version).orElseThrow());
    }

    private Optional<String> code(HttpHeaders headers) {
        return Optional.ofNullable(headers.getCookies().get(cookies.named(COOKIE))).map(cookie -> cookie.getValue())
                .filter(once -> !once.isBlank()).map(receipts::code);
    }
}
