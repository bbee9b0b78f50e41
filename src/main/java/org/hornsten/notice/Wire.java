package org.hornsten.notice;

/** The way out of the house. */
interface Wire {
    /** @throws Returned when it was not taken over, as far as one can know */
    void send(Envelope envelope) throws Returned;
}
