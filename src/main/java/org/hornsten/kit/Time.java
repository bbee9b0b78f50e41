package org.hornsten.kit;

import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one clock of the house, for display and expiry; deadlines are judged by the database's. */
class Time {
    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }
}
