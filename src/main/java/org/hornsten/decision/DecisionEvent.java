package org.hornsten.decision;

import java.util.List;
import org.hornsten.kit.Ref;
import org.hornsten.ledger.Event;

/** What happens when somebody answers. */
public sealed interface DecisionEvent extends Event {
    record Decided(Ref about, Ref decision, Disposition disposition,
            List<String> viewpoints) implements DecisionEvent {}

    record Revised(Ref about, Ref decision, Disposition disposition) implements DecisionEvent {}

    record Done(Ref about) implements DecisionEvent {}

    record Confirmed(Ref about, Ref other) implements DecisionEvent {}

    record Phrased(Ref about, Ref phrase) implements DecisionEvent {}

    /** Somebody was erased whose words may be quoted there. */
    record Doubted(Ref about, int places) implements DecisionEvent {}

    record Settled(Ref about, boolean blanked) implements DecisionEvent {}
}
