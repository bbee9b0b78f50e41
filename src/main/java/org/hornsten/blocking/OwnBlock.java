package org.hornsten.blocking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.ledger.Event;
import org.hornsten.privacy.Own;

/** That a person was shut out, and why. */
@ApplicationScoped
class OwnBlock implements Own {

    @Override
    public List<Event> forget(Person person, Optional<Person> by, LocalDate today) {
        Block.forget(person);
        return List.of();
    }
}
