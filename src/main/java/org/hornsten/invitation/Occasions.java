package org.hornsten.invitation;

import java.util.List;
import java.util.Optional;
import org.hornsten.kit.Ref;

/** A bean of each room whose things have a time and a place: what an invitation to them says of it. */
public interface Occasions {
    /**
     * @param lines    when and where, in that language, one to a paragraph
     * @param calendar an iCalendar (RFC 5545) for the receiver's own calendar
     */
    record Occasion(List<String> lines, Optional<String> calendar) {}

    /** Nothing for another room's things. */
    Optional<Occasion> find(Ref about, String language);
}
