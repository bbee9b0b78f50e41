package org.hornsten.panel;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Nobody is asked more often within twelve months than the panel allows, whichever room asks. */
class LoadCapTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void what_every_room_asked_within_twelve_months_is_counted_together() {
        List<Instant> since = new ArrayList<>();
        LoadCap cap = new LoadCap(List.of((people, from) -> {
            since.add(from);
            return Map.of(1L, 4, 2L, 5);
        }, (people, from) -> Map.of(1L, 2)), Clock.fixed(NOW, ZoneOffset.UTC));
        Panel panel = new Panel();
        panel.loadCap = 6;
        assertEquals(Set.of(1L), cap.reached(panel, List.of(1L, 2L, 3L)));
        assertEquals(List.of(Instant.parse("2025-11-22T00:00:00Z")), since);
        panel.loadCap = 5;
        assertEquals(Set.of(1L, 2L), cap.reached(panel, List.of(1L, 2L, 3L)));
    }

    @Test
    void a_panel_without_a_cap_and_nobody_at_all_ask_nobody() {
        LoadCap cap = new LoadCap(List.of((people, from) -> {
            throw new AssertionError("asked for nothing");
        }), Clock.fixed(NOW, ZoneOffset.UTC));
        assertEquals(Set.of(), cap.reached(new Panel(), List.of(1L)));
        assertEquals(Map.of(), cap.asked(List.of()));
    }
}
