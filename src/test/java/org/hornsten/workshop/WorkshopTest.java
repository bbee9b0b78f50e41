package org.hornsten.workshop;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a workshop's plan must meet, and the hours of the two nights in which clocks change. */
class WorkshopTest {
    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final LocalDate SPRING = LocalDate.parse("2027-03-28");
    private static final LocalDate AUTUMN = LocalDate.parse("2027-10-31");
    private static final Instant STARTS = Instant.parse("2027-03-01T10:00:00Z");

    @Test
    void an_hour_the_clock_jumps_over_is_refused_and_told_what_the_clock_does() {
        Refused no = assertThrows(Refused.class,
                () -> WallClock.at(SPRING, LocalTime.of(3, 30), HELSINKI, "starts"));
        assertEquals("starts", no.field);
        assertEquals("workshop:time_skipped", no.key);
        assertEquals(List.of("3:30", "3:00", "4:00"), no.arguments);
    }

    @Test
    void the_hours_around_the_jump_are_an_hour_apart() {
        assertEquals(Instant.parse("2027-03-28T00:59:00Z"), WallClock.at(SPRING, LocalTime.of(2, 59), HELSINKI, ""));
        assertEquals(Instant.parse("2027-03-28T01:00:00Z"), WallClock.at(SPRING, LocalTime.of(4, 0), HELSINKI, ""));
        Instant from = WallClock.at(SPRING, LocalTime.of(2, 0), HELSINKI, "");
        assertEquals(Duration.ofHours(2), Duration.between(from, WallClock.at(SPRING, LocalTime.of(5, 0), HELSINKI, "")));
    }

    @Test
    void an_hour_that_comes_twice_is_the_first_one_and_is_known_to_come_twice() {
        Instant first = WallClock.at(AUTUMN, LocalTime.of(3, 30), HELSINKI, "");
        assertEquals(Instant.parse("2027-10-31T00:30:00Z"), first);
        assertTrue(WallClock.twice(first, HELSINKI));
        assertTrue(WallClock.twice(first.plus(Duration.ofHours(1)), HELSINKI));
        assertFalse(WallClock.twice(first.plus(Duration.ofHours(2)), HELSINKI));
        assertFalse(WallClock.twice(WallClock.at(SPRING, LocalTime.of(4, 0), HELSINKI, ""), HELSINKI));
    }

    @Test
    void steps_begin_when_the_ones_before_them_end_also_over_the_clock_change() {
        Instant starts = WallClock.at(AUTUMN, LocalTime.of(2, 30), HELSINKI, "");
        List<Step.Timed> timed = Step.timed(List.of(step("a", 45), step("b", 60), step("c", 15)), starts);
        assertEquals(List.of("02:30", "03:15", "03:15"), timed.stream()
                .map(one -> one.at().atZone(HELSINKI).toLocalTime().toString()).toList());
        assertEquals(Duration.ofMinutes(105), Duration.between(starts, timed.get(2).at()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "09.30", "9:30", "13.05", "00:00", " 23:59 "})
    void times_are_read_as_people_write_them(String typed) {
        assertEquals(typed.strip().replace('.', ':').replaceFirst("^(\\d)$", "0$1:00").replaceFirst("^(\\d):", "0$1:"),
                WallClock.time("starts", typed).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "25", "9:3", "12:60", "noon", "1:2:3", "-1", "١٢"})
    void times_that_are_none_are_refused(String typed) {
        assertEquals("workshop:time_wrong",
                assertThrows(Refused.class, () -> WallClock.time("starts", typed)).key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://meet.example.org/x", "HTTPS://meet.example.org", "https://meet.example.org:8443/?a=b"})
    void an_encrypted_link_is_taken(String link) {
        Rules.link("link", link);
    }

    @Test
    void a_link_must_be_https_and_name_nobody() {
        assertEquals("workshop:link_not_https", refused("http://meet.example.org"));
        assertEquals("workshop:link_not_https", refused("javascript:alert(1)"));
        assertEquals("workshop:link_not_https", refused("meet.example.org"));
        assertEquals("workshop:link_names_somebody", refused("https://lena:hemligt@meet.example.org"));
        assertEquals("workshop:link_names_somebody", refused("https://lena@meet.example.org/x"));
        assertEquals("workshop:link_wrong", refused("https://"));
        assertEquals("workshop:link_wrong", refused("https://meet example.org"));
        assertEquals("workshop:link_wrong", refused("https:///x"));
    }

    @Test
    void a_plan_is_refused_at_the_field_that_is_wrong() {
        plan("link", null, STARTS.plusSeconds(3600), 20, List.of()).check();
        assertEquals("ends", field(plan("link", null, STARTS, 20, List.of())));
        assertEquals("ends", field(plan("link", null, STARTS.minusSeconds(1), 20, List.of())));
        assertEquals("closes", field(plan("link", STARTS.plusSeconds(3601), STARTS.plusSeconds(3600), 20, List.of())));
        assertEquals("seats", field(plan("link", null, STARTS.plusSeconds(3600), 0, List.of())));
        assertEquals("programme", field(plan("link", null, STARTS.plusSeconds(3600), 20, List.of(step("a", 61)))));
        assertEquals("programme", field(plan("link", null, STARTS.plusSeconds(3600), 20,
                List.of(step("a", 1), step("a", 1)))));
        assertEquals("place", field(new Plan(Multilingual.of("sv", "W"), null, Workshop.Form.IN_PERSON, STARTS,
                STARTS.plusSeconds(60), null, null, null, null, null, null, null, null)));
    }

    private static Plan plan(String title, Instant closes, Instant ends, Integer seats, List<Step> steps) {
        return new Plan(Multilingual.of("sv", title), null, Workshop.Form.ONLINE, STARTS, ends, closes, null,
                "https://meet.example.org", seats, steps, null, null, null);
    }

    private static Step step(String key, int minutes) {
        return new Step(key, Step.Kind.TALK, Multilingual.of("sv", key), minutes, null);
    }

    private static String field(Plan plan) {
        return assertThrows(Refused.class, plan::check).field;
    }

    private static String refused(String link) {
        return assertThrows(Refused.class, () -> Rules.link("link", link)).key;
    }
}
