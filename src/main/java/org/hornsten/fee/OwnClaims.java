package org.hornsten.fee;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.ledger.Event;
import org.hornsten.privacy.Own;

/** What a person has claimed. What was paid stays in the accounts, without words. */
@ApplicationScoped
class OwnClaims implements Own {

    @Override
    public List<Event> forget(Person person, Optional<Person> by, LocalDate today) {
        Claims.leave(person);
        return List.of();
    }
}
