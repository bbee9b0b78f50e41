package org.hornsten.identity;

/** How old somebody is, as coarsely as the rules for minors need it. Nobody's date of birth is asked for. */
public enum AgeBand {
    UNDER_13(0), FROM_13(13), FROM_16(16), ADULT(18);

    private final int youngest;

    AgeBand(int youngest) {
        this.youngest = youngest;
    }

    /** Whether somebody of this band may be younger than that. */
    public boolean under(int limit) {
        return youngest < limit;
    }
}
