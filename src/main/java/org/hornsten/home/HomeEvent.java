package org.hornsten.home;

import org.hornsten.identity.Role;
import org.hornsten.kit.Ref;
import org.hornsten.ledger.Event;

/** What people do with what is theirs. */
public sealed interface HomeEvent extends Event {
    /** Somebody had name and details erased; what was said stays as a fact. */
    record Left(Ref about, int contributions) implements HomeEvent {}

    /** Somebody came from the provider for the first time, or with another task than before. */
    record Arrived(Ref about, Role role) implements HomeEvent {}

    /** The provider said that a person's sign-in there ended. */
    record SignedOut(Ref about) implements HomeEvent {}

    /** Somebody took a copy of all that is kept about them. */
    record Copied(Ref about) implements HomeEvent {}

    record Preferred(Ref about, String language) implements HomeEvent {}
}
