package org.hornsten.identity;

/** The organisation's provider does not answer, so nobody can show who they are just now. */
public class ProviderAway extends RuntimeException {
    public ProviderAway() {
        super(null, null, false, false);
    }
}
