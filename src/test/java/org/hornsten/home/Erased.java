package org.hornsten.home;

import io.quarkus.arc.Arc;
import java.util.Optional;
import org.hornsten.World;
import org.hornsten.identity.Person;

/** Somebody whose time is over, for tests of the rooms that keep something of people. */
public final class Erased {
    private Erased() {}

    /** @param publicId of the person */
    public static void now(String publicId) {
        World.act(() -> {
            Person person = Person.<Person>find("publicId", publicId).firstResult();
            Arc.container().instance(Leaving.class).get().erase(person, Optional.empty());
            return person;
        });
    }
}
