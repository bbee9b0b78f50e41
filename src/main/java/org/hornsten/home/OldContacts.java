package org.hornsten.home;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hornsten.draft.Round;
import org.hornsten.identity.Person;
import org.hornsten.privacy.Expiry;
import org.hornsten.privacy.Holding;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;

/**
 * Who was invited without an account and never came is forgotten some time after the last round closed: name, address
 * and link. A project says how many days; who takes part in several is kept for the longest.
 */
@ApplicationScoped
class OldContacts implements Expiry {
    private final Leaving leaving;
    private final Clock clock;

    OldContacts(Leaving leaving, Clock clock) {
        this.leaving = leaving;
        this.clock = clock;
    }

    @Override
    public Holding holding() {
        return Holding.CONTACT;
    }

    @Override
    public long due(LocalDate today) {
        return forgotten(today).size();
    }

    @Override
    public long end(LocalDate today) {
        List<Person> people = forgotten(today);
        people.forEach(person -> leaving.erase(person, Optional.empty()));
        return people.size();
    }

    private List<Person> forgotten(LocalDate today) {
        Map<Project, Instant> ends = ends();
        Map<Person, List<Membership>> silent = Membership.<Membership>list("""
                from Membership m join fetch m.person p join fetch m.project
                where p.userName is null and p.erasedAt is null and m.role = 'PARTICIPANT'
                  and not exists (select 1 from Contribution c where c.author = p)
                  and not exists (select 1 from PersonalLink l where l.person = p and l.used = true)
                  and not exists (select 1 from Registration r where r.person = p and r.answer = 'YES'
                    and r.workshop.longOver = false)
                order by p.id""").stream().collect(Collectors.groupingBy(member -> member.person));
        return silent.entrySet().stream().filter(one -> one.getValue().stream()
                .allMatch(member -> over(member.project, ends.get(member.project), today))).map(Map.Entry::getKey)
                .toList();
    }

    private boolean over(Project project, Instant end, LocalDate today) {
        Instant forgotten = today.minusDays(project.contactDays).atStartOfDay(clock.getZone()).toInstant();
        return end != null && end.isBefore(forgotten);
    }

    /** When the last round of each project ended; projects with a round without an end are not in it. */
    private static Map<Project, Instant> ends() {
        Map<Project, Instant> ends = new HashMap<>();
        Round.<Round>list("from Round r join fetch r.version v join fetch v.draft d join fetch d.project").forEach(r ->
                ends.merge(r.version.draft.project, end(r), (a, b) -> a.isAfter(b) ? a : b));
        return ends;
    }

    private static Instant end(Round round) {
        return Stream.of(round.closedAt, round.givenWayAt, round.closesAt).filter(Objects::nonNull).findFirst()
                .orElse(Instant.MAX);
    }
}
