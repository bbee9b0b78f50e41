package org.hornsten.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.hornsten.kit.LetterCode;
import org.hornsten.kit.Paused;
import org.hornsten.kit.Secrets;
import org.jboss.logging.Logger;

/**
 * How often codes may be tried that open nothing. In memory only, and without a trace of who tries: what is counted is
 * how codes begin, under a mark whose key is another one each day, and how many were unknown in the whole house.
 */
@ApplicationScoped
class Patience {
    static final int MISSES = 5;
    static final Duration PAUSE = Duration.ofMinutes(15);
    static final int MISSES_PER_HOUR = 300;
    static final Duration WAIT = Duration.ofSeconds(5);
    /** Who waits holds a thread of the server; more than these are asked to come again. */
    static final int WAITING_AT_ONCE = 20;
    private static final Logger LOG = Logger.getLogger(Patience.class);

    private final Clock clock;
    private final Consumer<Duration> rest;
    private final Semaphore chairs = new Semaphore(WAITING_AT_ONCE);
    private final Map<String, Missed> families = new HashMap<>();
    private final Deque<Instant> lately = new ArrayDeque<>();
    private final byte[] key = new byte[32];
    private LocalDate keyOf = LocalDate.MIN;
    private boolean warned;

    @Inject
    Patience(Clock clock) {
        this(clock, Patience::sleep);
    }

    /** @param rest lets the time go by */
    Patience(Clock clock, Consumer<Duration> rest) {
        this.clock = clock;
        this.rest = rest;
    }

    private record Missed(int times, Instant last) {}

    /**
     * To be asked before each look-up.
     *
     * @throws Paused for codes that begin as five unknown ones did, and when too many wait already
     */
    void ask(String code) {
        pause(code);
        if (!slow()) return;
        if (!chairs.tryAcquire()) throw new Paused(Duration.ofMinutes(1));
        try {
            rest.accept(WAIT);
        } finally {
            chairs.release();
        }
    }

    /** Counts a code that opened nothing; true when its family pauses from now on. */
    synchronized boolean missed(String code) {
        Instant now = clock.instant();
        lately.addLast(now);
        if (lately.size() > MISSES_PER_HOUR + 1) lately.removeFirst();
        return families.merge(mark(code), new Missed(1, now), (earlier, first) ->
                over(earlier) ? first : new Missed(earlier.times() + 1, now)).times() >= MISSES;
    }

    private synchronized void pause(String code) {
        Missed missed = families.get(mark(code));
        if (missed != null && missed.times() >= MISSES && !over(missed))
            throw new Paused(Duration.between(clock.instant(), missed.last().plus(PAUSE)));
    }

    /** Whether more than three hundred codes of the last hour were unknown. */
    private synchronized boolean slow() {
        boolean slow = lately.size() > MISSES_PER_HOUR
                && lately.getFirst().isAfter(clock.instant().minus(Duration.ofHours(1)));
        if (slow && !warned) LOG.warnf("More than %d unknown letter codes within an hour: each look-up now waits %d s."
                + " Somebody is guessing, or many letters were printed wrongly.", MISSES_PER_HOUR, WAIT.toSeconds());
        warned = slow;
        return slow;
    }

    private boolean over(Missed missed) {
        return !missed.last().plus(PAUSE).isAfter(clock.instant());
    }

    // yesterday's marks mean nothing under today's key
    private String mark(String code) {
        LocalDate today = LocalDate.now(clock);
        if (!today.equals(keyOf)) {
            new SecureRandom().nextBytes(key);
            families.clear();
            keyOf = today;
        }
        return HexFormat.of().formatHex(Secrets.mark(key, LetterCode.family(code)));
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
