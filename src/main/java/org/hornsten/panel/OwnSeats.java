package org.hornsten.panel;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.ledger.Event;
import org.hornsten.privacy.Own;

/** Where a person sits and what the person has lived through. */
@ApplicationScoped
class OwnSeats implements Own {

    @Override
    public List<Event> forget(Person person, Optional<Person> by, LocalDate today) {
        Experience.forget(person);
        return Seat.everOf(person).stream().flatMap(seat -> seat.forget(today).stream()).map(rose -> (Event) rose)
                .toList();
    }
}
