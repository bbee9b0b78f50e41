package org.hornsten.hearing;

import org.hornsten.kit.Ref;
import org.hornsten.ledger.Event;

/** What happens to a draft when it is heard; what was said is an event of {@code input}. */
public sealed interface HearingEvent extends Event {

    /** Its author took an answer out of the pool before anybody read it. */
    record TakenBack(Ref about, int number) implements HearingEvent {}

    /** Too few answered without a name, and too long ago: their envelopes went unread. */
    record Dropped(Ref about, int number) implements HearingEvent {}
}
