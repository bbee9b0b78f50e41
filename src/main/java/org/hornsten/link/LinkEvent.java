package org.hornsten.link;

import java.util.List;
import org.hornsten.kit.Ref;
import org.hornsten.ledger.Event;

/** What happens to a right to take part. */
public sealed interface LinkEvent extends Event {
    /** @param ended the earlier links it takes the place of */
    record Made(Ref about, Ref link, List<Ref> ended) implements LinkEvent {}

    record Used(Ref about) implements LinkEvent {}

    record Ended(Ref about) implements LinkEvent {}
}
