package org.hornsten.identity;

/** Somebody with this task shows more than a password. */
public class SecondFactorNeeded extends RuntimeException {
    public SecondFactorNeeded() {
        super(null, null, false, false);
    }
}
