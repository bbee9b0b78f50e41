package org.hornsten.kit;

/** There is no such thing, or this person may not know of it; the two are told in the same words. */
public class Missing extends RuntimeException {
    public Missing() {
        super(null, null, false, false);
    }
}
