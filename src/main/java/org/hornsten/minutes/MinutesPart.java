package org.hornsten.minutes;

import org.hornsten.workshop.Workshop;

/** What another room has to put into the minutes of a workshop: a bean of the room that owns it. */
public interface MinutesPart {
    /** Among the parts: the smaller, the earlier. */
    int place();

    /** Markdown in that language, with a heading of its own of the second level; empty where there is nothing to tell. */
    String of(Workshop workshop, String language);
}
