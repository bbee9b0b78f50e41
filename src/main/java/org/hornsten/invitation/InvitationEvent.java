package org.hornsten.invitation;

import org.hornsten.kit.Ref;
import org.hornsten.ledger.Event;

/** What happens to a right to take part. */
public sealed interface InvitationEvent extends Event {
    record Made(Ref about, Ref link) implements InvitationEvent {}

    record Used(Ref about) implements InvitationEvent {}

    record Ended(Ref about) implements InvitationEvent {}
}
