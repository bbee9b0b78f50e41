package org.hornsten.fee;

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
import java.util.Locale;
import java.util.function.Supplier;
import org.hornsten.identity.Me;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Event;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Membership;
import org.hornsten.web.Form;
import org.jboss.resteasy.reactive.RestPath;

/** The own claim: one question on each page, then all answers to look over, then what became of it. */
@Path("/claims/{claim}")
@PermitAll
class ClaimPages {
    private final Me me;
    private final Ledger ledger;
    private final Form form;
    private final Clock clock;

    ClaimPages(Me me, Ledger ledger, Form form, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.form = form;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "fee")
    record claim(Claim claim) implements TemplateInstance {}

    @CheckedTemplate(basePath = "fee")
    record fee(Claim claim, Terms terms, String answer) implements TemplateInstance {}

    @CheckedTemplate(basePath = "fee")
    record travel(Claim claim, Terms terms) implements TemplateInstance {}

    @CheckedTemplate(basePath = "fee")
    record meals(Claim claim, Terms terms) implements TemplateInstance {}

    @CheckedTemplate(basePath = "fee")
    record card(Claim claim) implements TemplateInstance {}

    @CheckedTemplate(basePath = "fee")
    record check(Claim claim) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@RestPath("claim") String id) {
        return new claim(Claim.mine(me, id));
    }

    @GET
    @Path("fee")
    public TemplateInstance askFee(@RestPath("claim") String id) {
        return feePage(Claim.mine(me, id));
    }

    @POST
    @Path("fee")
    @Kept
    public Response fee(@RestPath("claim") String id, @BeanParam FeeForm typed) {
        Claim claim = Claim.mine(me, id);
        return kept(typed, claim, () -> claim.fee(typed.item(terms(claim))), "travel", () -> feePage(claim));
    }

    @GET
    @Path("travel")
    public TemplateInstance askTravel(@RestPath("claim") String id) {
        Claim claim = Claim.mine(me, id);
        return new travel(claim, terms(claim));
    }

    @POST
    @Path("travel")
    @Kept
    public Response travel(@RestPath("claim") String id, @BeanParam TravelForm typed) {
        Claim claim = Claim.mine(me, id);
        return kept(typed, claim, () -> claim.travel(typed.items(terms(claim))), "meals",
                () -> new travel(claim, terms(claim)));
    }

    @GET
    @Path("meals")
    public TemplateInstance askMeals(@RestPath("claim") String id) {
        Claim claim = Claim.mine(me, id);
        return new meals(claim, terms(claim));
    }

    @POST
    @Path("meals")
    @Kept
    public Response meals(@RestPath("claim") String id, @BeanParam MealsForm typed) {
        Claim claim = Claim.mine(me, id);
        return kept(typed, claim, () -> claim.meals(typed.items(terms(claim))),
                claim.feeDeclined ? "check" : "tax-card", () -> new meals(claim, terms(claim)));
    }

    @GET
    @Path("tax-card")
    public TemplateInstance askCard(@RestPath("claim") String id) {
        return new card(Claim.mine(me, id));
    }

    @POST
    @Path("tax-card")
    @Kept
    public Response card(@RestPath("claim") String id, @BeanParam CardForm typed) {
        Claim claim = Claim.mine(me, id);
        return kept(typed, claim, () -> claim.card(typed.said()), "check", () -> new card(claim));
    }

    @GET
    @Path("check")
    public TemplateInstance look(@RestPath("claim") String id) {
        return new check(Claim.mine(me, id));
    }

    /** Sent twice by one tap too many it is sent once. */
    @POST
    @Path("sending")
    @Kept
    public Response send(@RestPath("claim") String id) {
        Claim claim = Claim.mine(me, id);
        if (!claim.changeable()) return to(claim, "");
        try {
            ledger.keep(me, claim.send(clock.instant()));
            return to(claim, "");
        } catch (Refused no) {
            return form.refuse(no).again(new check(claim));
        }
    }

    private Response kept(Object typed, Claim claim, Supplier<Event> answer, String next,
                          Supplier<TemplateInstance> page) {
        if (form.refuses(typed)) return form.again(page.get());
        try {
            ledger.keep(me, answer.get());
            return to(claim, "/" + next);
        } catch (Refused no) {
            return form.refuse(no).again(page.get());
        }
    }

    private fee feePage(Claim claim) {
        return new fee(claim, terms(claim), claim.feeDeclined ? "declined" : claim.fee().map(item ->
                item.task() == null ? "agreed" : item.task().name().toLowerCase(Locale.ROOT)).orElse(""));
    }

    private static Terms terms(Claim claim) {
        return Terms.of(claim.workshop, Membership.kindOf(claim.project, claim.person));
    }

    private static Response to(Claim claim, String page) {
        return Response.seeOther(URI.create(claim.path() + page)).build();
    }
}
