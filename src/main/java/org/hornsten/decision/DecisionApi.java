package org.hornsten.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.identity.Me;
import org.hornsten.kit.Multilingual;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Project;
import org.hornsten.web.Listed;
import org.hornsten.web.Paging;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Decisions and reusable reasons for other programs. */
@Tag(name = "Decisions")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
class DecisionApi {
    private final Me me;
    private final Ledger ledger;
    private final Clock clock;

    DecisionApi(Me me, Ledger ledger, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Schema(name = "NewDecision")
    public record Deciding(List<String> viewpoints, Disposition disposition, Multilingual reason, LocalDate reviewOn,
                           Decision.Action action) {
        Decision.Answer answer() {
            return new Decision.Answer(disposition, reason == null ? Multilingual.none() : reason, reviewOn, action);
        }

        List<String> ids() {
            return viewpoints == null ? List.of() : viewpoints.stream().map(String::valueOf).toList();
        }
    }

    @Schema(name = "RevisedDecision")
    public record Revising(Disposition disposition, Multilingual reason, LocalDate reviewOn, Decision.Action action) {
        Decision.Answer answer() {
            return new Deciding(List.of(), disposition, reason, reviewOn, action).answer();
        }
    }

    @Schema(name = "Confirmation")
    public record Confirming(String viewpoint, String change, String decision) {}

    @Schema(name = "NewPhrase")
    public record Phrasing(Multilingual text) {}

    @Schema(name = "MadeDecision")
    public record Made(String id) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Decision")
    public record Item(String id, Disposition disposition, Multilingual reason, LocalDate reviewOn, Action action,
                       LocalDate decidedOn, String supersedes, LocalDate supersededOn, boolean promised,
                       List<Point> viewpoints, List<Changed> changes) {
        static Item of(Decisions.Row row, List<Answered> answered, List<ChangeLink> changes) {
            Decision d = row.decision();
            return new Item(d.publicId, d.disposition, d.reason, d.reviewOn, Action.of(d), d.decidedOn,
                    d.supersedes == null ? null : d.supersedes.publicId, d.supersededOn, row.promised(),
                    answered.stream().map(a -> new Point(a.viewpoint.publicId, a.viewpoint.exact(),
                            a.viewpoint.contribution.publicId, a.suspect())).toList(),
                    changes.stream().map(link -> new Changed(link.change.publicId, link.change.version.draft.publicId,
                            link.change.version.number, link.change.language, link.change.passage)).toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DecisionAction")
    public record Action(Multilingual text, String responsible, LocalDate dueOn, LocalDate doneOn) {
        static Action of(Decision d) {
            return d.action.isEmpty() ? null : new Action(d.action, d.actionBy, d.actionDueOn, d.actionDoneOn);
        }
    }

    @Schema(name = "AnsweredViewpoint")
    public record Point(String id, String exact, String contribution, boolean suspect) {}

    @Schema(name = "DecisionChange")
    public record Changed(String change, String draft, int version, String language, String passage) {}

    @Schema(name = "Phrase")
    public record PhraseItem(String id, Multilingual text) {}

    @POST @Path("projects/{project}/decisions") @Kept
    @Operation(summary = "Answers viewpoints with one decision and its reason")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponseSchema(value = Made.class, responseCode = "201", responseDescription = "Stored")
    public Response decide(@RestPath String project, Deciding body) {
        Project led = Project.ledBy(me, project);
        if (body == null) throw new BadRequestException();
        Decision decision = Answering.decide(led, me.known(), body.ids(), body.answer(), LocalDate.now(clock));
        ledger.keep(me, decision.decided());
        return made(decision);
    }

    @GET @Path("projects/{project}/decisions")
    @Operation(summary = "Lists the decisions of a project with the viewpoints they answer and the changes they led to")
    public Listed<Item> list(@RestPath String project, @RestQuery Optional<String> disposition,
                           @RestQuery Optional<String> part, @BeanParam Paging paging) {
        Project staffed = Project.staffedBy(me, project);
        List<Decisions.Row> rows = Decisions.in(staffed, DecisionsPages.word(Disposition.class, disposition),
                DecisionsPages.word(Decisions.Part.class, part));
        int from = paging.after() == null ? 0 : position(rows, paging.after());
        List<Decisions.Row> page = rows.subList(from, Math.min(rows.size(), from + paging.exactly()));
        boolean more = from + page.size() < rows.size();
        return Listed.page(items(page), more ? Optional.of(page.get(page.size() - 1).decision().publicId)
                : Optional.empty(), rows.size());
    }

    @GET @Path("decisions/{decision}")
    @Operation(summary = "Reads a decision")
    public Item one(@RestPath String decision) {
        Decision staffed = Decision.staffedBy(me, decision);
        List<Answered> answered = Answered.by(List.of(staffed));
        List<ChangeLink> changes = ChangeLink.of(List.of(staffed));
        return Item.of(new Decisions.Row(staffed, answered.size(), changes.size()), answered, changes);
    }

    @POST @Path("decisions/{decision}/revision") @Kept
    @Operation(summary = "Puts a new decision in the place of one")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponseSchema(value = Made.class, responseCode = "201", responseDescription = "Stored")
    public Response revise(@RestPath String decision, Revising body) {
        Decision led = Decision.ledBy(me, decision);
        if (body == null) throw new BadRequestException();
        Decision next = led.revise(me.known(), body.answer(), LocalDate.now(clock));
        ledger.keep(me, next.revised());
        return made(next);
    }

    @POST @Path("decisions/{decision}/completion") @Kept
    @Operation(summary = "Notes that the promised action is done")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponse(responseCode = "422", ref = "Refused")
    @APIResponseSchema(value = Item.class, responseCode = "200", responseDescription = "Done")
    public Item finish(@RestPath String decision) {
        Decision led = Decision.ledBy(me, decision);
        ledger.keep(me, led.finish(LocalDate.now(clock)));
        return one(decision);
    }

    /** Says that a suspect answer ({@code viewpoint}) or a suspect change ({@code change, decision}) is right. */
    @POST @Path("projects/{project}/confirmations") @Kept
    @Operation(summary = "Says that an answer or a change that was in doubt is right")
    @APIResponse(responseCode = "204", description = "Done")
    public Response confirm(@RestPath String project, Confirming body) {
        Project led = Project.ledBy(me, project);
        if (body == null) throw new BadRequestException();
        ledger.keep(me, DecisionsPages.confirmed(led, body.viewpoint(), body.change(), body.decision()));
        return Response.noContent().build();
    }

    @GET @Path("projects/{project}/phrases")
    @Operation(summary = "Lists the reasons kept for using again")
    public Listed<PhraseItem> phrases(@RestPath String project) {
        List<PhraseItem> items = Phrase.of(Project.staffedBy(me, project)).stream()
                .map(phrase -> new PhraseItem(phrase.publicId, phrase.text)).toList();
        return Listed.all(items);
    }

    @POST @Path("projects/{project}/phrases") @Kept
    @Operation(summary = "Keeps a reason for using again")
    @APIResponseSchema(value = PhraseItem.class, responseCode = "201", responseDescription = "Stored")
    public Response phrase(@RestPath String project, Phrasing body) {
        Project led = Project.ledBy(me, project);
        Phrase phrase = Phrase.kept(led, body == null || body.text() == null ? Multilingual.none() : body.text());
        ledger.keep(me, new DecisionEvent.Phrased(led.ref(), phrase.ref()));
        return Response.created(URI.create("/api/v1/projects/" + led.slug + "/phrases"))
                .entity(new PhraseItem(phrase.publicId, phrase.text)).build();
    }

    private static int position(List<Decisions.Row> rows, String after) {
        return IntStream.range(0, rows.size()).filter(i -> rows.get(i).decision().publicId.equals(after)).findFirst()
                .orElseThrow(BadRequestException::new) + 1;
    }

    // Two statements for all of them.
    private static List<Item> items(List<Decisions.Row> rows) {
        List<Decision> decisions = rows.stream().map(Decisions.Row::decision).toList();
        Map<Decision, List<Answered>> answered = Answered.by(decisions).stream()
                .collect(Collectors.groupingBy(a -> a.decision));
        Map<Decision, List<ChangeLink>> changes = decisions.isEmpty() ? Map.of()
                : ChangeLink.of(decisions).stream().collect(Collectors.groupingBy(link -> link.decision));
        return rows.stream().map(row -> Item.of(row, answered.getOrDefault(row.decision(), List.of()),
                changes.getOrDefault(row.decision(), List.of()))).toList();
    }

    private static Response made(Decision decision) {
        return Response.created(URI.create("/api/v1/decisions/" + decision.publicId))
                .entity(new Made(decision.publicId)).build();
    }
}
