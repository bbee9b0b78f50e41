package org.hornsten.kit;

import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The one clock of the house, for display and expiry; deadlines are judged by the database's. Its days begin at
 * midnight where the people are: {@code hornsten.zone}.
 */
public class Time {
    private static final Clock CLOCK = Clock.system(ConfigProvider.getConfig()
            .getOptionalValue("hornsten.zone", String.class).map(ZoneId::of).orElse(ZoneId.of("Europe/Helsinki")));

    /** For entities, into which nothing is injected. */
    public static Instant now() {
        return CLOCK.instant();
    }

    /** The day it was then, where the people are. */
    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, CLOCK.getZone());
    }

    @Produces
    Clock clock() {
        return CLOCK;
    }
}
