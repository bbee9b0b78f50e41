package org.hornsten.recruitment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hornsten.identity.Person;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Time;
import org.hornsten.ledger.Event;
import org.hornsten.ledger.Ledger;
import org.hornsten.link.PersonalLink;
import org.hornsten.panel.Seat;
import org.hornsten.privacy.Expiry;
import org.hornsten.privacy.Holding;
import org.hornsten.project.Membership;

/**
 * Applications are forgotten some days after the call was decided, those of reserves half a year after it; addresses of
 * a sample that never answered as many days after the call closed. A call nobody decides on ends after
 * a year. Who sits in the panel stays there.
 */
@ApplicationScoped
class OldApplications implements Expiry {
    static final int RESERVE_DAYS = 180;
    /** So long after its last day nobody decides on a call any more: it is called off, and those who wait are told. */
    static final int UNDECIDED_DAYS = 365;
    /** The rest goes the next day: a sample of thousands is erased one by one. */
    private static final int MOST_A_DAY = 2_000;

    private final Ledger ledger;
    private final Outcome outcome;
    private final Clock clock;

    OldApplications(Ledger ledger, Outcome outcome, Clock clock) {
        this.ledger = ledger;
        this.outcome = outcome;
        this.clock = clock;
    }

    /** The day on which it is forgotten; of a call that is decided or called off only. */
    static LocalDate goes(Application one) {
        int days = one.state == Application.State.RESERVE ? Math.max(RESERVE_DAYS, one.call.keepDays)
                : one.call.keepDays;
        return Time.day(one.call.endedAt().orElseThrow()).plusDays(days);
    }

    @Override
    public Holding holding() {
        return Holding.APPLICATION;
    }

    @Override
    public long due(LocalDate today) {
        Over over = Over.on(today);
        return Application.count("from Application a where " + Over.APPLICATIONS, over.decided(), over.reserves())
                + Addressee.count("from Addressee d where " + Over.SILENT, over.closed());
    }

    @Override
    public long end(LocalDate today) {
        OpenCall.undecided(today.minusDays(UNDECIDED_DAYS)).forEach(outcome::callOff);
        Over over = Over.on(today);
        List<Application> old = Application.<Application>find("from Application a left join fetch a.person where "
                + Over.APPLICATIONS + " order by a.id", over.decided(), over.reserves()).page(0, MOST_A_DAY).list();
        List<Addressee> silent = Addressee.<Addressee>find("from Addressee d join fetch d.person where " + Over.SILENT
                + " order by d.id", over.closed()).page(0, MOST_A_DAY).list();
        old.forEach(one -> one.empty(today));
        Addressee.getEntityManager().flush();
        List<Person> people = Stream.concat(old.stream().filter(one -> one.state != Application.State.ACCEPTED)
                .map(one -> one.person).filter(Objects::nonNull), silent.stream().map(one -> one.person)).distinct()
                .toList();
        silent.forEach(Addressee::delete);
        part(people, clock).forEach(event -> ledger.keep(Optional.empty(), event));
        return old.size() + silent.size();
    }

    /** Calls whose time is over, by internal id: for applications, for reserves, for letters nobody answered. */
    private record Over(List<Long> decided, List<Long> reserves, List<Long> closed) {
        static final String APPLICATIONS = """
                a.emptiedOn is null and (a.call.id in ?1 and a.state not in ('ASKED', 'RESERVE')
                  or a.call.id in ?2 and a.state = 'RESERVE')""";
        static final String SILENT = """
                d.call.id in ?1 and not exists (select 1 from Application o
                  where o.person = d.person and o.emptiedOn is null)""";

        static Over on(LocalDate today) {
            List<OpenCall> calls = OpenCall.list("closesAt < ?1 or decidedAt is not null or offAt is not null",
                    today.atStartOfDay(ZoneOffset.UTC).toInstant());
            return new Over(ids(calls, call -> call.endedAt().filter(at -> last(at, call.keepDays, today)).isPresent()),
                    ids(calls, call -> call.endedAt().filter(at ->
                            last(at, Math.max(RESERVE_DAYS, call.keepDays), today)).isPresent()),
                    ids(calls, call -> last(call.endedAt().orElse(call.closesAt), call.keepDays, today)));
        }

        private static boolean last(Instant end, int days, LocalDate today) {
            return Time.day(end).plusDays(days).isBefore(today);
        }

        // a list in a question is never empty
        private static List<Long> ids(List<OpenCall> calls, Predicate<OpenCall> over) {
            return Stream.concat(Stream.of(0L), calls.stream().filter(over).map(call -> call.id)).toList();
        }
    }

    /** Erases who had to do with calls only, and with none any more: no account, no project, no seat. */
    static List<Event> part(List<Person> people, Clock clock) {
        Set<Long> staying = staying(people);
        List<Person> gone = people.stream().filter(person -> !person.hasAccount() && person.erasedAt == null
                && !staying.contains(person.id)).toList();
        if (gone.isEmpty()) return List.of();
        List<Event> events = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        PersonalLink.of(gone).forEach(link -> events.add(link.end(today)));
        Addressee.delete("person in ?1", gone);
        gone.forEach(person -> {
            person.erase(clock.instant());
            events.add(new RecruitmentEvent.Left(new Ref("person", person.publicId)));
        });
        return events;
    }

    private static Set<Long> staying(List<Person> people) {
        if (people.isEmpty()) return Set.of();
        return new HashSet<>(Application.getEntityManager().createQuery("""
                select p.id from Person p where p.id in ?1 and (
                  exists (select 1 from Membership m where m.person = p)
                  or exists (select 1 from Seat s where s.person = p)
                  or exists (select 1 from Application a where a.person = p and a.emptiedOn is null))""", Long.class)
                .setParameter(1, people.stream().map(person -> person.id).toList()).getResultList());
    }
}
