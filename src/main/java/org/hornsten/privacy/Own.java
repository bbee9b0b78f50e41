package org.hornsten.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.ledger.Event;

/** What a room keeps of people. A bean of each room that keeps something; who erases somebody asks them all. */
public interface Own {
    /** The priority of whoever comes last: after what other rooms write to the person while they forget. */
    int LAST = -1;

    /** Before anything goes, while the words are there: what others must look at because of it. */
    default List<Event> doubts(Person person, LocalDate today) {
        return List.of();
    }

    /**
     * The person leaves the house: what tells about the person goes, counts and proofs stay.
     *
     * @param by who wanted it; nobody where time or a restored backup did
     * @return what is to be kept of it in the ledger, and is not yet
     */
    default List<Event> forget(Person person, Optional<Person> by, LocalDate today) {
        return List.of();
    }
}
