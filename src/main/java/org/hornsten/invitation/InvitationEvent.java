package org.hornsten.invitation;

import java.util.List;
import org.hornsten.kit.Ref;
import org.hornsten.ledger.Event;

/** What happens to a right to take part. */
public sealed interface InvitationEvent extends Event {
    /** @param ended the earlier links it takes the place of */
    record Made(Ref about, Ref link, List<Ref> ended) implements InvitationEvent {}

    record Used(Ref about) implements InvitationEvent {}

    record Ended(Ref about) implements InvitationEvent {}
}
