package org.hornsten.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hornsten.calendar.CalendarKey;
import org.hornsten.calendar.Tidings;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.ledger.Event;
import org.hornsten.ledger.Ledger;
import org.hornsten.privacy.Own;
import org.hornsten.workshop.Registration;
import org.hornsten.workshop.Workshop;

/** Takes answers: keeps them, and tells whoever got or lost a seat by them, in one transaction. */
@ApplicationScoped
public class Reception implements Own {
    private final Ledger ledger;
    private final Tidings tidings;
    private final Envelope envelope;
    private final Clock clock;

    Reception(Ledger ledger, Tidings tidings, Envelope envelope, Clock clock) {
        this.ledger = ledger;
        this.tidings = tidings;
        this.envelope = envelope;
        this.clock = clock;
    }

    /** Somebody answers for himself or herself. */
    public Registration answered(Me me, Workshop workshop, Registration.Answer answer) {
        return said(me.person(), workshop, me.known(), answer);
    }

    /** Somebody said it by phone, and who works here writes it down. */
    Registration typedIn(Me me, Workshop workshop, Person person, Registration.Answer answer) {
        return kept(me.person(), Registration.answer(workshop, person, answer, me.person(), clock.instant()));
    }

    void needs(Me me, Registration registration, Needs needs) {
        envelope.close(registration, needs).ifPresent(event -> ledger.keep(me, event));
    }

    /** Somebody is erased: the seat is somebody else's, what was needed is gone, and so is the way to the calendar. */
    @Override
    public List<Event> forget(Person person, Optional<Person> by, LocalDate today) {
        Registration.everOf(person).forEach(registration -> {
            if (registration.workshop.coming && !registration.declined())
                said(by, registration.workshop, person, Registration.Answer.NO);
            registration.forgetNeeds();
        });
        CalendarKey.forget(person);
        return List.of();
    }

    public Registration said(Optional<Person> by, Workshop workshop, Person person, Registration.Answer answer) {
        return kept(by, Registration.answer(workshop, person, answer, Optional.empty(), clock.instant()));
    }

    private Registration kept(Optional<Person> by, Registration.Answered answered) {
        answered.events().forEach(event -> ledger.keep(by, event));
        Registration registration = answered.registration();
        // who says no to the first question is not written to about it
        if (!answered.events().isEmpty() && (answered.left() || !registration.declined()))
            tidings.answered(registration);
        tidings.promoted(answered.promoted());
        return registration;
    }
}
