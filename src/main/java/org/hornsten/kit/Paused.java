package org.hornsten.kit;

import java.time.Duration;

/** Too many tries: nothing is looked up until this much time has gone by. */
public class Paused extends RuntimeException {
    public final long seconds;

    public Paused(Duration left) {
        super(null, null, false, false);
        this.seconds = Math.max(1, left.toSeconds());
    }
}
