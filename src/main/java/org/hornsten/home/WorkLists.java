package org.hornsten.home;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hornsten.decision.Disposition;
import org.hornsten.draft.Because;
import org.hornsten.draft.Draft;
import org.hornsten.draft.VersionText;
import org.hornsten.draft.WorkingText;
import org.hornsten.home.WorkList.Kind;
import org.hornsten.input.Contributions;
import org.hornsten.kit.Time;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.publishing.Explanation;

/** The work lists of somebody who works here, the longest waiting first: five questions, however many projects. */
final class WorkLists {
    private final Map<Long, Project> staffed;
    private final Set<Long> led;
    private final List<WorkList> lists = new ArrayList<>();

    private WorkLists(List<Membership> memberships) {
        List<Membership> staff = memberships.stream().filter(Membership::staff).toList();
        staffed = staff.stream().map(m -> m.project).collect(Collectors.toMap(p -> p.id, Function.identity()));
        led = staff.stream().filter(m -> m.role == Membership.Role.LEAD).map(m -> m.project.id)
                .collect(Collectors.toSet());
    }

    static List<WorkList> of(List<Membership> memberships) {
        WorkLists work = new WorkLists(memberships);
        if (!work.staffed.isEmpty()) work.forStaff();
        if (!work.led.isEmpty()) work.forLeads();
        return work.lists.stream().sorted(Comparator.comparing(WorkList::oldest)).toList();
    }

    // One question for several lists: each of them is asked at every visit.
    private void forStaff() {
        count("""
                select 'UNDECIDED', v.project.id, count(v), min(v.receivedOn) from Viewpoint v
                where v.project.id in ?1 and %s group by v.project.id
                union all
                select 'HELD', c.project.id, count(c), min(c.receivedOn) from Contribution c
                where c.project.id in ?1 and %s group by c.project.id
                union all
                select 'MINUTES', w.project.id, count(w), min(cast(w.endsAt as LocalDate)) from Workshop w
                where w.project.id in ?1 and w.cancelledAt is null and w.publishedAt is null
                  and w.endsAt < local datetime - 7 day group by w.project.id""".formatted(Contributions.WAITS,
                Contributions.HELD), staffed.keySet());
    }

    private void forLeads() {
        count("""
                select 'SUSPECT', v.project.id, count(a), min(a.decision.decidedOn) from Answered a join a.viewpoint v
                where v.project.id in ?1 and a.current = true and a.viewpointFingerprint <> v.fingerprint
                group by v.project.id
                union all
                select 'SUSPECT', d.project.id, count(l), min(d.supersededOn) from ChangeLink l join l.decision d
                where d.project.id in ?1 and d.supersededOn is not null group by d.project.id
                union all
                select 'QUOTES', e.project.id, count(e), min(e.foundOn) from Echo e
                where e.project.id in ?1 and e.settledOn is null group by e.project.id
                union all
                select 'CLAIMS', c.project.id, count(c), min(cast(c.sentAt as LocalDate)) from Claim c
                where c.project.id in ?1 and c.state = 'SENT' group by c.project.id
                union all
                select 'UNPAID', c.project.id, count(c), min(cast(c.decidedAt as LocalDate)) from Claim c
                where c.project.id in ?1 and c.state = 'APPROVED' group by c.project.id
                union all
                select 'APPLICATIONS', p.id, count(a), min(cast(c.closesAt as LocalDate)) from Application a
                  join a.call c join c.panel pa join pa.project p
                where p.id in ?1 and c.state = 'CLOSED' and pa.endedOn is null and a.number is not null
                  and a.state <> 'TAKEN_BACK' group by p.id
                union all
                select 'MAIL', p.id, count(m), min(cast(m.postedAt as LocalDate)) from Mail m, Project p
                where p.id in ?1 and m.withinKind = 'project' and m.withinId = p.publicId
                  and m.state = 'UNDELIVERED' group by p.id""", led);
        unexplained();
        decided();
    }

    private void count(String question, Set<Long> projects) {
        Panache.getEntityManager().createQuery(question, Object[].class).setParameter(1, projects).getResultList()
                .forEach(row -> {
                    Kind kind = Kind.valueOf((String) row[0]);
                    add(kind, (Long) row[1], (Long) row[2], (LocalDate) row[3], page(kind));
                });
    }

    private static String page(Kind kind) {
        return switch (kind) {
            case UNDECIDED -> "/input/next";
            case HELD -> "/input?state=held";
            case SUSPECT, PROMISED, RETURNS -> "/decisions";
            case QUOTES -> "/quotes";
            case CLAIMS -> "/claims?state=SENT";
            case UNPAID -> "/payroll";
            case MINUTES -> "/workshops";
            case APPLICATIONS -> "/calls";
            case MAIL -> "/mail";
            case UNEXPLAINED -> "";
        };
    }

    private void add(Kind kind, long project, long count, LocalDate oldest, String page) {
        Project of = staffed.get(project);
        lists.add(new WorkList(kind, of.title, count, oldest, of.path() + page));
    }

    /** Promised and not done, and left for later. */
    private void decided() {
        List<Object[]> rows = Panache.getEntityManager().createQuery("""
                select d.project.id, d.disposition, d.decidedOn, d.reviewOn from Decision d
                where d.project.id in ?1 and d.supersededOn is null and (d.disposition = 'LATER'
                  or d.disposition in ('ADOPTED', 'PARTLY_ADOPTED') and d.actionDoneOn is null
                    and not exists (select 1 from ChangeLink l where l.decision = d))""", Object[].class)
                .setParameter(1, led).getResultList();
        for (Long project : led) {
            waiting(Kind.PROMISED, project, rows.stream().filter(r -> r[0].equals(project) && r[1] != Disposition.LATER)
                    .map(r -> (LocalDate) r[2]).toList());
            waiting(Kind.RETURNS, project, rows.stream().filter(r -> r[0].equals(project) && r[1] == Disposition.LATER)
                    .map(r -> (LocalDate) r[3]).toList());
        }
    }

    private void waiting(Kind kind, Long project, List<LocalDate> days) {
        days.stream().min(Comparator.naturalOrder())
                .ifPresent(oldest -> add(kind, project, days.size(), oldest, page(kind)));
    }

    /** Only texts edited after their newest version can differ from it; translations follow the main text. */
    private void unexplained() {
        List<Object[]> edited = Panache.getEntityManager().createQuery("""
                select d, w, t from WorkingText w join w.draft d, VersionText t join t.version v
                where d.project.id in ?1 and v.draft = d and t.language = w.language and w.language = d.language
                  and w.editedAt > v.publishedAt
                  and v.number = (select max(n.number) from Version n where n.draft = d)""", Object[].class)
                .setParameter(1, led).getResultList();
        if (edited.isEmpty()) return;
        Map<String, Because> explained = new HashMap<>();
        Explanation.<Explanation>list("draft in ?1", edited.stream().map(row -> row[0]).toList()).stream()
                .filter(e -> e.language.equals(e.draft.language))
                .forEach(e -> explained.put(e.draft.id + " " + e.changeKey, e.because));
        edited.forEach(row -> unexplained((Draft) row[0], (WorkingText) row[1], (VersionText) row[2], explained));
    }

    private void unexplained(Draft draft, WorkingText now, VersionText published, Map<String, Because> explained) {
        long count = now.unexplained(published,
                key -> explained.getOrDefault(draft.id + " " + key, Because.NOTHING));
        if (count > 0) lists.add(new WorkList(Kind.UNEXPLAINED, draft.title, count,
                Time.day(now.editedAt), draft.path() + "/working-copy/changes"));
    }
}
