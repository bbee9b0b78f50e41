package org.hornsten.panel;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** Panels for other programs. */
@Tag(name = "People")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class PanelApi {
    private final Me me;
    private final Ledger ledger;
    private final Clock clock;

    PanelApi(Me me, Ledger ledger, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What may be said about a panel; what is missing stays as it is, or as is usual for a new one of its kind. */
    @Schema(name = "NewPanel")
    record Wanted(Panel.Kind kind, Multilingual name, Term term, Integer size, Target target,
                  Set<Panel.Exclusion> excludes, Integer minimumAge, Integer loadCap) {

        Panel.Plan over(Panel.Plan now) {
            return new Panel.Plan(now.kind(), or(name, now.name()), or(term, now.term()), or(size, now.size()),
                    or(target, now.target()), or(excludes, now.excludes()), or(minimumAge, now.minimumAge()),
                    or(loadCap, now.loadCap()));
        }

        private static <T> T or(T wanted, T now) {
            return wanted == null ? now : wanted;
        }
    }

    /** @param sitting how many sit in it today, deputies and secretary too */
    @Schema(name = "Panel")
    record Told(String id, Panel.Kind kind, Multilingual name, Term term, Integer size, Target target,
                Set<Panel.Exclusion> excludes, Integer minimumAge, Integer loadCap, LocalDate endedOn, long sitting,
                int edition) {
        static Told of(Panel p, long sitting) {
            return new Told(p.publicId, p.kind, p.name, p.term(), p.size, p.target, p.exclusions(), p.minimumAge,
                    p.loadCap, p.endedOn, sitting, p.edition);
        }
    }

    /** @param present how many there are; of an area of experience missing where they are few */
    @Schema(name = "CompositionRow")
    record Row(String value, int wanted, Integer present, boolean met) {}

    @Schema(name = "CompositionPart")
    record Part(Dimension dimension, List<Row> rows, Integer unknown) {
        static Part of(Picture.Part part) {
            return new Part(part.dimension(), part.rows().stream().map(row -> new Row(row.value(), row.wanted(),
                    row.present().orElse(null), row.met())).toList(), part.unknown().orElse(null));
        }
    }

    @POST
    @Path("projects/{project}/panels")
    @Kept
    @Operation(summary = "Sets up a panel, a council, a pool of experts or a reference group")
    @APIResponseSchema(value = Told.class, responseCode = "201", responseDescription = "Set up")
    public Response found(@RestPath String project, Wanted wanted) {
        Project led = Project.ledBy(me, project);
        Wanted given = Optional.ofNullable(wanted).orElseThrow(BadRequestException::new);
        Panel panel = Panel.founded(led, given.over(Panel.Plan.usual(given.kind(), LocalDate.now(clock))));
        ledger.keep(me, panel.founded());
        return tell(Response.created(URI.create("/api/v1/projects/" + led.slug + "/panels/" + panel.publicId)), panel);
    }

    @GET
    @Path("projects/{project}/panels")
    @Operation(summary = "Lists the panels of a project, newest first")
    public Listed<Told> list(@RestPath String project, @BeanParam Paging paging) {
        return Listed.part(Counted.of(Project.staffedBy(me, project), LocalDate.now(clock)).stream()
                .map(one -> Told.of(one.panel(), one.sitting())).toList(), paging);
    }

    @GET
    @Path("projects/{project}/panels/{panel}")
    @Operation(summary = "Reads a panel")
    @APIResponseSchema(value = Told.class, responseCode = "200", responseDescription = "The panel")
    public Response show(@RestPath String project, @RestPath("panel") String id) {
        return tell(Response.ok(), Panel.staffedBy(me, id).within(project));
    }

    @PATCH
    @Path("projects/{project}/panels/{panel}")
    @Kept
    @Operation(summary = "Changes a panel; what is left out stays, its kind stays always")
    @APIResponseSchema(value = Told.class, responseCode = "200", responseDescription = "The panel as it is now")
    public Response change(@RestPath String project, @RestPath("panel") String id,
                           @RestHeader("If-Match") String seen, Wanted wanted) {
        Panel panel = Panel.ledBy(me, id).within(project);
        Wanted given = Optional.ofNullable(wanted).orElseThrow(BadRequestException::new);
        ledger.keep(me, panel.change(given.over(panel.plan()), edition(seen, panel)));
        Panel.flush();
        return tell(Response.ok(), panel);
    }

    @DELETE
    @Path("projects/{project}/panels/{panel}")
    @Kept
    @Operation(summary = "Ends a panel, all terms in it, and what it is asked for; its history stays")
    @APIResponse(responseCode = "204", description = "Ended")
    public Response end(@RestPath String project, @RestPath("panel") String id) {
        Panel panel = Panel.ledBy(me, id).within(project);
        ledger.keep(me, panel.end(LocalDate.now(clock)));
        return Response.noContent().build();
    }

    @GET
    @Path("projects/{project}/panels/{panel}/composition")
    @Operation(summary = "Tells how those who sit in a panel fit what it wishes for")
    public Listed<Part> compose(@RestPath String project, @RestPath("panel") String id) {
        Panel panel = Panel.ledBy(me, id).within(project);
        return Listed.all(Picture.of(panel, LocalDate.now(clock)).parts().stream().map(Part::of).toList());
    }

    /** Without If-Match the edition is the one that is there now. */
    private static int edition(String seen, Panel panel) {
        boolean any = seen == null || seen.strip().equals("*");
        if (!any && !seen.strip().equals("\"" + panel.edition + "\""))
            throw new WebApplicationException(Response.Status.PRECONDITION_FAILED);
        return panel.edition;
    }

    private Response tell(Response.ResponseBuilder answer, Panel panel) {
        return answer.entity(Told.of(panel, Seat.sitting(panel, LocalDate.now(clock)).size()))
                .tag(new EntityTag("" + panel.edition)).build();
    }
}
