package org.hornsten.decision;

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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Untraced;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Membership;
import org.hornsten.web.Form;
import org.hornsten.web.Tells.Done;
import org.hornsten.web.Tells;
import org.jboss.resteasy.reactive.RestPath;

/** One decision: what it answers, what it changed, and what takes its place. */
@Path("/decisions/{id}")
@PermitAll
class DecisionPages {
    private final Me me;
    private final Ledger ledger;
    private final Form form;
    private final Clock clock;

    DecisionPages(Me me, Ledger ledger, Form form, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.form = form;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "decision")
    record one(Decision decision, Around around, AnswerForm typed, LocalDate today) implements TemplateInstance {}

    /** All that hangs on a decision. */
    public record Around(boolean lead, List<Answered> answered, List<ChangeLink> changes, Optional<Decision> next,
                         List<Disposition> dispositions, List<Phrase> phrases) {}

    @GET
    public TemplateInstance show(@RestPath String id) {
        Decision decision = Decision.staffedBy(me, id);
        return page(decision, AnswerForm.of(decision));
    }

    @POST @Path("/revision") @Kept
    @Tells(Done.SAVED)
    public Response revise(@RestPath String id, @BeanParam AnswerForm typed) {
        Decision decision = Decision.ledBy(me, id);
        try {
            Decision next = decision.revise(me.known(), typed.answer(), LocalDate.now(clock));
            ledger.keep(me, next.revised());
            return Response.seeOther(URI.create(next.path())).build();
        } catch (Refused no) {
            return form.refuse(no).again(page(decision, typed));
        }
    }

    @POST @Path("/phrasing") @Untraced("fills in a form and keeps nothing")
    public Response phrase(@RestPath String id, @BeanParam AnswerForm typed) {
        Decision decision = Decision.ledBy(me, id);
        return Response.ok(page(decision, Phrase.of(decision.project, Optional.ofNullable(typed.phrase()).orElse(""))
                .map(phrase -> typed.with(phrase.text)).orElse(typed))).build();
    }

    @POST @Path("/completion") @Kept
    public Response finish(@RestPath String id) {
        Decision decision = Decision.ledBy(me, id);
        ledger.keep(me, decision.finish(LocalDate.now(clock)));
        return Response.seeOther(URI.create(decision.path())).build();
    }

    private one page(Decision decision, AnswerForm typed) {
        boolean lead = decision.project.membershipOf(me).filter(m -> m.role == Membership.Role.LEAD).isPresent();
        return new one(decision, new Around(lead, Answered.by(List.of(decision)), ChangeLink.of(List.of(decision)),
                decision.next(), Arrays.asList(Disposition.values()), Phrase.of(decision.project)), typed,
                LocalDate.now(clock));
    }
}
