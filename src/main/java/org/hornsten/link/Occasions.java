package org.hornsten.link;

import java.util.List;
import java.util.Optional;
import org.hornsten.kit.Ref;

/** A bean of the room that knows when and where a kind of things is: what an invitation to them says of it. */
public interface Occasions {
    /**
     * @param lines    when and where, in that language, one to a paragraph
     * @param calendar an iCalendar (RFC 5545) for the receiver's own calendar, where nothing is certain yet
     */
    record Occasion(List<String> lines, Optional<String> calendar) {}

    /** Nothing for another room's things. */
    Optional<Occasion> find(Ref about, String language);
}
