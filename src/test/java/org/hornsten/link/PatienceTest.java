package org.hornsten.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.hornsten.kit.LetterCode;
import org.hornsten.kit.Paused;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PatienceTest {
    private static final int GUESSES = 1_000_000;
    private static final int LIVE = 5_000;

    private final Hands hands = new Hands();
    private final Patience patience = new Patience(hands, hands::go);
    private final Random random = new Random(82);

    /** A clock that is moved by hand. */
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-11-22T09:00:00Z");

        void go(Duration on) {
            now = now.plus(on);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Europe/Helsinki");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void the_fifth_unknown_code_that_begins_alike_pauses_for_a_quarter_of_an_hour() {
        for (int i = 1; i <= 4; i++) {
            patience.ask("ACD-F37-KMA");
            assertFalse(patience.missed("ACD-F37-KMA"), "" + i);
        }
        patience.ask("ACD-F37-KMA");
        assertTrue(patience.missed("ACD-444-444"));
        assertEquals(900, assertThrows(Paused.class, () -> patience.ask("ACD-999-999")).seconds);
        hands.go(Patience.PAUSE.minusSeconds(1));
        assertEquals(1, assertThrows(Paused.class, () -> patience.ask("ACD-F37-KMA")).seconds);
        hands.go(Duration.ofSeconds(1));
        patience.ask("ACD-F37-KMA");
        assertFalse(patience.missed("ACD-F37-KMA"), "it begins anew");
    }

    @Test
    void others_are_not_paused() {
        for (int i = 0; i < 50; i++) patience.missed("ACD-F37-KMA");
        patience.ask("ACE-F37-KMA");
    }

    @Test
    void a_new_day_knows_nothing_of_the_last() {
        hands.now = Instant.parse("2026-11-22T21:59:00Z");
        for (int i = 0; i < 5; i++) patience.missed("ACD-F37-KMA");
        assertThrows(Paused.class, () -> patience.ask("ACD-F37-KMA"));
        hands.go(Duration.ofMinutes(2));
        patience.ask("ACD-F37-KMA");
    }

    @Test
    void above_three_hundred_unknown_codes_within_an_hour_each_look_up_waits() {
        for (int i = 0; i < 300; i++) patience.missed(LetterCode.draw(random));
        assertEquals(Duration.ZERO, waited());
        patience.missed(LetterCode.draw(random));
        assertEquals(Patience.WAIT, waited());
        hands.go(Duration.ofMinutes(61));
        assertEquals(Duration.ZERO, waited());
    }

    @Test
    void no_more_than_twenty_hold_a_thread_while_they_wait() throws InterruptedException {
        CountDownLatch sitting = new CountDownLatch(Patience.WAITING_AT_ONCE);
        CountDownLatch end = new CountDownLatch(1);
        Patience full = new Patience(hands, time -> {
            sitting.countDown();
            await(end);
        });
        for (int i = 0; i <= Patience.MISSES_PER_HOUR; i++) full.missed(LetterCode.draw(random));
        for (int i = 0; i < Patience.WAITING_AT_ONCE; i++) new Thread(() -> full.ask("XXX-XXX-XXX")).start();
        sitting.await();
        assertEquals(60, assertThrows(Paused.class, () -> full.ask("YYY-YYY-YYY")).seconds);
        end.countDown();
    }

    /** 23^8 codes: who guesses a million times, as fast as one is let, finds none of five thousand. */
    @Test
    void a_million_guesses_find_no_more_than_chance() {
        Set<String> live = new HashSet<>();
        while (live.size() < LIVE) live.add(LetterCode.draw(random));
        int looked = 0;
        int hits = 0;
        Instant began = hands.now;
        for (int i = 0; i < GUESSES; i++) {
            String guess = LetterCode.draw(random);
            try {
                patience.ask(guess);
                looked++;
                if (live.contains(guess)) hits++;
                else patience.missed(guess);
            } catch (Paused pause) {
                hands.go(Duration.ofMillis(1));
            }
        }
        double expected = looked * (LIVE / Math.pow(23, 8));
        assertTrue(hits <= 1 + Math.ceil(expected), hits + " hits, expected " + expected);
        long hours = Duration.between(began, hands.now).toHours() + 1;
        assertTrue(looked <= 301 + hours * 720, looked + " look-ups in " + hours + " hours");
    }

    private Duration waited() {
        Instant before = hands.now;
        patience.ask(LetterCode.draw(random));
        return Duration.between(before, hands.now);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
