package org.hornsten.workshop;

import java.util.Optional;

/** A bean of each room that has something for people who were at a workshop; this room only asks. */
public interface Afterwards {
    /** Nothing where the person has nothing more to do there and nothing to see. */
    Optional<Way> of(Registration was);

    /**
     * Where the person goes on, in the reader's words.
     *
     * @param told   how it stands; empty where nothing has happened yet
     * @param asking whether it is the person's turn to do something
     */
    record Way(String told, String label, String path, boolean asking) {}
}
