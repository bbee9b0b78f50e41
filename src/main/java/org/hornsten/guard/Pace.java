package org.hornsten.guard;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.Response;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hornsten.identity.Cookies;
import org.hornsten.kit.Secrets;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * How fast one may ask. Each sign-in has its own measure; an address has a much larger one, for a whole house of
 * people may sit behind it. Nothing is kept but marks in memory, made with a key that lives for a day.
 */
@ApplicationScoped
public class Pace {
    /** So many at once, then so many a second. */
    record Measure(int burst, int perSecond) {}

    static final Measure PERSON = new Measure(1_200, 30);
    static final Measure ADDRESS = new Measure(6_000, 200);
    private static final int MARKS = 200_000;
    private static final int WAIT_SECONDS = 10;

    private final boolean on;
    private final Cookies cookies;
    private final Clock clock;
    private final Map<Long, Bucket> buckets = new ConcurrentHashMap<>();
    private byte[] key = new byte[0];
    private LocalDate day = LocalDate.MIN;

    Pace(@ConfigProperty(name = "hornsten.pace", defaultValue = "true") boolean on, Cookies cookies, Clock clock) {
        this.on = on;
        this.cookies = cookies;
        this.clock = clock;
    }

    @ServerRequestFilter(preMatching = true)
    public void keep(ContainerRequestContext request, HttpServerRequest sent) {
        if (!on) return;
        boolean address = passes("address " + sent.remoteAddress().hostAddress(), ADDRESS);
        boolean person = who(request).map(who -> passes("person " + who, PERSON)).orElse(true);
        if (!address || !person) throw new WebApplicationException(Response.status(429)
                .header("Retry-After", WAIT_SECONDS).build());
    }

    private Optional<String> who(ContainerRequestContext request) {
        return Optional.ofNullable(request.getHeaderString("Authorization"))
                .or(() -> Optional.ofNullable(request.getCookies().get(cookies.session())).map(Cookie::getValue));
    }

    /** Whether one more request of that one is within the measure. */
    boolean passes(String who, Measure measure) {
        long now = clock.millis();
        // forgotten as a whole rather than one by one: a flood of made-up names costs no more than this
        if (buckets.size() > MARKS) buckets.clear();
        return buckets.computeIfAbsent(mark(who), mark -> new Bucket(measure, now)).take(now);
    }

    private long mark(String who) {
        return ByteBuffer.wrap(Secrets.mark(todaysKey(), who)).getLong();
    }

    private synchronized byte[] todaysKey() {
        LocalDate today = LocalDate.now(clock);
        if (!today.equals(day)) {
            day = today;
            key = new byte[32];
            new SecureRandom().nextBytes(key);
            buckets.clear();
        }
        return key;
    }

    int remembered() {
        return buckets.size();
    }

    private static final class Bucket {
        private final Measure measure;
        private double left;
        private long at;

        Bucket(Measure measure, long now) {
            this.measure = measure;
            left = measure.burst();
            at = now;
        }

        synchronized boolean take(long now) {
            left = Math.min(measure.burst(), left + (now - at) * measure.perSecond() / 1000.0);
            at = now;
            if (left < 1) return false;
            left--;
            return true;
        }
    }
}
