package org.hornsten.hearing;

import org.hornsten.diff.Anchor;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Contribution;
import org.hornsten.kit.Multilingual;

/**
 * One comment as it is shown on a version: in its own words, with where its passage stands now.
 *
 * @param fate    found where it was made on this version or its words still stand; else to be confirmed, or gone
 * @param section id of the section it is about now, empty for the whole or when it is gone
 * @param passage id of the passage it is about now, empty for a section, the whole, or when it is gone
 * @param earlier whether it was made on an earlier version
 */
public record Voice(Contribution said, Anchor.Fate fate, String section, String passage, boolean earlier) {

    /** For the lang attribute of the words, which stay in the language they were said in. */
    public String tag() {
        return Multilingual.plain(said.language);
    }

    /** A made-up name is for all who take part, a real one for staff only. */
    public boolean namedFor(boolean staff) {
        return (said.anonymity == Anonymity.PSEUDONYM || staff && said.anonymity == Anonymity.NAMED)
                && !said.authorName.isBlank() && !said.gone();
    }

    public boolean numbered() {
        return said.anonymity == Anonymity.PSEUDONYM && said.authorNumber != null && !said.gone();
    }

    public boolean unsure() {
        return fate == Anchor.Fate.UNSURE;
    }

    public boolean orphan() {
        return fate == Anchor.Fate.ORPHAN;
    }

    public boolean quoted() {
        return !said.quoteExact.isEmpty();
    }
}
