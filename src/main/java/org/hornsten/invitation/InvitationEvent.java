package org.hornsten.invitation;

import org.hornsten.kit.Ref;
import org.hornsten.ledger.Event;

/** What happens with invitations; how many, not who: the links' own entries stand beside it. */
sealed interface InvitationEvent extends Event {
    record Invited(Ref about, Ref project, Invitation.Channel channel, int people, boolean greeted)
            implements InvitationEvent {}

    record Reminded(Ref about, Ref project, int people) implements InvitationEvent {}

    /** What they were asked to is over before they could answer. */
    record CalledOff(Ref about, Ref project, int people, int mails) implements InvitationEvent {}
}
