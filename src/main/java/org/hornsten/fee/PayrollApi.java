package org.hornsten.fee;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.identity.Me;
import org.hornsten.identity.PersonKind;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Project;
import org.hornsten.web.Listed;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What a project pays for and its lists for payroll, for other programs. */
@Tag(name = "Fees")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class PayrollApi {
    private final Me me;
    private final Ledger ledger;
    private final FeeNotices notices;
    private final Clock clock;

    PayrollApi(Me me, Ledger ledger, FeeNotices notices, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.notices = notices;
        this.clock = clock;
    }

    /** @param amount in cents for each hour, occasion, kilometre or meal; 0 ends what was agreed before */
    @Schema(name = "FeeRule")
    record Rule(Task task, FeeRule.Per per, Long amount, List<PersonKind> kinds, LocalDate validFrom) {
        FeeRule.Wanted wanted() {
            Cents cents = amount == null || amount == 0 ? Cents.NOTHING
                    : Cents.within("amount", amount, FeeRule.Per.OCCASION.most);
            return new FeeRule.Wanted(task, per, cents, kinds == null ? List.of() : kinds, validFrom);
        }

        static Rule of(FeeRule rule) {
            return new Rule(rule.task, rule.per, rule.cents.amount(), List.copyOf(rule.kindSet()), rule.validFrom);
        }
    }

    /** @param total in cents */
    @Schema(name = "PayrollList")
    record Batch(int number, int claims, long total, Instant madeAt, Instant paidAt) {
        static Batch of(PayrollBatch batch) {
            return new Batch(batch.number, batch.claims, batch.total.amount(), batch.madeAt, batch.paidAt);
        }
    }

    @GET
    @Path("projects/{project}/fee-rules")
    @Operation(summary = "Lists what a project one leads has agreed to pay, the newest first")
    public Listed<Rule> rules(@RestPath("project") String id) {
        return Listed.all(FeeRule.of(Project.ledBy(me, id)).stream().map(Rule::of).toList());
    }

    @POST
    @Path("projects/{project}/fee-rules")
    @Kept
    @Operation(summary = "Agrees on what is paid, to whom, from which day on")
    @APIResponseSchema(value = Rule.class, responseCode = "201", responseDescription = "Agreed")
    public Response agree(@RestPath("project") String id, Rule wanted) {
        Project project = Project.ledBy(me, id);
        if (wanted == null) throw new BadRequestException();
        FeeRule rule = FeeRule.agreed(project, wanted.wanted(), me.known(), LocalDate.now(clock));
        ledger.keep(me, rule.event());
        return Response.status(Response.Status.CREATED).entity(Rule.of(rule)).build();
    }

    @GET
    @Path("projects/{project}/payroll")
    @Produces("text/csv")
    @Operation(summary = "Fetches a list for payroll: one that was made, or what the next one would hold")
    @APIResponse(responseCode = "200", description = "A line for each item; amounts are whole cents of euro",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Response fetch(@RestPath("project") String id, @RestQuery String format, @RestQuery Optional<String> batch) {
        Project project = Project.ledBy(me, id);
        if (format != null && !format.equals("csv")) throw new BadRequestException();
        return batch.isEmpty() ? PayrollTable.file("payroll.csv", PayrollTable.ready(project))
                : PayrollTable.file("payroll-" + batch.get() + ".csv", PayrollBatch.of(project, batch.get())
                .claimList());
    }

    @POST
    @Path("projects/{project}/payroll")
    @Kept
    @Operation(summary = "Makes the next list for payroll of all approved claims that have a reference")
    @APIResponseSchema(value = Batch.class, responseCode = "201", responseDescription = "Made; its claims are in no other")
    @APIResponse(responseCode = "422", ref = "Refused")
    public Response make(@RestPath("project") String id) {
        Project project = Project.ledBy(me, id);
        PayrollBatch batch = PayrollBatch.made(project, me.known(), clock.instant());
        ledger.keep(me, batch.event());
        return Response.created(URI.create("/api/v1" + project.path() + "/payroll?format=csv&batch=" + batch.number))
                .entity(Batch.of(batch)).build();
    }

    @POST
    @Path("projects/{project}/payroll/{list}/paid")
    @Kept
    @Operation(summary = "Tells that a list for payroll is paid; its people are told")
    @APIResponse(responseCode = "204", description = "Paid")
    public Response paid(@RestPath("project") String id, @RestPath("list") String number) {
        PayrollBatch batch = PayrollBatch.of(Project.ledBy(me, id), number);
        batch.paid(clock.instant()).ifPresent(event -> {
            ledger.keep(me, event);
            batch.claimList().forEach(notices::tell);
        });
        return Response.noContent().build();
    }
}
