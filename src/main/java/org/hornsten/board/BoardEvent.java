package org.hornsten.board;

import org.hornsten.kit.Ref;
import org.hornsten.ledger.Event;

/** What happens to a workshop's board; what was said on it is an event of {@code input}. */
public sealed interface BoardEvent extends Event {
    record Opened(Ref about) implements BoardEvent {}

    record Moved(Ref about, String step) implements BoardEvent {}

    record Ended(Ref about) implements BoardEvent {}

    /** What a step asks of the room is settled. */
    record Settled(Ref about, String step) implements BoardEvent {}

    /** Taken off the screen, or put back; what was said stays. */
    record Hidden(Ref about, boolean hidden) implements BoardEvent {}

    /** Put under a heading, or taken out from under it where that is empty. */
    record Grouped(Ref about, String heading) implements BoardEvent {}

    /** Somebody nobody knows put a dot on a note or took it back. */
    record Dotted(Ref about, String step, boolean back) implements BoardEvent {}

    /** Somebody nobody knows answered a quick question. */
    record Replied(Ref about, String step) implements BoardEvent {}
}
