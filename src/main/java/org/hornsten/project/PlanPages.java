package org.hornsten.project;

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
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Stale;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.ledger.Submissions;
import org.hornsten.project.Differences.Difference;
import org.hornsten.web.Form;
import org.hornsten.web.Tells.Done;
import org.hornsten.web.Tells;
import org.jboss.resteasy.reactive.RestPath;

/** Setting a project up, and changing what it says about itself. */
@Path("/projects")
@PermitAll
class PlanPages {
    private final Me me;
    private final Ledger ledger;
    private final Submissions submissions;
    private final Form form;
    private final Clock clock;
    private final Differences differences;

    PlanPages(Me me, Ledger ledger, Submissions submissions, Form form, Clock clock, Differences differences) {
        this.me = me;
        this.ledger = ledger;
        this.submissions = submissions;
        this.form = form;
        this.clock = clock;
        this.differences = differences;
    }

    @CheckedTemplate(basePath = "project")
    record fresh(PlanForm plan, List<PhaseRow> rows, PlanWords words) implements TemplateInstance {}

    /** @param meanwhile what somebody else saved since the person began, empty as a rule */
    @CheckedTemplate(basePath = "project")
    record edit(Project project, PlanForm plan, List<PhaseRow> rows, PlanWords words, List<Difference> meanwhile,
                int edition) implements TemplateInstance {}

    @GET
    @Path("new")
    public TemplateInstance blank() {
        Founders.let(me);
        return freshPage(PlanForm.of(Project.Plan.USUAL, 0), PhaseRow.of(List.of()));
    }

    @POST
    @Path("new")
    @Kept
    @Tells(Done.BEGUN)
    public Object setUp(@BeanParam PlanForm typed) {
        Person lead = Founders.let(me);
        if (typed.wantsMoreRows()) return freshPage(typed, PhaseRow.withSpare(typed.rows()));
        try {
            Optional<String> earlier = submissions.sent(me, typed.submission(), typed.toString());
            if (earlier.isPresent()) return Response.seeOther(URI.create(earlier.get())).build();
            Project project = Project.setUp(lead, typed.plan(""), LocalDate.now(clock));
            submissions.done(me, typed.submission(), project.path());
            ledger.keep(me, project.begun());
            return Response.seeOther(URI.create(project.path())).build();
        } catch (Refused no) {
            return form.refuse(no).again(freshPage(typed, typed.rows()));
        }
    }

    @GET
    @Path("{slug}/edit")
    public TemplateInstance form(@RestPath String slug) {
        Project project = Project.ledBy(me, slug);
        return editPage(project, PlanForm.of(project.plan(), project.edition), PhaseRow.of(project.phases), List.of());
    }

    @POST
    @Path("{slug}/edit")
    @Kept
    @Tells(Done.SAVED)
    public Object save(@RestPath String slug, @BeanParam PlanForm typed) {
        Project project = Project.ledBy(me, slug);
        if (typed.wantsMoreRows()) return editPage(project, typed, PhaseRow.withSpare(typed.rows()), List.of());
        try {
            ledger.keep(me, project.describe(typed.plan(project.slug).keepingOrderOf(project.plan()), typed.seen()));
            return Response.seeOther(URI.create(project.path())).build();
        } catch (Refused no) {
            return form.refuse(no).again(editPage(project, typed, typed.rows(), List.of()));
        } catch (Stale late) {
            return conflict(project, typed, late);
        }
    }

    /** Both texts beside each other; what was typed stays in the form and is saved by sending it once more. */
    private Response conflict(Project project, PlanForm typed, Stale late) {
        List<Difference> found = differences.between(project.plan(),
                typed.plan(project.slug).keepingOrderOf(project.plan()));
        Response again = form.refuse("", late.key).again(editPage(project, typed, typed.rows(), found));
        return Response.fromResponse(again).status(Response.Status.CONFLICT).build();
    }

    private fresh freshPage(PlanForm typed, List<PhaseRow> rows) {
        return new fresh(typed, rows, differences.words());
    }

    private edit editPage(Project project, PlanForm typed, List<PhaseRow> rows, List<Difference> meanwhile) {
        // the form that comes again after a conflict is for the edition that was compared
        int edition = meanwhile.isEmpty() && typed.seen() >= 0 ? typed.seen() : project.edition;
        return new edit(project, typed, rows, differences.words(), meanwhile, edition);
    }
}
