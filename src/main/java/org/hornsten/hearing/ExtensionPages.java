package org.hornsten.hearing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.hornsten.draft.Draft;
import org.hornsten.identity.Me;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.web.Form;
import org.hornsten.web.Tells;
import org.hornsten.web.Tells.Done;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** More time for a round in which too few answered without a name to be read: once. */
@Path("/drafts/{id}/extension")
@PermitAll
class ExtensionPages {
    private final Me me;
    private final Ledger ledger;
    private final Form form;
    private final Mixer mixer;
    private final Clock clock;

    ExtensionPages(Me me, Ledger ledger, Form form, Mixer mixer, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.form = form;
        this.mixer = mixer;
        this.clock = clock;
    }

    /** @param few whether too few answered; @param may whether there is time left to give */
    @CheckedTemplate(basePath = "hearing")
    record extension(Draft draft, boolean few, boolean may, int k) implements TemplateInstance {}

    /** @param until the last day on which one may answer */
    public record ExtensionForm(@RestForm @NotBlank(message = "until_missing") String until) {
        private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

        Instant end(Clock clock) {
            try {
                return LocalDate.parse(until.strip()).atTime(LAST_MINUTE).atZone(clock.getZone()).toInstant();
            } catch (DateTimeException unreadable) {
                throw new Refused("until", "hearing:until_missing");
            }
        }
    }

    @GET
    public TemplateInstance ask(@RestPath String id) {
        return page(Draft.ledBy(me, id));
    }

    @POST
    @Kept
    @Tells(Done.EXTENDED)
    public Response extend(@RestPath String id, @BeanParam ExtensionForm typed) {
        Draft draft = Draft.ledBy(me, id);
        if (form.refuses(typed)) return form.again(page(draft));
        try {
            ledger.keep(me, mixer.extend(draft, typed.end(clock)));
        } catch (Refused no) {
            return form.refuse(no).again(page(draft));
        }
        return Response.seeOther(URI.create(draft.path())).build();
    }

    private extension page(Draft draft) {
        return draft.newest().map(version -> version.round)
                .map(round -> new extension(draft, mixer.few(round), round.extendable(), round.k))
                .orElseGet(() -> new extension(draft, false, false, 0));
    }
}
