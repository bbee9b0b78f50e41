package org.hornsten.rating;

import org.hornsten.kit.Ref;
import org.hornsten.ledger.Event;

/** What happens to a version when it is rated. */
public sealed interface RatingEvent extends Event {
    record Rated(Ref about, int number, int criteria) implements RatingEvent {}
}
