package org.hornsten.input;

/** Who can know who said it; ordered from the least to the most private. */
public enum Anonymity {
    NAMED, PSEUDONYM, ANONYMOUS;

    /** A person may be more private than asked, never less. */
    public boolean allows(Anonymity chosen) {
        return chosen.ordinal() >= ordinal();
    }
}
