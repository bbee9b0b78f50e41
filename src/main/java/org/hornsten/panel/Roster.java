package org.hornsten.panel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hornsten.identity.AgeBand;
import org.hornsten.identity.Person;
import org.hornsten.kit.Refused;

/** All terms of a panel at once, and the rules that no single one of them can judge. */
public final class Roster {
    private final Panel panel;
    private final List<Seat> seats = new ArrayList<>();
    private final Map<String, List<Seat>> byPerson = new HashMap<>();
    private final Map<String, List<Seat>> byBody = new HashMap<>();
    private final Set<Long> councillors;
    private int counted;

    /** @param councillors who sits in a council of the house, by internal id */
    Roster(Panel panel, Collection<Seat> seats, Set<Long> councillors) {
        this.panel = panel;
        this.councillors = councillors;
        seats.forEach(this::add);
    }

    /**
     * For many who come in one after the other, under the panel's lock.
     *
     * @param seats   all there were and are
     * @param perhaps whom the house knows of those who may come in
     */
    public static Roster of(Panel panel, List<Seat> seats, Collection<Person> perhaps, LocalDate today) {
        return new Roster(panel, seats, Seat.councillors(perhaps, today));
    }

    /** @throws Refused where a rule of the panel says no */
    public Seat take(Person person, Seat.Wanted asked, LocalDate today) {
        Seat seat = seat(person, asked, today);
        seat.persist();
        return seat;
    }

    private void add(Seat seat) {
        seats.add(seat);
        if (seat.counted()) counted++;
        byPerson.computeIfAbsent(seat.person.publicId, id -> new ArrayList<>()).add(seat);
        if (seat.nominatingBody != null)
            byBody.computeIfAbsent(body(seat.kind, seat.nominatingBody), key -> new ArrayList<>()).add(seat);
    }

    /** Somebody comes in, not yet stored. */
    Seat seat(Person person, Seat.Wanted asked, LocalDate today) {
        Seat.Wanted wanted = complete(asked);
        Term term = term(wanted, today);
        wanted.profile().check();
        open(term);
        welcome(person, wanted, today);
        free(person, term);
        alone(wanted, term);
        Seat seat = Seat.made(panel, person, wanted, term);
        if (seat.counted()) room(term, panel.size, "person");
        add(seat);
        lead(seat);
        return seat;
    }

    /** The same person, for a term after this one; not yet stored. */
    Seat renew(Seat former, Term term, LocalDate today) {
        if (former.endedOn != null) throw new Refused("panel:renew_ended");
        term.check();
        if (!term.from().isAfter(former.last())) throw new Refused("from", "panel:renew_overlaps");
        open(term);
        free(former.person, term);
        Seat.Wanted wanted = new Seat.Wanted(former.kind, former.nominatingBody, former.deputyOf, term,
                former.profile(), null);
        alone(wanted, term);
        if (former.counted()) room(term, panel.size, "");
        Seat renewed = Seat.made(panel, former.person, wanted, term);
        renewed.renews = former;
        add(renewed);
        lead(renewed);
        return renewed;
    }

    /** Whether all who are in it, or will be, have room in the panel as it is to become. */
    void fits(Panel.Plan plan) {
        room(plan.term(), plan.size(), "size", 0);
        if (seats.stream().anyMatch(seat -> seat.endedOn == null && seat.toOn.isAfter(plan.term().to())))
            throw new Refused("to", "panel:seats_after");
        if (plan.term().from().isAfter(panel.fromOn)
                && seats.stream().anyMatch(seat -> seat.fromOn.isBefore(plan.term().from())))
            throw new Refused("from", "panel:seats_before");
    }

    private Seat.Wanted complete(Seat.Wanted asked) {
        Seat.Kind kind = Optional.ofNullable(asked.kind()).orElse(panel.kind.seat());
        boolean sent = panel.council() && (kind == Seat.Kind.MEMBER || kind == Seat.Kind.DEPUTY);
        if (sent && asked.nominatingBody() == null && asked.deputyOf() == null)
            throw new Refused("nominatingBody", "panel:body_missing");
        if (asked.nominatingBody() != null && asked.nominatingBody().length() > 200)
            throw new Refused("nominatingBody", "web:too_long", 200);
        Seat stoodFor = kind == Seat.Kind.DEPUTY ? stoodFor(asked) : null;
        String body = asked.nominatingBody() == null && stoodFor != null ? stoodFor.nominatingBody
                : asked.nominatingBody();
        return new Seat.Wanted(kind, body, stoodFor, asked.term(), asked.profile(), asked.birthYear());
    }

    private Seat stoodFor(Seat.Wanted asked) {
        Seat named = asked.deputyOf();
        if (named != null && (named.kind != Seat.Kind.MEMBER || !named.panel.equals(panel)))
            throw new Refused("deputyOf", "panel:deputy_of_whom");
        if (named != null && asked.nominatingBody() != null
                && !asked.nominatingBody().equalsIgnoreCase(named.nominatingBody))
            throw new Refused("deputyOf", "panel:deputy_of_other_body");
        return named != null || asked.nominatingBody() == null ? named
                : of(Seat.Kind.MEMBER, asked.nominatingBody()).reduce((earlier, later) -> later).orElse(null);
    }

