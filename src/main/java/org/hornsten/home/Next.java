package org.hornsten.home;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hornsten.draft.Round;
import org.hornsten.kit.Multilingual;

/**
 * What somebody who takes part can do next.
 *
 * @param at when it happens or until when it is asked; null where there is no hurry
 */
public record Next(Kind kind, Multilingual title, Multilingual project, String path, Instant at) {

    /** In the order of how much it matters that somebody does it. */
    public enum Kind {
        CHOSEN, CLAIM_RETURNED, ANSWER, COME, READ, CLAIM_BEGUN, CLAIM, QUEUE;

        /** Whether nothing goes on for somebody until this is answered. */
        boolean waitedFor() {
            return this == CHOSEN || this == CLAIM_RETURNED;
        }
    }

    /** What somebody waits for comes first, then what is over soonest. */
    static List<Next> of(List<Round> asked, List<Going> going, List<Seeking> seeking) {
        return Stream.of(seeking.stream().flatMap(one -> one.next().stream()),
                        going.stream().flatMap(one -> one.next().stream()), asked.stream().map(Next::of))
                .flatMap(all -> all).sorted(Comparator.comparing((Next next) -> next.kind.waitedFor() ? 0 : 1)
                        .thenComparing(Next::at, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Next::kind)).toList();
    }

    private static Next of(Round round) {
        return new Next(Kind.READ, round.version.draft.title, round.version.draft.project.title,
                round.version.draft.path(), round.closesAt);
    }
}
