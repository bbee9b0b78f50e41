package org.hornsten.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.hornsten.board.Voters;
import org.hornsten.draft.Draft;
import org.hornsten.identity.Person;
import org.hornsten.kit.Multilingual;
import org.hornsten.ledger.Ledger;
import org.hornsten.notice.Outbox;
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
                 Multilingual minutes, List<Cast> coming, Wall board, List<Posted> mails) {
    /** What has been was once to come. */
    private static final Duration AHEAD = Duration.ofDays(3650);

    /** What writes down what happened there. */
    record Pens(Replay.Pen pen, Voters voters, Outbox outbox) {}

    void gather(Pens pens, Clock clock) {
        Ledger ledger = pens.pen().ledger();
        Project within = Project.<Project>find("slug", project).firstResult();
        Person lead = Players.person(Cast.LEAD);
        Instant begins = at(from, clock);
        Instant planned = begins.isBefore(clock.instant()) ? at(LocalTime.MIN, clock) : clock.instant();
        Workshop workshop = Workshop.planned(within, plan(within, clock), planned);
        ledger.keep(Optional.of(lead), workshop.begun());
        if (coming != null) answer(workshop, begins.isBefore(clock.instant()), ledger, clock);
        if (board != null) board.hang(workshop, pens.pen(), pens.voters(), clock);
        if (board != null) new Purse(ledger, clock).open(workshop);
        if (mails != null) mails.forEach(one -> one.post(pens.outbox(), workshop, LocalDate.now(clock)));
        if (minutes != null) ledger.keep(Optional.of(Players.person(Cast.FACILITATOR)), workshop.publish(minutes,
                Players.person(Cast.FACILITATOR), at(to, clock).plusSeconds(86_400)));
    }

    /** Whoever is named comes; to what has been they said so before, and were there. */
    private void answer(Workshop workshop, boolean past, Ledger ledger, Clock clock) {
        if (past) shift(workshop, AHEAD);
        List<Registration> all = coming.stream().map(who -> {
            Registration.Answered answered = Registration.answer(workshop, Players.person(who),
                    Registration.Answer.YES, Optional.empty(), clock.instant());
            answered.events().forEach(event -> ledger.keep(Optional.of(Players.person(who)), event));
            return answered.registration();
        }).toList();
        if (!past) return;
        shift(workshop, AHEAD.negated());
        all.forEach(one -> one.attend(true).ifPresent(event ->
                ledger.keep(Optional.of(Players.person(Cast.FACILITATOR)), event)));
    }

    private static void shift(Workshop workshop, Duration by) {
        Workshop.flush();
        Workshop.update("startsAt = ?1, endsAt = ?2, closesAt = ?3 where id = ?4", workshop.startsAt.plus(by),
                workshop.endsAt.plus(by), workshop.closesAt.plus(by), workshop.id);
        Workshop.getEntityManager().refresh(workshop);
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
