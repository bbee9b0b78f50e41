package org.hornsten.results;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.ledger.Event;
import org.hornsten.privacy.Own;

/** Which results a person was told of. */
@ApplicationScoped
class OwnTellings implements Own {

    @Override
    public List<Event> forget(Person person, Optional<Person> by, LocalDate today) {
        Told.forget(person);
        return List.of();
    }
}
