package org.hornsten.guardian;

import java.util.List;
import org.hornsten.kit.Ref;
import org.hornsten.ledger.Event;

/** What happens to a guardian's link. What it leads to happens to the project. */
public sealed interface GuardianEvent extends Event {
    /** @param ended the earlier links it takes the place of */
    record Asked(Ref about, Ref person, Ref link, List<Ref> ended) implements GuardianEvent {}

    record Replied(Ref about, GuardianLink.Answer answer) implements GuardianEvent {}

    record Ended(Ref about) implements GuardianEvent {}
}
