package org.hornsten.input;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import org.hornsten.identity.Me;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.web.Form;
import org.hornsten.web.Tells.Done;
import org.hornsten.web.Tells;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Reads what young people said before others do, and lets it through or keeps it back. */
@Path("/contributions/{id}/moderation")
@PermitAll
class ModerationPages {
    private final Me me;
    private final Ledger ledger;
    private final Form form;
    private final Clock clock;

    ModerationPages(Me me, Ledger ledger, Form form, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.form = form;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "input")
    record moderate(Contribution said) implements TemplateInstance {}

    public record ModerationForm(@RestForm String what, @RestForm String reason) {
        boolean passes() {
            return "pass".equals(what);
        }
    }

    @GET
    public TemplateInstance show(@RestPath String id) {
        return new moderate(moderated(Contribution.staffedBy(me, id)));
    }

    /** And on to the next that waits to be read. */
    @POST @Kept
    @Tells(Done.SAVED)
    public Response judge(@RestPath String id, @BeanParam ModerationForm typed) {
        Contribution said = moderated(Contribution.staffedToChange(me, id));
        LocalDate today = LocalDate.now(clock);
        try {
            ledger.keep(me, typed.passes() ? said.letThrough(today) : said.keepBack(typed.reason(), today));
        } catch (Refused no) {
            return form.refuse(no).again(new moderate(said));
        }
        return Response.seeOther(URI.create(Contributions.firstHeld(said.project)
                .map(next -> next.path() + "/moderation").orElse(said.path()))).build();
    }

    // There is nothing to moderate in what adults said: the page is not there for it.
    private static Contribution moderated(Contribution said) {
        if (!said.moderation.needed()) throw new Missing();
        return said;
    }
}
