package org.hornsten.kit;

/** Nobody is signed in, and this cannot be done as nobody. */
public class SignInNeeded extends RuntimeException {
    public SignInNeeded() {
        super(null, null, false, false);
    }
}
