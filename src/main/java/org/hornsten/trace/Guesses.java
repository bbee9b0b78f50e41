package org.hornsten.trace;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hornsten.kit.Secrets;

/**
 * Who has tried codes that open nothing, in memory only: whoever fails often is offered the phone and paper. The key is
 * a mark of the address under a secret that lives as long as the server runs, so that nothing tells who it was.
 */
@ApplicationScoped
class Guesses {
    static final int MANY = 5;
    private static final Duration REMEMBERED = Duration.ofMinutes(15);
    private static final int MOST_REMEMBERED = 10_000;

    private final byte[] key = new byte[32];
    private final Map<String, Missed> missed = new ConcurrentHashMap<>();
    private final Clock clock;

    Guesses(Clock clock) {
        this.clock = clock;
        new SecureRandom().nextBytes(key);
    }

    private record Missed(int times, Instant since) {}

    /** Counts one more miss; true from the fifth within a quarter of an hour. */
    boolean many(HttpServerRequest request) {
        Instant forgotten = clock.instant().minus(REMEMBERED);
        if (missed.size() > MOST_REMEMBERED) missed.values().removeIf(one -> one.since().isBefore(forgotten));
        Missed misses = missed.merge(mark(request), new Missed(1, clock.instant()), (earlier, now) ->
                earlier.since().isBefore(forgotten) ? now : new Missed(earlier.times() + 1, earlier.since()));
        return misses.times() >= MANY;
    }

    private String mark(HttpServerRequest request) {
        return HexFormat.of().formatHex(Secrets.mark(key, String.valueOf(request.remoteAddress().hostAddress())));
    }
}
