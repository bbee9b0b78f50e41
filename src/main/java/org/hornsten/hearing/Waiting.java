package org.hornsten.hearing;

import java.time.LocalDate;
import java.util.Optional;
import org.hornsten.draft.Draft;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Channel;
import org.hornsten.input.Saying;
import org.hornsten.ledger.Hidden;
import org.hornsten.text.Quote;

/**
 * A comment as it waits in the pool: all that is told later, and nothing of who said it or when.
 *
 * @param id      what its author knows it by
 * @param receipt mark of the code that opens it
 */
public record Waiting(String id, byte[] receipt, int version, String section, String passage, String exact,
                      String prefix, String suffix, Saying.Kind kind, String language, String words, String salt,
                      PersonKind authorKind) {

    /** @param authorKind null where it could tell who it was */
    static Waiting of(String id, byte[] receipt, Saying said, PersonKind authorKind) {
        Quote quote = said.quote().orElse(new Quote("", "", ""));
        return new Waiting(id, receipt, said.version(), said.section(), said.passage(), quote.exact(), quote.prefix(),
                quote.suffix(), said.kind(), said.language(), said.words().words(), said.words().salt(), authorKind);
    }

    /** As said that day: the day it was let out. */
    Saying saying(Draft draft, LocalDate day) {
        return new Saying(draft.ref(), version, section, passage,
                exact.isEmpty() ? Optional.empty() : Optional.of(new Quote(exact, prefix, suffix)), Channel.WEB, kind,
                language, new Hidden(words, salt), Anonymity.ANONYMOUS, Optional.empty(), authorKind, "", 0,
                Optional.empty(), day);
    }
}
