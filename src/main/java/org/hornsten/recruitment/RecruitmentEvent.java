package org.hornsten.recruitment;

import java.time.Instant;
import org.hornsten.kit.Ref;
import org.hornsten.ledger.Event;
import org.hornsten.link.Over;

/**
 * What happens to a call and to those who answer it. {@code about} is the call, the application, or the person who
 * left.
 */
public sealed interface RecruitmentEvent extends Event {
    record Announced(Ref about, Ref panel, OpenCall.Method method) implements RecruitmentEvent {}

    record Altered(Ref about) implements RecruitmentEvent {}

    record Prolonged(Ref about, Instant until) implements RecruitmentEvent {}

    record Applied(Ref about, Ref call, Application.Way way) implements RecruitmentEvent {}

    /** Not called withdrawn: the journal outside the database hears of the person who is erased by it. */
    record TakenBack(Ref about, Ref call) implements RecruitmentEvent {}

    record Sampled(Ref about, int people) implements RecruitmentEvent {}

    /** What staff thinks of somebody without a name, until it is decided. */
    record Marked(Ref about, Ref call, int number, Application.Mark mark) implements RecruitmentEvent {}

    /** @param marks SHA-256 of all drawn numbers in drawn order, each with a line feed behind it */
    record Drawn(Ref about, String seed, int numbers, String marks) implements RecruitmentEvent {}

    record Decided(Ref about, int asked, int reserves, int others) implements RecruitmentEvent {}

    /** The panel was ended. */
    record CalledOff(Ref about, Ref panel, int people) implements RecruitmentEvent, Over {}

    record Asked(Ref about, Ref call, int number) implements RecruitmentEvent {}

    record Accepted(Ref about, Ref call, int number) implements RecruitmentEvent {}

    record Declined(Ref about, Ref call, int number) implements RecruitmentEvent {}

    /** No answer came in time. */
    record Lapsed(Ref about, Ref call, int number) implements RecruitmentEvent {}

    /** The person had to do with the call only, and is erased. */
    record Left(Ref about) implements RecruitmentEvent {}
}
