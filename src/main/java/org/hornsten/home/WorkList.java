package org.hornsten.home;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.hornsten.kit.Multilingual;

/** Work that waits: how much, since when, and where its first piece is. */
public record WorkList(Kind kind, Multilingual title, long count, LocalDate oldest, String path) {
    private static final int LATE_DAYS = 14;

    public enum Kind {
        UNDECIDED, SUSPECT, UNEXPLAINED, PROMISED, RETURNS, QUOTES, HELD, CLAIMS, UNPAID, MINUTES, APPLICATIONS, MAIL
    }

    /** Days since the oldest came; below zero when it only comes back later. */
    public long days(LocalDate today) {
        return ChronoUnit.DAYS.between(oldest, today);
    }

    boolean late(LocalDate today) {
        return days(today) >= LATE_DAYS;
    }
}
