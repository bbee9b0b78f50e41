package org.hornsten.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WhenTest {
    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private final When when = new When(Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), HELSINKI));

    @Test
    void a_moment_is_told_in_the_readers_language_and_the_organisations_time() {
        Instant closing = Instant.parse("2026-11-30T14:00:00Z");
        assertEquals("den 30 november kl. 16", when.moment(closing, "sv"));
        assertEquals("30. marraskuuta klo 16", when.moment(closing, "fi"));
        assertEquals("30 November at 16:00", when.moment(closing, "en"));
    }

    @Test
    void minutes_are_told_when_there_are_any() {
        assertEquals("den 5 juni kl. 9.05", when.moment(Instant.parse("2026-06-05T06:05:00Z"), "sv"));
    }

    @Test
    void another_year_is_named() {
        assertEquals("den 1 januari 2027", when.day(LocalDate.of(2027, 1, 1), "sv"));
        assertEquals("1. tammikuuta 2027", when.day(LocalDate.of(2027, 1, 1), "fi"));
    }

    @Test
    void a_year_begins_at_midnight_here_not_in_greenwich() {
        assertEquals("den 1 januari 2027", when.day(Instant.parse("2026-12-31T22:30:00Z"), "sv"));
    }
}
