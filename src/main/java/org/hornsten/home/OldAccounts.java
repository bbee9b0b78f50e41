package org.hornsten.home;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.identity.Visits;
import org.hornsten.privacy.Expiry;
import org.hornsten.privacy.Holding;
import org.hornsten.project.Membership;

/**
 * Who has an account and has not been here for two years is erased, as when they had asked for it themselves. Whoever
 * leads a project alone stays until somebody else leads it, and who is blocked stays blocked.
 */
@ApplicationScoped
class OldAccounts implements Expiry {
    private static final int MONTHS = 24;
    /** So long before, administrators see who it will be, and can tell them. */
    private static final int MONTHS_BEFORE = 2;

    private final Leaving leaving;
    private final Visits visits;

    OldAccounts(Leaving leaving, Visits visits) {
        this.leaving = leaving;
        this.visits = visits;
    }

    @Override
    public Holding holding() {
        return Holding.ACCOUNT;
    }

    @Override
    public long due(LocalDate today) {
        return unused(today.minusMonths(MONTHS)).size();
    }

    @Override
    public long end(LocalDate today) {
        visits.write();
        List<Person> people = unused(today.minusMonths(MONTHS));
        people.forEach(person -> leaving.erase(person, Optional.empty()));
        return people.size();
    }

    @Override
    public List<Soon> soon(LocalDate today) {
        return unused(today.minusMonths(MONTHS - MONTHS_BEFORE)).stream().map(person ->
                new Soon(person.userName, person.lastSeenOn, goesOn(person, today))).toList();
    }

    // The first day that is more than two years later; who is late goes with the next run.
    private static LocalDate goesOn(Person person, LocalDate today) {
        LocalDate day = person.lastSeenOn.plusMonths(MONTHS).plusDays(1);
        return day.isBefore(today) ? today : day;
    }

    private static List<Person> unused(LocalDate since) {
        return Person.<Person>list("""
                userName is not null and erasedAt is null and blockedAt is null and lastSeenOn < ?1
                order by lastSeenOn, id""", since).stream().filter(person -> Membership.onlyLedBy(person).isEmpty())
                .toList();
    }
}
