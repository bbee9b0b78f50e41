package org.hornsten.home;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Round;
import org.hornsten.draft.Version;
import org.hornsten.identity.Me;
import org.hornsten.project.Founders;
import org.hornsten.project.Membership;
import org.hornsten.project.Membership.Visit;
import org.hornsten.project.Phase;
import org.hornsten.project.Project;
import org.hornsten.project.Projects;
import org.hornsten.recruitment.OpenCall;
import org.hornsten.trace.Coverage;
import org.hornsten.web.Shell;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The projects, and one project's own page. */
@Path("/projects")
@PermitAll
class ProjectPages {
    private static final int SIZE = 30;

    private final Me me;
    private final Shell shell;
    private final Clock clock;

    ProjectPages(Me me, Shell shell, Clock clock) {
        this.me = me;
        this.shell = shell;
        this.clock = clock;
    }

    /** A draft with what of it is published and open. */
    public record Line(Draft draft, Optional<Version> version, Optional<Round> round) {
        public boolean asked() {
            return round.filter(r -> r.open).isPresent();
        }

        public boolean opensLater() {
            return round.filter(r -> r.coming).isPresent();
        }
    }

    /** A phase and where it lies from today. */
    public record Step(Phase phase, boolean done, boolean now) {
        static Step of(Phase phase, LocalDate today) {
            boolean begun = phase.begins().filter(day -> !day.isAfter(today)).isPresent();
            boolean ended = phase.ends().filter(day -> day.isBefore(today)).isPresent();
            return new Step(phase, ended, begun && !ended);
        }
    }

    /**
     * @param means  what the level promises, in the reader's words
     * @param advice what somebody who works on it can do next
     */
    @CheckedTemplate(basePath = "home")
    record project(Visit visit, Project project, String level, String means, List<Step> steps, List<Line> drafts,
                   Coverage coverage, List<OpenCall> calls, Optional<Advice> advice) implements TemplateInstance {}

    @CheckedTemplate(basePath = "home")
    record projects(List<Project> projects, String after, boolean founder) implements TemplateInstance {}

    @GET
    public TemplateInstance list(@RestQuery Optional<String> after) {
        long from = after.filter(id -> id.matches("\\d{1,18}")).map(Long::parseLong).orElse(Long.MAX_VALUE);
        Projects.Found found = Projects.visibleTo(me, from, SIZE);
        return new projects(found.items(), found.next().map(next -> "/projects?after=" + next).orElse(""),
                Founders.among(me));
    }

    @GET
    @Path("{slug}")
    public TemplateInstance show(@RestPath String slug) {
        Visit visit = Membership.visit(me, slug);
        Project project = visit.project();
        LocalDate today = LocalDate.now(clock);
        List<Line> drafts = drafts(visit);
        Coverage coverage = Coverage.of(project, visit.staff(), today);
        return new project(visit, project, shell.say("project:level_" + project.level.word()),
                shell.say("project:level_" + project.level.word() + "_means"),
                project.phases.stream().map(phase -> Step.of(phase, today)).toList(), drafts, coverage,
                OpenCall.openIn(project), Advice.of(visit, drafts, coverage));
    }

    /** In one question; what is not published yet is for those who work on it. */
    private static List<Line> drafts(Visit visit) {
        return Panache.getEntityManager().createQuery("""
                select d, v, r from Draft d left join Version v on v.draft = d
                  and v.number = (select max(n.number) from Version n where n.draft = d)
                left join Round r on r.version = v where d.project = ?1 order by d.id""", Object[].class)
                .setParameter(1, visit.project()).getResultList().stream()
                .map(row -> new Line((Draft) row[0], Optional.ofNullable((Version) row[1]),
                        Optional.ofNullable((Round) row[2])))
                .filter(line -> line.version().isPresent() || visit.staff()).toList();
    }
}
