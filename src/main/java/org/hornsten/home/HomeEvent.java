package org.hornsten.home;

import org.hornsten.kit.Ref;
import org.hornsten.ledger.Event;

/** What people do with what is theirs. */
public sealed interface HomeEvent extends Event {
    /** Somebody had name and details erased; what was said stays as a fact. */
    record Left(Ref about, int contributions) implements HomeEvent {}

    record Preferred(Ref about, String language) implements HomeEvent {}
}
