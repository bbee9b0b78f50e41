package org.hornsten.privacy;

import java.time.Instant;
import java.util.List;
import org.hornsten.kit.Ref;
import org.hornsten.ledger.Event;

/** What happens to what is kept of people. */
public sealed interface PrivacyEvent extends Event {
    /** Somebody who works here opened a person's data. */
    record Disclosed(Ref about, Ref within, Disclosure.Purpose purpose, List<Disclosure.Field> fields, Instant until)
            implements PrivacyEvent {}

    /** Somebody opened so many people's data in a day that an administrator is told. */
    record Overread(Ref about, int people) implements PrivacyEvent {}

    /** Time was over for so many. */
    record Expired(Ref about, long ended) implements PrivacyEvent {}
}
