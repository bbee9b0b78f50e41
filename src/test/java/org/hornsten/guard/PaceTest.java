package org.hornsten.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PaceTest {
    private final Later clock = new Later();
    private final Pace pace = new Pace(true, null, clock);

    @Test
    void who_asks_too_fast_waits_and_may_then_go_on() {
        for (int i = 0; i < Pace.PERSON.burst(); i++) assertTrue(pace.passes("person a", Pace.PERSON));
        assertFalse(pace.passes("person a", Pace.PERSON));
        clock.now = clock.now.plus(Duration.ofSeconds(1));
        for (int i = 0; i < Pace.PERSON.perSecond(); i++) assertTrue(pace.passes("person a", Pace.PERSON));
        assertFalse(pace.passes("person a", Pace.PERSON));
    }

    @Test
    void one_who_floods_does_not_stop_the_others_of_the_house() {
        while (pace.passes("person flood", Pace.PERSON)) pace.passes("address of all", Pace.ADDRESS);
        for (int person = 0; person < 200; person++) for (int request = 0; request < 20; request++)
            assertTrue(pace.passes("person " + person, Pace.PERSON) && pace.passes("address of all", Pace.ADDRESS),
                    "two hundred people of one house open twenty pages each at once");
    }

    @Test
    void made_up_sign_ins_do_not_help_one_address() {
        int passed = 0;
        for (int i = 0; i < 10_000; i++)
            if (pace.passes("address x", Pace.ADDRESS) && pace.passes("person made up " + i, Pace.PERSON)) passed++;
        assertEquals(Pace.ADDRESS.burst(), passed);
    }

    @Test
    void nothing_is_remembered_beyond_the_day_and_a_flood_of_names_is_forgotten() {
        pace.passes("address x", Pace.ADDRESS);
        clock.now = clock.now.plus(Duration.ofDays(1));
        pace.passes("address y", Pace.ADDRESS);
        assertEquals(1, pace.remembered());
        for (int i = 0; i < 200_010; i++) pace.passes("person " + i, Pace.PERSON);
        assertTrue(pace.remembered() < 200_002);
    }

    private static final class Later extends Clock {
        private Instant now = Instant.parse("2026-11-22T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
