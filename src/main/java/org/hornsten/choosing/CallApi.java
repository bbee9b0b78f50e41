package org.hornsten.choosing;

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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.identity.Me;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Secrets;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.lot.Fit.Gap;
import org.hornsten.panel.AgeGroup;
import org.hornsten.panel.Area;
import org.hornsten.panel.Panel;
import org.hornsten.project.Project;
import org.hornsten.recruitment.Application;
import org.hornsten.recruitment.CallPlan;
import org.hornsten.recruitment.OpenCall;
import org.hornsten.recruitment.Outcome;
import org.hornsten.recruitment.Selection;
import org.hornsten.web.Listed;
import org.hornsten.web.Paging;
import org.jboss.resteasy.reactive.RestPath;

/** Announcing calls, drawing and choosing, for other programs of those who lead. */
@Tag(name = "Calls")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class CallApi {
    private static final int USUAL_AGE = 16;
    private static final int USUAL_DAYS = 30;

    private final Me me;
    private final Ledger ledger;
    private final Secrets secrets;
    private final Outcome outcome;

    CallApi(Me me, Ledger ledger, Secrets secrets, Outcome outcome) {
        this.me = me;
        this.ledger = ledger;
        this.secrets = secrets;
        this.outcome = outcome;
    }

    @Schema(name = "NewCall")
    record Wanted(String panel, Multilingual words, Multilingual rhythm, Multilingual fee, Instant opensAt,
                  Instant closesAt, Integer youngest, Integer oldest, Integer places, Integer reserves,
                  OpenCall.Method method, Boolean asksAreas, Boolean asksWhy, Multilingual source, Integer keepDays) {
        CallPlan plan(Panel to) {
            int usual = to.minimumAge == null ? USUAL_AGE : to.minimumAge;
            int seats = places != null ? places : to.size == null ? 0 : to.size;
            return new CallPlan(words, rhythm, fee, opensAt, closesAt, youngest == null ? usual : youngest, oldest,
                    seats,
                    reserves == null ? 0 : reserves, method, Boolean.TRUE.equals(asksAreas),
                            Boolean.TRUE.equals(asksWhy),
                    source, keepDays == null ? USUAL_DAYS : keepDays);
        }
    }

    @Schema(name = "Call")
    record Told(String id, String panel, OpenCall.State state, OpenCall.Method method, Instant opensAt,
            Instant closesAt,
                int places, int reserves) {
        static Told of(OpenCall call) {
            return new Told(call.publicId, call.panel.publicId, call.state, call.method, call.opensAt, call.closesAt,
                    call.places, call.reserves);
        }
    }

    /** @param could how many who applied and are not chosen have it */
    @Schema(name = "CompositionGap")
    record Lacking(String dimension, String value, int wanted, int have, int lacking, int could) {
        static Lacking of(Gap gap) {
            return new Lacking(gap.trait().dimension().toLowerCase(Locale.ROOT), gap.trait().value(), gap.wanted(),
                    gap.have(), gap.lacking(), gap.could());
        }
    }

    /** Somebody by number and profile; never by name. */
    @Schema(name = "Candidate")
    record Candidate(int number, AgeGroup ageGroup, String municipality, String language, Set<Area> experience,
                     Application.State state, Application.Mark mark) {
        static Candidate of(Application one) {
            return new Candidate(one.number, one.profile().ageGroup(), one.profile().municipality(),
                    one.profile().language(), one.areas(), one.state, one.mark);
        }
    }

    /** @param suggested the numbers the rule would take for the places left */
    @Schema(name = "CallSelection")
    record Sight(List<Lacking> gaps, List<Integer> suggested, List<Candidate> candidates) {
        static Sight of(OpenCall call) {
            Selection selection = Selection.of(call);
            List<Integer> suggested = call.decided() || call.drawn() ? List.of()
                    : selection.suggested().stream().map(one -> one.number).toList();
            return new Sight(selection.gaps().stream().map(Lacking::of).toList(), suggested,
                    selection.all().stream().map(Candidate::of).toList());
        }
    }

    @Schema(name = "Choice")
    record Choice(Set<Integer> chosen, Set<Integer> reserves) {}

    /** @param seed the numbers of the public draw; not asked where the house promised its own */
    @Schema(name = "NewDraw")
    record Draw(String seed) {}

    @GET
    @Path("projects/{project}/calls")
    @Operation(summary = "Lists the calls of a project")
    public Listed<Told> list(@RestPath String project, @BeanParam Paging paging) {
        return Listed.part(OpenCall.of(Project.ledBy(me, project)).stream().map(Told::of).toList(), paging);
    }

    @POST
    @Path("projects/{project}/calls")
    @Kept
    @Operation(summary = "Announces a call to a panel of the project")
    @APIResponseSchema(value = Told.class, responseCode = "201", responseDescription = "Stored")
    public Response announce(@RestPath String project, Wanted body) {
        Project led = Project.ledBy(me, project);
        Wanted wanted = Optional.ofNullable(body).orElseThrow(BadRequestException::new);
        Panel panel = Panel.of(led).stream().filter(one -> one.publicId.equals(wanted.panel())).findFirst()
                .orElseThrow(() -> new Refused("panel", "choosing:panel_missing"));
        OpenCall call = OpenCall.announced(panel, wanted.plan(panel), secrets);
        ledger.keep(me, call.announced());
        return Response.created(URI.create("/api/v1/calls/" + call.publicId)).entity(Told.of(call)).build();
    }

    @GET
    @Path("calls/{call}/selection")
    @Operation(summary = "Tells what the panel lacks, and who applied, by number and profile")
    public Sight sight(@RestPath String call) {
        return Sight.of(OpenCall.ledBy(me, call));
    }

    @POST
    @Path("calls/{call}/selection")
    @Kept
    @Operation(summary = "Chooses by number; those chosen are asked, the others are told")
    public Sight choose(@RestPath String call, Choice body) {
        OpenCall led = OpenCall.ledBy(me, call);
        Choice choice = Optional.ofNullable(body).orElseThrow(BadRequestException::new);
        if (choice.chosen() == null || choice.chosen().isEmpty())
            throw new Refused("chosen", "recruitment:nobody_marked");
        outcome.choose(me.person(), led, choice.chosen(), choice.reserves() == null ? Set.of() : choice.reserves());
        return Sight.of(led);
    }

    @POST
    @Path("calls/{call}/draw")
    @Kept
    @Operation(summary = "Draws once, when the time to apply is over; again, it tells the same")
    public Told draw(@RestPath String call, Draw body) {
        OpenCall led = OpenCall.ledBy(me, call);
        outcome.draw(me, led, body == null ? null : body.seed());
        return Told.of(led);
    }
}
