package org.hornsten.demo;

import java.util.Map;
import java.util.Optional;
import org.hornsten.identity.Person;

/**
 * Who plays whom when an example is told again.
 *
 * @param lead     answers, writes and publishes
 * @param typist   types in what came by letter, by phone and in the room
 * @param speakers those with a record here, by the name they speak under
 */
public record Players(Person lead, Person typist, Map<String, Person> speakers) {

    /** @throws IllegalStateException when the people of the demo have not come yet */
    static Person person(Cast who) {
        return Person.called(who.userName()).orElseThrow(() -> new IllegalStateException("Nobody came as " + who));
    }

    Optional<Person> speaker(String name) {
        return Optional.ofNullable(speakers.get(name));
    }
}
