package org.hornsten.handout;

import org.hornsten.kit.Ref;
import org.hornsten.ledger.Event;

/** What happens to the files of a workshop; neither their names nor what stands in them. */
public sealed interface HandoutEvent extends Event {
    record Brought(Ref about, Ref workshop, Handout.Kind kind, int size) implements HandoutEvent {}

    record TakenAway(Ref about, Ref workshop) implements HandoutEvent {}
}
