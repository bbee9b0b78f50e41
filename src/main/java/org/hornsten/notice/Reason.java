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
    BROKEN,
    /** It was taken over, and came back: nobody has that address. */
    UNKNOWN,
    /** It was taken over, and came back: the mailbox is full. */
    FULL,
    /** It was taken over, and came back: the receiver's side could not be reached for days. */
    UNREACHED,
    /** It was taken over, and is still tried by whoever did. */
    DELAYED;

    /** What a status code (RFC 3463) means to people. */
    static Reason ofStatus(String code) {
        String status = code.strip();
        if (status.matches("[45]\\.1\\.([1-46]|10)\\b.*")) return UNKNOWN;
        if (status.matches("[45]\\.2\\.2\\b.*")) return FULL;
        return status.matches("4\\..*|5\\.4\\..*") ? UNREACHED : REFUSED;
    }

    /** Whether trying again may help by itself. */
    boolean passes() {
        return this == AWAY || this == CUT || this == LATER || this == BROKEN;
    }
}
