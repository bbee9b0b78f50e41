package org.hornsten.invitation;

import java.util.Optional;
import java.util.Set;
import org.hornsten.kit.Ref;

/** A bean of each room that owns something people are invited to: who has answered, and whether one still may. */
public interface Answers {
    /** Internal ids of people; nothing for another room's things, and where it cannot be known who has answered. */
    Optional<Set<Long>> answeredBy(Ref about);

    /** Whether answers are still taken, by the database's clock; true for another room's things. */
    default boolean taken(Ref about) {
        return true;
    }

    /** Whether those who work here may see who has answered; true for another room's things. */
    default boolean shown(Ref about) {
        return true;
    }
}
