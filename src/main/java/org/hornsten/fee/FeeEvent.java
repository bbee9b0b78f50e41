package org.hornsten.fee;

import java.time.LocalDate;
import org.hornsten.kit.Ref;
import org.hornsten.ledger.Event;

/** What happens to fees and claims, with the amounts an account needs; never a reason, a note or a name. */
public sealed interface FeeEvent extends Event {
    record Agreed(Ref about, Ref within, Task task, FeeRule.Per per, Cents cents, LocalDate validFrom)
            implements FeeEvent {}

    record Begun(Ref about, Ref workshop, boolean typedIn) implements FeeEvent {}

    /** One of its questions is answered. */
    record Filled(Ref about, Claim.Question question) implements FeeEvent {}

    record Claimed(Ref about, Ref workshop, Cents total, int items, boolean feeDeclined) implements FeeEvent {}

    record SentBack(Ref about) implements FeeEvent {}

    record Granted(Ref about, Cents total) implements FeeEvent {}

    record Rejected(Ref about) implements FeeEvent {}

    /** Payroll will know the person by a reference. */
    record Referenced(Ref about) implements FeeEvent {}

    record Batched(Ref about, Ref within, int number, int claims, Cents total) implements FeeEvent {}

    record Paid(Ref about, int number) implements FeeEvent {}
}
