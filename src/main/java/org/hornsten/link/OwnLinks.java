package org.hornsten.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.ledger.Event;
import org.hornsten.privacy.Own;

/** The links of a person: none of them opens anything any more. */
@ApplicationScoped
class OwnLinks implements Own {

    @Override
    public List<Event> forget(Person person, Optional<Person> by, LocalDate today) {
        return PersonalLink.of(person).stream().<Event>map(link -> link.end(today)).toList();
    }
}
