package org.hornsten.kit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The years in which days are meant: what lies outside was mistyped, and no database keeps it. */
public final class Reach {
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 1, 1);

    private Reach() {}

    /** @param day null where none is named */
    public static void check(String field, LocalDate day) {
        if (day != null && (day.isBefore(FIRST) || day.isAfter(LAST))) throw new Refused(field, "web:day_far");
    }

    /** @param at null where none is named */
    public static void check(String field, Instant at) {
        if (at != null && (at.isBefore(start(FIRST)) || at.isAfter(start(LAST))))
            throw new Refused(field, "web:day_far");
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
