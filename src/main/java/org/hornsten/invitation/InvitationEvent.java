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

    /** Letters with their codes in plain words, to be fetched by their maker for some hours. */
    record Written(Ref about, Ref project, int letters) implements InvitationEvent {}

    record Opened(Ref about) implements InvitationEvent {}

    /** The plain codes are gone: after printing, or because their time was over. */
    record Destroyed(Ref about, boolean printed) implements InvitationEvent {}
}
