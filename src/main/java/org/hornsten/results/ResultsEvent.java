package org.hornsten.results;

import org.hornsten.kit.Ref;
import org.hornsten.ledger.Event;

/** What happens with the results of workshops. */
sealed interface ResultsEvent extends Event {
    /** How many, not who. */
    record Told(Ref about, Audience audience, int people) implements ResultsEvent {}
}
