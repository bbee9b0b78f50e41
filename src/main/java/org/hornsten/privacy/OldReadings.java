package org.hornsten.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** Who opened whose data is told for two years. */
@ApplicationScoped
class OldReadings implements Expiry {
    static final int YEARS = 2;

    private final Clock clock;

    OldReadings(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Holding holding() {
        return Holding.READING;
    }

    @Override
    public long due(LocalDate today) {
        return Disclosure.before(end(today, clock));
    }

    @Override
    public long end(LocalDate today) {
        return Disclosure.forgetBefore(end(today, clock));
    }

    private static Instant end(LocalDate today, Clock clock) {
        return today.minusYears(YEARS).atStartOfDay(clock.getZone()).toInstant();
    }
}
