package org.hornsten.draft;

import java.time.Instant;
import java.util.List;
import org.hornsten.input.Anonymity;
import org.hornsten.kit.Ref;
import org.hornsten.ledger.Event;

/** What happens to a draft. */
public sealed interface DraftEvent extends Event {
    record Begun(Ref about, String language, int passages) implements DraftEvent {}

    record Edited(Ref about, String language, int passages) implements DraftEvent {}

    record Confirmed(Ref about, String language, String section) implements DraftEvent {}

    /**
     * @param fingerprints of the texts, by language
     * @param opensAt      of the round that opens with it, and what it promises
     */
    record Published(Ref about, int number, List<String> fingerprints, int changes, boolean overridden,
            Instant opensAt, Instant closesAt, Anonymity anonymity, int k) implements DraftEvent {}

    record Promised(Ref about, int number, Anonymity anonymity, int k) implements DraftEvent {}

    /** More time because too few had answered without a name. */
    record Extended(Ref about, int number, Instant closesAt) implements DraftEvent {}

    record Closed(Ref about, int number, boolean overridden) implements DraftEvent {}
}
