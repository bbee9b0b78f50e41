package org.hornsten.planning;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.attendance.Invited;
import org.hornsten.calendar.Calendars;
import org.hornsten.calendar.Tidings;
import org.hornsten.draft.Draft;
import org.hornsten.identity.Me;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Project;
import org.hornsten.web.Listed;
import org.hornsten.web.Paging;
import org.hornsten.web.Shell;
import org.hornsten.workshop.Accessibility;
import org.hornsten.workshop.Material;
import org.hornsten.workshop.Plan;
import org.hornsten.workshop.Step;
import org.hornsten.workshop.Workshop;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** Workshops for other programs. */
@Tag(name = "Workshops")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class WorkshopApi {
    private final Me me;
    private final Ledger ledger;
    private final Tidings tidings;
    private final Invited invited;
    private final Calendars calendars;
    private final Shell shell;
    private final Clock clock;

    WorkshopApi(Me me, Ledger ledger, Tidings tidings, Invited invited, Calendars calendars, Shell shell, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.tidings = tidings;
        this.invited = invited;
        this.calendars = calendars;
        this.shell = shell;
        this.clock = clock;
    }

    /**
     * @param closes when registration closes; left out: when it starts
     * @param draft  id of the draft whose open round the notes and ratings join
     */
    @Schema(name = "NewWorkshop")
    record Wanted(Multilingual title, Multilingual description, Workshop.Form form, Instant starts, Instant ends,
                  Instant closes, Multilingual place, String link, Integer seats, List<Step> programme,
                  Accessibility accessibility, List<Material> materials, String draft) {

        /** What is left out stays as it is. */
        Plan over(Workshop workshop) {
            Plan now = workshop.plan();
            Instant begins = or(starts, now.starts());
            // who moves the start moves the end of registration with it, where both were the same
            Instant last = now.closes().equals(now.starts()) ? begins : now.closes();
            return new Plan(or(title, now.title()), or(description, now.description()), or(form, now.form()),
                    begins, or(ends, now.ends()), or(closes, last), or(place, now.place()), or(link, now.link()),
                    or(seats, now.seats()), or(programme, now.programme()), or(accessibility, now.accessibility()),
                    or(materials, now.materials()), draft == null ? now.draft() : about(workshop.project, draft));
        }

        Plan fresh(Project project) {
            return new Plan(title, description, form, starts, ends, closes, place, link, seats, programme,
                    accessibility, materials, draft == null ? null : about(project, draft));
        }

        private static Draft about(Project project, String id) {
            return Draft.of(project).stream().filter(one -> one.publicId.equals(id)).findFirst()
                    .orElseThrow(() -> new Refused("draft", "workshop:draft_elsewhere"));
        }

        private static <T> T or(T wanted, T now) {
            return wanted == null ? now : wanted;
        }
    }

    @Schema(name = "WorkshopMinutes")
    record Written(Multilingual text, Instant publishedAt) {}

    /** @param closing reason in the languages it exists in */
    @Schema(name = "Cancellation")
    record Cancelled(Multilingual reason) {}

    /** @param published left out: yes */
    @Schema(name = "NewMinutes")
    record NewMinutes(Multilingual text, Boolean published) {}

    @Schema(name = "PlannedStep")
    record TimedStep(String key, Step.Kind kind, Multilingual title, int minutes, Multilingual question, Instant at) {}

    /**
     * @param link    only to who has a seat, from a day before, and to those who run it
     * @param full    whether whoever registers now waits for a seat
     * @param minutes once they are published
     */
    @Schema(name = "Workshop")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Told(String id, String project, Multilingual title, Multilingual description, Workshop.Form form,
                Instant starts, Instant ends, Instant closes, Multilingual place, String link, Integer seats,
                boolean full, List<TimedStep> programme, Accessibility accessibility, List<Material> materials,
                String draft, boolean takesAnswers, Instant cancelledAt, Multilingual cancelledWhy, Written minutes,
                int edition) {
        static Told of(Workshop w, boolean full, boolean link) {
            return new Told(w.publicId, w.project.slug, w.title, w.description, w.form, w.startsAt, w.endsAt,
                    w.closesAt, w.place, link ? w.link : null, w.seats, full, w.times().stream().map(one ->
                    new TimedStep(one.step().key(), one.step().kind(), one.step().title(), one.step().minutes(),
                            one.step().question(), one.at())).toList(), w.accessibility, w.materials,
                    w.draft == null ? null : w.draft.publicId, w.takesAnswers, w.cancelledAt, w.cancelledWhy,
                    w.published() ? new Written(w.minutes, w.publishedAt) : null, w.edition);
        }
    }

    @Schema(name = "WorkshopLine")
    record Line(String id, Multilingual title, Workshop.Form form, Instant starts, Instant ends, Instant closes,
                Multilingual place, boolean takesAnswers, boolean cancelled, boolean minutes) {
        static Line of(Workshop w) {
            return new Line(w.publicId, w.title, w.form, w.startsAt, w.endsAt, w.closesAt, w.place, w.takesAnswers,
                    w.cancelled(), w.published());
        }
    }

    @POST
    @Path("projects/{project}/workshops")
    @Kept
    @Operation(summary = "Plans a workshop")
    @APIResponseSchema(value = Told.class, responseCode = "201", responseDescription = "Planned")
    public Response plan(@RestPath String project, Wanted wanted) {
        Project led = Project.ledBy(me, project);
        Workshop workshop = Workshop.planned(led, given(wanted).fresh(led), clock.instant());
        ledger.keep(me, workshop.begun());
        // as the database judges it
        Workshop.flush();
        Workshop.getEntityManager().refresh(workshop);
        return tell(Response.created(URI.create("/api/v1/workshops/" + workshop.publicId)), workshop);
    }

    @GET
    @Path("projects/{project}/workshops")
    @Operation(summary = "Lists the workshops of a project: the next one first, then the past ones")
    @SecurityRequirementsSet
    public Listed<Line> list(@RestPath String project, @BeanParam Paging paging) {
        return Listed.part(Workshop.of(Project.visibleTo(me, project)).stream().map(Line::of).toList(), paging);
    }

    @GET
    @Path("projects/{project}/workshops/{workshop}")
    @Operation(summary = "Reads a workshop of a project")
    @SecurityRequirementsSet
    @APIResponseSchema(value = Told.class, responseCode = "200", responseDescription = "The workshop")
    public Response within(@RestPath String project, @RestPath String workshop) {
        return tell(Response.ok(), in(project, workshop));
    }

    @GET
    @Path("projects/{project}/workshops/{workshop}.ics")
    @Produces("text/calendar")
    @Operation(summary = "Reads a workshop of a project for a calendar")
    @SecurityRequirementsSet
    @APIResponse(responseCode = "200", description = "An iCalendar (RFC 5545)",
            content = @Content(mediaType = "text/calendar", schema = @Schema(type = SchemaType.STRING)))
    public Response calendarWithin(@RestPath String project, @RestPath String workshop) {
        return WorkshopPages.file(in(project, workshop), calendars, shell.language());
    }

    @GET
    @Path("workshops/{workshop}")
    @Operation(summary = "Reads a workshop")
    @SecurityRequirementsSet
    @APIResponseSchema(value = Told.class, responseCode = "200", responseDescription = "The workshop")
    public Response show(@RestPath String workshop) {
        return tell(Response.ok(), Workshop.visibleTo(me, workshop));
    }

    @GET
    @Path("workshops/{workshop}.ics")
    @Produces("text/calendar")
    @Operation(summary = "Reads a workshop for a calendar")
    @SecurityRequirementsSet
    @APIResponse(responseCode = "200", description = "An iCalendar (RFC 5545)",
            content = @Content(mediaType = "text/calendar", schema = @Schema(type = SchemaType.STRING)))
    public Response calendar(@RestPath String workshop) {
        return WorkshopPages.file(Workshop.visibleTo(me, workshop), calendars, shell.language());
    }

    @PATCH
    @Path("workshops/{workshop}")
    @Kept
    @Operation(summary = "Plans a workshop anew; what is left out stays, and who is to come is told of another time")
    @APIResponseSchema(value = Told.class, responseCode = "200", responseDescription = "The workshop as it is now")
    public Response replan(@RestPath("workshop") String id, @RestHeader("If-Match") String seen, Wanted wanted) {
        Workshop workshop = Workshop.ledBy(me, id);
        Workshop.Replanned replanned = workshop.replan(given(wanted).over(workshop), edition(seen, workshop));
        replanned.events().forEach(event -> ledger.keep(me, event));
        tidings.promoted(replanned.promoted());
        if (replanned.moved()) tidings.moved(workshop);
        Workshop.flush();
        return tell(Response.ok(), workshop);
    }

    @POST
    @Path("workshops/{workshop}/cancellation")
    @Kept
    @Operation(summary = "Cancels a workshop; everybody who is to come is told")
    @APIResponseSchema(value = Told.class, responseCode = "200", responseDescription = "The workshop as it is now")
    public Response cancel(@RestPath("workshop") String id, Cancelled body) {
        Workshop workshop = Workshop.ledBy(me, id);
        Multilingual why = Optional.ofNullable(body).map(Cancelled::reason).orElse(Multilingual.none());
        ledger.keep(me, workshop.cancel(why, clock.instant()));
        tidings.cancelled(workshop);
        Workshop.flush();
        Workshop.getEntityManager().refresh(workshop);
        return tell(Response.ok(), workshop);
    }

    @PUT
    @Path("workshops/{workshop}/minutes")
    @Kept
    @Operation(summary = "Writes the minutes of a workshop, and publishes them unless told otherwise")
    @APIResponseSchema(value = Told.class, responseCode = "200", responseDescription = "The workshop as it is now")
    public Response minutes(@RestPath("workshop") String id, NewMinutes body) {
        Workshop workshop = Workshop.staffedBy(me, id);
        NewMinutes wanted = Optional.ofNullable(body).orElseThrow(BadRequestException::new);
        Multilingual text = Optional.ofNullable(wanted.text()).orElse(Multilingual.none());
        ledger.keep(me, Boolean.FALSE.equals(wanted.published()) ? workshop.save(text, clock.instant())
                : workshop.publish(text, me.known(), clock.instant()));
        Workshop.flush();
        return tell(Response.ok(), workshop);
    }

    private Workshop in(String project, String id) {
        Project visible = Project.visibleTo(me, project);
        Workshop workshop = Workshop.visibleTo(me, id);
        if (!workshop.project.equals(visible)) throw new Missing();
        return workshop;
    }

    private static Wanted given(Wanted body) {
        return Optional.ofNullable(body).orElseThrow(BadRequestException::new);
    }

    /** Without If-Match the edition is the one that is there now. */
    private static int edition(String seen, Workshop workshop) {
        boolean any = seen == null || seen.strip().equals("*");
        if (!any && !seen.strip().equals("\"" + workshop.edition + "\""))
            throw new WebApplicationException(Response.Status.PRECONDITION_FAILED);
        return workshop.edition;
    }

    private Response tell(Response.ResponseBuilder answer, Workshop workshop) {
        Invited.Mine mine = invited.to(workshop);
        return answer.entity(Told.of(workshop, mine.full(), mine.seesLink()))
                .tag(new EntityTag("" + workshop.edition)).build();
    }
}
