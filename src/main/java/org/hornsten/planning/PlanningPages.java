package org.hornsten.planning;

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
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.ledger.Submissions;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.web.Form;
import org.hornsten.web.Shell;
import org.hornsten.web.Tells;
import org.hornsten.web.Tells.Done;
import org.hornsten.workshop.Plan;
import org.hornsten.workshop.Workshop;
import org.jboss.resteasy.reactive.RestPath;

/** The workshops of a project, and planning one more. */
@Path("/projects/{slug}/workshops")
@PermitAll
class PlanningPages {
    private final Me me;
    private final Ledger ledger;
    private final Submissions submissions;
    private final Form form;
    private final Shell shell;
    private final Clock clock;

    PlanningPages(Me me, Ledger ledger, Submissions submissions, Form form, Shell shell, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.submissions = submissions;
        this.form = form;
        this.shell = shell;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "planning")
    record workshops(Project project, boolean led, List<Workshop> coming, List<Workshop> past)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "planning")
    record fresh(Project project, WorkshopForm typed, Planning planning) implements TemplateInstance {}

    @GET
    public TemplateInstance list(@RestPath String slug) {
        Membership.Visit visit = Membership.visit(me, slug);
        List<Workshop> all = Workshop.of(visit.project());
        return new workshops(visit.project(), visit.led(), all.stream().filter(one -> !one.over).toList(),
                all.stream().filter(one -> one.over).toList());
    }

    @GET
    @Path("new")
    public TemplateInstance blank(@RestPath String slug) {
        return page(Project.ledBy(me, slug), WorkshopForm.blank());
    }

    @POST
    @Path("new")
    @Kept
    @Tells(Done.SAVED)
    public Object plan(@RestPath String slug, @BeanParam WorkshopForm typed) {
        Project project = Project.ledBy(me, slug);
        if (typed.wantsMoreRows()) return page(project, typed);
        try {
            Plan plan = typed.plan(clock.getZone(), Planning.of(project, typed, shell).drafts());
            Optional<String> earlier = submissions.sent(me, typed.submission(), project.slug + typed);
            if (earlier.isPresent()) return Response.seeOther(URI.create(earlier.get())).build();
            Workshop workshop = Workshop.planned(project, plan, clock.instant());
            submissions.done(me, typed.submission(), workshop.path());
            ledger.keep(me, workshop.begun());
            return Response.seeOther(URI.create(workshop.path())).build();
        } catch (Refused no) {
            return form.refuse(no).again(page(project, typed));
        }
    }

    private fresh page(Project project, WorkshopForm typed) {
        return new fresh(project, typed, Planning.of(project, typed, shell));
    }
}
