package org.hornsten.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.ledger.Event;
import org.hornsten.privacy.Own;

/** A greeting may call somebody by name. */
@ApplicationScoped
class OwnInvitations implements Own {

    @Override
    public List<Event> forget(Person person, Optional<Person> by, LocalDate today) {
        Invitation.forget(person);
        return List.of();
    }
}
