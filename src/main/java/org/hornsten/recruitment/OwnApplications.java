package org.hornsten.recruitment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.ledger.Event;
import org.hornsten.privacy.Own;

/** What a person has written to get into a panel. That somebody applied, and the number, stay for the draw. */
@ApplicationScoped
class OwnApplications implements Own {
    private final Outcome outcome;

    OwnApplications(Outcome outcome) {
        this.outcome = outcome;
    }

    @Override
    public List<Event> forget(Person person, Optional<Person> by, LocalDate today) {
        outcome.forget(by, person);
        return List.of();
    }
}