    private Term term(Seat.Wanted wanted, LocalDate today) {
        Term term = wanted.term();
        if (term == null || term.from() == null) {
            LocalDate from = panel.fromOn.isAfter(today) ? panel.fromOn : today;
            term = new Term(from, term == null ? null : term.to());
        }
        if (term.to() == null) term = Term.usual(term.from()).until(panel.toOn);
        term.check();
        return term;
    }

    private void open(Term term) {
        if (panel.endedOn != null) throw new Refused("panel:ended_already");
        if (term.from().isBefore(panel.fromOn)) throw new Refused("from", "panel:term_before_panel");
        if (term.to().isAfter(panel.toOn)) throw new Refused("to", "panel:term_after_panel");
    }

    /** Whether the panel is for this person at all. Whoever writes its minutes need not be what its members are. */
    private void welcome(Person person, Seat.Wanted wanted, LocalDate today) {
        if (wanted.kind() == Seat.Kind.SECRETARY) return;
        if (person.staff() && panel.excludes(Panel.Exclusion.STAFF))
            throw new Refused("person", "panel:excluded_staff");
        if (person.id != null && councillors.contains(person.id) && panel.excludes(Panel.Exclusion.COUNCIL)
                && !panel.council())
            throw new Refused("person", "panel:excluded_council");
        if (panel.minimumAge != null) oldEnough(person, wanted, panel.minimumAge, today);
    }

    private static void oldEnough(Person person, Seat.Wanted wanted, int least, LocalDate today) {
        AgeGroup group = wanted.profile().ageGroup();
        if (wanted.birthYear() != null) {
            int age = today.getYear() - wanted.birthYear();
            if (age < 0 || age > Panel.OLDEST) throw new Refused("birthYear", "panel:birth_year_wrong");
            if (group != null && group != AgeGroup.of(age) && group != AgeGroup.of(Math.max(0, age - 1)))
                throw new Refused("birthYear", "panel:birth_year_other_group");
            if (age < least) throw new Refused("birthYear", "panel:too_young", least);
        } else if (group != null) {
            if (group.noneAtLeast(least)) throw new Refused("ageGroup", "panel:too_young", least);
            if (!group.allAtLeast(least)) throw new Refused("birthYear", "panel:birth_year_needed", least);
        } else if (!(least <= 18 && person.ageBand == AgeBand.ADULT)) {
            throw new Refused("ageGroup", "panel:age_needed", least);
        }
    }

    private void free(Person person, Term term) {
        if (byPerson.getOrDefault(person.publicId, List.of()).stream().anyMatch(seat -> seat.meets(term)))
            throw new Refused("person", "panel:seated_already");
    }

    /** Each body sends one member and one deputy, in a council at least. */
    private void alone(Seat.Wanted wanted, Term term) {
        if (!panel.council() || wanted.nominatingBody() == null) return;
        if (wanted.kind() != Seat.Kind.MEMBER && wanted.kind() != Seat.Kind.DEPUTY) return;
        if (of(wanted.kind(), wanted.nominatingBody()).anyMatch(seat -> seat.meets(term)))
            throw new Refused("nominatingBody", wanted.kind() == Seat.Kind.MEMBER ? "panel:body_has_member"
                    : "panel:body_has_deputy");
    }

    private Stream<Seat> of(Seat.Kind kind, String body) {
        return byBody.getOrDefault(body(kind, body), List.of()).stream();
    }

    private static String body(Seat.Kind kind, String body) {
        return kind + " " + body.toLowerCase(Locale.ROOT);
    }

    private void room(Term term, Integer size, String field) {
        room(term, size, field, 1);
    }

    /** On no day of the term more than the size; only days on which somebody begins can be the fullest. */
    private void room(Term term, Integer size, String field, int more) {
        if (size == null) return;
        if (counted + more <= size) return;
        List<Seat> meeting = seats.stream().filter(seat -> seat.counted() && seat.meets(term)).toList();
        Stream<LocalDate> days = Stream.concat(Stream.of(term.from()),
                meeting.stream().map(seat -> seat.fromOn).filter(term::on)).distinct();
        long most = days.mapToLong(day -> meeting.stream().filter(seat -> seat.sits(day)).count()).max().orElse(0);
        if (most + more > size) throw new Refused(field, more == 0 ? "panel:size_under_seats" : "panel:full", size);
    }

    /** Who stands in for a body's member stands in for the new one too. */
    private void lead(Seat member) {
        if (member.kind != Seat.Kind.MEMBER || member.nominatingBody == null) return;
        of(Seat.Kind.DEPUTY, member.nominatingBody).filter(deputy -> deputy.meets(member.term()))
                .forEach(deputy -> deputy.deputyOf = member);
    }
}
