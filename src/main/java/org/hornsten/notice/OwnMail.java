package org.hornsten.notice;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.ledger.Event;
import org.hornsten.privacy.Own;

/** Mail to a person: nothing is sent any more, not even what other rooms have just written. */
@Priority(Own.LAST)
@ApplicationScoped
class OwnMail implements Own {

    @Override
    public List<Event> forget(Person person, Optional<Person> by, LocalDate today) {
        Mail.forget(person);
        return List.of();
    }
}
