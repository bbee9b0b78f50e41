package org.hornsten.input;

import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Hidden;
import org.hornsten.text.Quote;

/**
 * All that is known when somebody says something.
 *
 * @param about   the draft or other thing it is about
 * @param version of the draft it was made on, 0 where the thing has no versions
 * @param section id, empty when about the whole
 * @param passage id, empty when about the whole section
 * @param quote   the exact words meant, empty when about the whole passage
 * @param authorKind null where it could tell who it was
 * @param author  nobody, when the person is not to be known or has no record here
 * @param authorName as staff know the author or as others may call them; empty when only the number is shown
 * @param authorNumber the author's number in the project, 0 without one
 * @param typedBy the member of staff who typed it in on behalf of somebody
 */
public record Saying(Ref about, int version, String section, String passage, Optional<Quote> quote, Channel channel,
                     Kind kind, String language, Hidden words, Anonymity anonymity, Optional<Person> author,
                     PersonKind authorKind, String authorName, int authorNumber, Optional<Person> typedBy,
                     LocalDate receivedOn) {

    /** @throws Refused when nothing is said, or too much */
    public Saying {
        if (words.words().isBlank()) throw new Refused("words", "input:words_missing");
        if (words.words().length() > Contribution.LONGEST)
            throw new Refused("words", "input:words_long", Contribution.LONGEST);
    }

    @Schema(name = "ContributionKind")
    public enum Kind { COMMENT, OPINION, WISH, NOTE, ANSWER, FEEDBACK, STATEMENT }
}
