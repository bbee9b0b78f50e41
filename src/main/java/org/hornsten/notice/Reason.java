package org.hornsten.notice;

/** Why an e-mail has not arrived. */
public enum Reason {
    /** The house's own mail server could not be reached, or does not let the house in. */
    AWAY,
    /** It was reached and then said nothing more. */
    CUT,
    /** The receiver's side asks to try again later. */
    LATER,
    /** The receiver's side does not take it. */
    REFUSED,
    /** What is written down is no e-mail address. */
    ADDRESS,
    /** The person is erased, blocked or without an address by now. */
    GONE,
    /** The house cannot read its own words any more. */
    BROKEN;

    /** Whether trying again may help by itself. */
    boolean passes() {
        return this == AWAY || this == CUT || this == LATER || this == BROKEN;
    }
}
