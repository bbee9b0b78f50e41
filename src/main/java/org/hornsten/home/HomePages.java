package org.hornsten.home;

import io.quarkus.panache.common.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.hornsten.draft.Round;
import org.hornsten.draft.Version;
import org.hornsten.identity.Me;
import org.hornsten.identity.Role;
import org.hornsten.input.Contribution;
import org.hornsten.pool.Locksmith;
import org.hornsten.privacy.Disclosure;
import org.hornsten.project.Founders;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.project.Projects;
import org.hornsten.recruitment.OpenCall;
import org.hornsten.web.Shell;
import org.hornsten.web.When;

/** The first page: for a visitor what this is, for who takes part what is asked, for who works here what waits. */
@Path("/")
@PermitAll
class HomePages {
    private static final int SHOWN = 6;

    private final Me me;
    private final Shell shell;
    private final When when;
    private final Clock clock;
    private final Locksmith locksmith;

    HomePages(Me me, Shell shell, When when, Clock clock, Locksmith locksmith) {
        this.me = me;
        this.shell = shell;
        this.when = when;
        this.clock = clock;
        this.locksmith = locksmith;
    }

    /** A work list in the reader's words. */
    public record Line(WorkList list, String name, String age, boolean late) {}

    @CheckedTemplate(basePath = "home")
    record visitor(List<Project> projects, List<Version> changed, List<OpenCall> calls) implements TemplateInstance {}

    @CheckedTemplate(basePath = "home")
    record participant(String name, List<Round> asked, List<Contribution> said, List<Project> projects)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "home")
    record staff(String name, List<Line> work, List<Membership> memberships, boolean founder, boolean administrator,
                 boolean overread, boolean oldKeys) implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        if (!me.signedIn()) return new visitor(Projects.open(SHOWN), changed(), OpenCall.open(SHOWN));
        return me.staff() ? forStaff() : new participant(me.shownName(), Mine.asked(me), Mine.said(me, SHOWN),
                Projects.visibleTo(me, Long.MAX_VALUE, SHOWN).items());
    }

    private TemplateInstance forStaff() {
        List<Membership> memberships = Membership.of(me);
        List<Line> work = WorkLists.of(memberships).stream().map(this::line).toList();
        boolean administrator = me.is(Role.ADMINISTRATOR);
        return new staff(me.known().name, work, memberships, Founders.among(me), administrator,
                administrator && !Disclosure.many(clock.instant().minus(Disclosure.LOOKED_BACK)).isEmpty(),
                administrator && locksmith.old());
    }

    private Line line(WorkList list) {
        LocalDate today = LocalDate.now(clock);
        String name = shell.say("home:work_" + list.kind().name().toLowerCase(Locale.ROOT));
        return new Line(list, name, age(list, list.days(today)), list.late(today));
    }

    private String age(WorkList list, long days) {
        if (list.kind() == WorkList.Kind.RETURNS)
            return shell.say(days < 0 ? "home:returns_on" : "home:returned_on",
                    when.day(list.oldest(), shell.language()));
        return days <= 0 ? shell.say("home:oldest_today")
                : days == 1 ? shell.say("home:oldest_one") : shell.say("home:oldest_days", (int) days);
    }

    /** What anybody may read, the newest first. */
    private static List<Version> changed() {
        return Version.<Version>find("""
                from Version v join fetch v.draft d join fetch d.project p left join fetch v.round
                where p.open = true order by v.publishedAt desc""").page(Page.ofSize(SHOWN)).list();
    }
}
