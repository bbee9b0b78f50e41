package org.hornsten.project;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.BadRequestException;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.privacy.Basis;
import org.hornsten.web.Listed;
import org.hornsten.web.Paging;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** Projects for other programs. */
@Tag(name = "Projects")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class ProjectApi {
    private final Me me;
    private final Ledger ledger;
    private final Clock clock;

    ProjectApi(Me me, Ledger ledger, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What may be said about a project; what is missing stays as it is, or as is usual for a new one. */
    @Schema(name = "ProjectPlan")
    record Wanted(String slug, Multilingual title, Multilingual summary, Level level, Multilingual promise, Stage stage,
                  List<String> languages, List<Phase> phases, Boolean open, Basis basis, Integer contactDays,
                  Integer wordsMonths, Integer ageLimit) {

        Project.Plan over(Project.Plan now) {
            return new Project.Plan(or(slug, now.slug()), or(title, now.title()), or(summary, now.summary()),
                    or(level, now.level()), or(promise, now.promise()), or(stage, now.stage()),
                    or(languages, now.languages()), or(phases, now.phases()), or(open, now.open()),
                    new Care(or(basis, now.care().basis()), or(contactDays, now.care().contactDays()),
                    or(wordsMonths, now.care().wordsMonths()), or(ageLimit, now.care().ageLimit())));
        }

        private static <T> T or(T wanted, T now) {
            return wanted == null ? now : wanted;
        }
    }

    @Schema(name = "Project")
    record Told(String id, String slug, Multilingual title, Multilingual summary, Level level, Multilingual promise,
                Stage stage, List<String> languages, List<Phase> phases, boolean open, Basis basis, int contactDays,
                int wordsMonths, int ageLimit, LocalDate createdOn, int edition) {
        static Told of(Project p) {
            return new Told(p.publicId, p.slug, p.title, p.summary, p.level, p.promise, p.stage, p.languageList(),
                    p.phases, p.open, p.basis, p.contactDays, p.wordsMonths, p.ageLimit, p.createdOn, p.edition);
        }
    }

    @POST
    @Path("projects")
    @Kept
    @Operation(summary = "Sets up a project that one leads")
    @APIResponseSchema(value = Told.class, responseCode = "201", responseDescription = "Set up")
    public Response setUp(Wanted wanted) {
        Person lead = Founders.let(me);
        Project project = Project.setUp(lead, given(wanted).over(Project.Plan.USUAL), LocalDate.now(clock));
        ledger.keep(me, project.begun());
        return tell(Response.created(URI.create("/api/v1/projects/" + project.slug)), project);
    }

    @GET
    @Path("projects")
    @Operation(summary = "Lists the projects one may read")
    @SecurityRequirementsSet
    public Listed<Told> list(@BeanParam Paging paging) {
        Projects.Found found = Projects.visibleTo(me, paging.from(Long.MAX_VALUE), paging.most());
        return Listed.page(found.items().stream().map(Told::of).toList(), found.next(), found.total());
    }

    @GET
    @Path("projects/{project}")
    @Operation(summary = "Reads a project")
    @SecurityRequirementsSet
    @APIResponseSchema(value = Told.class, responseCode = "200", responseDescription = "The project")
    public Response show(@RestPath String project) {
        return tell(Response.ok(), Project.visibleTo(me, project));
    }

    @PATCH
    @Path("projects/{project}")
    @Kept
    @Operation(summary = "Changes the plan of a project; what is left out stays")
    @APIResponseSchema(value = Told.class, responseCode = "200", responseDescription = "The project as it is now")
    public Response describe(@RestPath("project") String id, @RestHeader("If-Match") String seen, Wanted wanted) {
        Project project = Project.ledBy(me, id);
        boolean renamed = given(wanted).slug() != null && !wanted.slug().equals(project.slug);
        if (renamed) throw new Refused("slug", "project:slug_stays");
        Project.Plan plan = wanted.over(project.plan());
        ledger.keep(me, project.describe(plan, edition(seen, project)));
        Project.flush();
        return tell(Response.ok(), project);
    }

    private static Wanted given(Wanted body) {
        return Optional.ofNullable(body).orElseThrow(BadRequestException::new);
    }

    /** Without If-Match the edition is the one that is there now. */
    private static int edition(String seen, Project project) {
        boolean any = seen == null || seen.strip().equals("*");
        if (!any && !seen.strip().equals("\"" + project.edition + "\""))
            throw new WebApplicationException(Response.Status.PRECONDITION_FAILED);
        return project.edition;
    }

    private static Response tell(Response.ResponseBuilder answer, Project project) {
        return answer.entity(Told.of(project)).tag(new EntityTag("" + project.edition)).build();
    }
}
