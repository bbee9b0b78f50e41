package org.hornsten.notice;

/** An e-mail was not taken over by whoever is next on its way. */
class Returned extends Exception {
    final Reason reason;

    Returned(Reason reason) {
        this.reason = reason;
    }

    Returned(Reason reason, Throwable cause) {
        super(cause);
        this.reason = reason;
    }
}
