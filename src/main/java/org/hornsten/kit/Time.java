package org.hornsten.kit;

import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;

/** The one clock of the house, for display and expiry; deadlines are judged by the database's. */
public class Time {
    private static final Clock CLOCK = Clock.systemUTC();

    /** For entities, into which nothing is injected. */
    public static Instant now() {
        return CLOCK.instant();
    }

    @Produces
    Clock clock() {
        return CLOCK;
    }
}
