package org.hornsten.fee;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.web.Listed;
import org.hornsten.web.Paging;
import org.hornsten.workshop.Registration;
import org.hornsten.workshop.Workshop;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Claims for fees and costs, for other programs. */
@Tag(name = "Fees")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class ClaimApi {
    private final Me me;
    private final Ledger ledger;
    private final FeeNotices notices;
    private final Clock clock;

    ClaimApi(Me me, Ledger ledger, FeeNotices notices, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.notices = notices;
        this.clock = clock;
    }

    /** @param amount in cents */
    @Schema(name = "ClaimedItem")
    record Line(Item.Kind kind, Long amount, String note) {
        Item item() {
            if (kind == null) throw new Refused("items", "fee:kind_missing");
            if (amount == null) throw new Refused("items", "fee:money_missing");
            return Item.cost(kind, Cents.within("items", amount, kind.most), FeeForm.text(note));
        }
    }

    /**
     * @param feeDeclined that no fee is wanted; said by leaving the fee out, too, where anything else is claimed
     * @param registration whose claim staff type in; left out for one's own
     */
    @Schema(name = "ClaimWanted")
    record Wanted(List<Line> items, Boolean feeDeclined, Claim.TaxCard taxCard, String registration) {
        void fill(Claim claim, Terms terms) {
            List<Item> all = new ArrayList<>(items == null ? List.of() : items.stream().map(Line::item).toList());
            all.forEach(terms::check);
            boolean paid = all.stream().anyMatch(Item::isFee);
            if (paid && Boolean.TRUE.equals(feeDeclined)) throw new Refused("feeDeclined", "fee:declined_and_claimed");
            if (all.isEmpty() && !Boolean.TRUE.equals(feeDeclined)) throw new Refused("items", "fee:nothing_claimed");
            claim.fill(all, !paid, paid ? taxCard : null);
        }
    }

    /** @param reason why it was returned or rejected; null for none */
    @Schema(name = "Claim")
    record Told(String id, Ref about, Claim.State state, List<Line> items, long total, boolean feeDeclined,
                Claim.TaxCard taxCard, Instant sentAt, Instant decidedAt, String reason, Integer batch) {
        static Told of(Claim c) {
            return new Told(c.publicId, c.workshop.ref(), c.state, c.items.stream()
                    .map(item -> new Line(item.kind(), item.amount().amount(), item.note())).toList(),
                    c.total.amount(), c.feeDeclined, c.taxCard, c.sentAt, c.decidedAt, c.reason,
                    c.batch == null ? null : c.batch.number);
        }
    }

    /** @param payrollReference what payroll knows the person by; may come later */
    @Schema(name = "ClaimApproval")
    record Approval(Claim.Verdict decision, String reason, String payrollReference) {}

    @POST
    @Path("workshops/{workshop}/claims")
    @Kept
    @Operation(summary = "Claims a fee and costs for a workshop one was at")
    @APIResponseSchema(value = Told.class, responseCode = "201", responseDescription = "Sent to the project's lead")
    public Response claim(@RestPath("workshop") String id, Wanted wanted) {
        if (wanted == null) throw new BadRequestException();
        boolean own = wanted.registration() == null;
        Workshop workshop = own ? Workshop.openTo(me, id) : Workshop.staffedBy(me, id);
        Registration registration = own ? Registration.mine(workshop, me)
                .orElseThrow(() -> new Refused("fee:not_there")) : Registration.of(workshop, wanted.registration());
        Claim claim = Claim.begun(registration, own ? Optional.empty() : me.person(), clock.instant());
        wanted.fill(claim, Terms.of(workshop, Membership.kindOf(workshop.project, claim.person)));
        ledger.keep(me, claim.begun());
        ledger.keep(me, claim.send(clock.instant()));
        return Response.created(URI.create("/api/v1" + claim.path())).entity(Told.of(claim)).build();
    }

    @GET
    @Path("claims/{claim}")
    @Operation(summary = "Reads a claim, one's own or one of a project one leads")
    public Told show(@RestPath("claim") String id) {
        return Told.of(Claim.readBy(me, id));
    }

    @GET
    @Path("projects/{project}/claims")
    @Operation(summary = "Lists the claims of a project one leads, the oldest first")
    public Listed<Told> list(@RestPath("project") String id, @RestQuery("status") Optional<String> state,
                             @BeanParam Paging paging) {
        Project project = Project.ledBy(me, id);
        Optional<Claim.State> one = state.map(word -> ClaimsPages.state(word).orElseThrow(BadRequestException::new));
        Claims.Part part = Claims.of(project, one, paging.from(0), paging.most());
        long total = Claims.sums(project).stream().filter(sum -> one.isEmpty() || one.get() == sum.state())
                .mapToLong(Claims.Sum::count).sum();
        return Listed.page(part.items().stream().map(Told::of).toList(), part.after(), total);
    }

    @POST
    @Path("claims/{claim}/approval")
    @Kept
    @Operation(summary = "Approves, returns or rejects a claim; the latter two with a reason")
    public Told decide(@RestPath("claim") String id, Approval approval) {
        if (approval == null) throw new BadRequestException();
        Claim claim = Claim.ledBy(me, id);
        Person lead = me.known();
        ledger.keep(me, claim.decide(lead, approval.decision(), FeeForm.text(approval.reason()), clock.instant()));
        if (claim.granted() && approval.payrollReference() != null)
            claim.reference(PayrollReference.typed(approval.payrollReference()))
                    .ifPresent(kept -> ledger.keep(me, kept));
        notices.tell(claim);
        return Told.of(claim);
    }
}
