package org.hornsten.publishing;

import org.hornsten.draft.Because;
import org.hornsten.kit.Ref;
import org.hornsten.ledger.Event;

/** What happens before a version is published. */
public sealed interface PublishingEvent extends Event {
    record Explained(Ref about, String language, String change, Because because) implements PublishingEvent {}
}
