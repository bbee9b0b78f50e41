package org.hornsten.project;

import org.hornsten.kit.Ref;
import org.hornsten.ledger.Event;

/** What happens to a project itself. */
public sealed interface ProjectEvent extends Event {
    record SetUp(Ref about, Stage stage, Level level) implements ProjectEvent {}

    record Described(Ref about, Stage stage, Level level) implements ProjectEvent {}

    /** A guardian lets a minor answer by name. */
    record Approved(Ref about, Ref person) implements ProjectEvent {}

    record Disapproved(Ref about, Ref person) implements ProjectEvent {}

    /** Another e-mail address was written down for somebody without an account; not which. */
    record Readdressed(Ref about, Ref person) implements ProjectEvent {}

    record Joined(Ref about, Ref person, Membership.Role role) implements ProjectEvent {}
}
