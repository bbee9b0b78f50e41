package org.hornsten.kit;

/** Somebody else was faster, or the same key came with another body: nothing was overwritten. */
public class Stale extends RuntimeException {
    public final String key;

    public Stale(String key) {
        super(key, null, false, false);
        this.key = key;
    }
}
