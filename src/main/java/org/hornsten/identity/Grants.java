package org.hornsten.identity;

import java.util.Optional;

/** Rights given to one person without an account. The room that gives them knows them; this room only asks. */
public interface Grants {

    /** @param project internal id of the only project the right opens */
    record Grant(Person person, long project) {}

    /** Nothing as soon as the right has ended, is over or was replaced, or its person may no longer take part. */
    Optional<Grant> live(String id);
}
