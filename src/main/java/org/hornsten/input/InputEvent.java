package org.hornsten.input;

import org.hornsten.kit.Ref;
import org.hornsten.ledger.Event;
import org.hornsten.ledger.Hidden;

/** What happens to what was said. */
public sealed interface InputEvent extends Event {
    record Said(Ref about, Ref contribution, Channel channel, Saying.Kind kind, Hidden words) implements InputEvent {}

    record Split(Ref about, int viewpoints) implements InputEvent {}

    record Joined(Ref about, Ref viewpoint) implements InputEvent {}

    record Sorted(Ref about, int viewpoints) implements InputEvent {}

    record Masked(Ref about, int length) implements InputEvent {}

    record Deflected(Ref about, Contribution.Deflection to) implements InputEvent {}

    /** Staff have read what a young person said, and let others read it. */
    record LetThrough(Ref about) implements InputEvent {}

    record KeptBack(Ref about) implements InputEvent {}

    record Withdrawn(Ref about) implements InputEvent {}

    record Erased(Ref about) implements InputEvent {}

    record Forgotten(Ref about) implements InputEvent {}

    record Wrote(Ref about, boolean staff, Hidden words) implements InputEvent {}
}
