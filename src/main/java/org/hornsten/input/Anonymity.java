package org.hornsten.input;

import java.util.Locale;

/** Who can know who said it; ordered from the least to the most private. */
public enum Anonymity {
    NAMED, PSEUDONYM, ANONYMOUS;

    /** What is promised by it, in the words beside the button: a key. Where few are asked it is less. */
    public String told() {
        return "input:told_" + name().toLowerCase(Locale.ROOT);
    }

    /** The same where an answer cannot be mixed with enough others. */
    public String told(boolean mixed) {
        return this == ANONYMOUS && !mixed ? "input:told_confidential" : told();
    }

    /** A person may be more private than asked, never less. */
    public boolean allows(Anonymity chosen) {
        return chosen.ordinal() >= ordinal();
    }
}
