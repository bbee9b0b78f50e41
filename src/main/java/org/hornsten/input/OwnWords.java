package org.hornsten.input;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.ledger.Event;
import org.hornsten.privacy.Own;

/** What a person has said. Its words go; places, counts and answers stay. */
@ApplicationScoped
class OwnWords implements Own {

    @Override
    public List<Event> forget(Person person, Optional<Person> by, LocalDate today) {
        return Contributions.everOf(person).stream().<Event>map(said -> said.erase(today)).toList();
    }
}
