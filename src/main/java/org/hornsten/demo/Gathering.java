package org.hornsten.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.hornsten.draft.Draft;
import org.hornsten.identity.Person;
import org.hornsten.kit.Multilingual;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Project;
import org.hornsten.workshop.Accessibility;
import org.hornsten.workshop.Material;
import org.hornsten.workshop.Plan;
import org.hornsten.workshop.Registration;
import org.hornsten.workshop.Step;
import org.hornsten.workshop.Workshop;

/**
 * A workshop of the demo world as its file tells it: on a day that has been, or so many days from whenever the demo
 * begins.
 */
record Gathering(String project, LocalDate day, Integer inDays, LocalTime from, LocalTime to, int closesDaysBefore,
                 Workshop.Form form, Multilingual title, Multilingual description, Multilingual place, String link,
                 Integer seats, List<Step> programme, Accessibility accessibility, List<Material> materials,
                 Multilingual minutes, List<Cast> coming) {

    void gather(Ledger ledger, Clock clock) {
        Project within = Project.<Project>find("slug", project).firstResult();
        Person lead = Players.person(Cast.LEAD);
        Instant begins = at(from, clock);
        Instant planned = begins.isBefore(clock.instant()) ? at(LocalTime.MIN, clock) : clock.instant();
        Workshop workshop = Workshop.planned(within, plan(within, clock), planned);
        ledger.keep(Optional.of(lead), workshop.begun());
        if (coming != null) coming.forEach(who -> Registration.answer(workshop, Players.person(who),
                Registration.Answer.YES, Optional.empty(), clock.instant()).events()
                .forEach(event -> ledger.keep(Optional.of(Players.person(who)), event)));
        if (minutes != null) ledger.keep(Optional.of(Players.person(Cast.FACILITATOR)), workshop.publish(minutes,
                Players.person(Cast.FACILITATOR), at(to, clock).plusSeconds(86_400)));
    }

    private Plan plan(Project within, Clock clock) {
        Instant begins = at(from, clock);
        Instant closes = on(clock).minusDays(closesDaysBefore).atTime(from).atZone(clock.getZone()).toInstant();
        return new Plan(title, description, form, begins, at(to, clock), closes, place, link, seats, programme,
                accessibility, materials, Draft.of(within).stream().findFirst().orElse(null));
    }

    private Instant at(LocalTime time, Clock clock) {
        return on(clock).atTime(time).atZone(clock.getZone()).toInstant();
    }

    /** On a day people work: a Saturday or Sunday becomes the Monday after it. */
    private LocalDate on(Clock clock) {
        LocalDate there = day == null ? LocalDate.now(clock).plusDays(inDays) : day;
        return there.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 ? there
                : there.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }
}
