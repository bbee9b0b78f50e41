package org.hornsten.project;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.privacy.Disclosure;

/** Whose names a reader may see now: colleagues', one's own, and those opened for a purpose a short while ago. */
public record Naming(long reader, Set<Long> open) {

    public static Naming of(Me me, Instant now) {
        return new Naming(me.id(), Disclosure.openTo(me, now));
    }

    public boolean shows(Person person) {
        return person.staff() || person.id == reader || open.contains(person.id);
    }

    /** The name, or nothing where it is masked or missing. */
    public Optional<String> name(Person person) {
        return Optional.of(person.name).filter(name -> !name.isEmpty() && shows(person));
    }
}
