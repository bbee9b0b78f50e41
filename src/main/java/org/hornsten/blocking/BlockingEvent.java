package org.hornsten.blocking;

import org.hornsten.kit.Ref;
import org.hornsten.ledger.Event;
import org.hornsten.ledger.Hidden;

/** Who may not come in, and who may again. */
public sealed interface BlockingEvent extends Event {
    /** @param words of the administrator, as a commitment only */
    record Blocked(Ref about, Block.Reason reason, Hidden words) implements BlockingEvent {}

    record Unblocked(Ref about) implements BlockingEvent {}
}
