package org.hornsten.identity;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.hornsten.kit.Secrets;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A stay in a browser: bound to the host, seen by no script, over after ten hours whatever is done meanwhile. */
@QuarkusTest
class StayTest {
    private static final Instant BEGAN = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void a_cookie_is_bound_to_the_host_and_to_https_and_no_script_reads_it() {
        NewCookie cookie = new Cookies(true).make("hornsten", "x", 60);
        assertEquals("__Host-hornsten", cookie.getName());
        assertTrue(cookie.isSecure() && cookie.isHttpOnly());
        assertEquals(NewCookie.SameSite.LAX, cookie.getSameSite());
        assertEquals("/", cookie.getPath());
        assertEquals(null, cookie.getDomain());
    }

    @Test
    void who_leaves_leaves_no_cookie_of_a_stay() {
        NewCookie[] left = new Sessions(passes(BEGAN), new Cookies(true)).left();
        assertTrue(left.length > 5);
        for (NewCookie cookie : left) assertEquals("0", cookie.getMaxAge() + cookie.getValue());
        assertTrue(Arrays.stream(left).noneMatch(cookie -> cookie.getName().contains("reading")));
    }

    @Test
    void it_is_over_after_ten_hours() {
        Person lena = new Person();
        lena.publicId = "lena";
        String pass = passes(BEGAN).issue(lena, Sessions.LIFE).token();
        Instant end = BEGAN.plus(Duration.ofHours(10));
        assertEquals("lena", passes(end.minusSeconds(1)).holder(pass).orElseThrow().person());
        assertEquals(Optional.empty(), passes(end).holder(pass));
    }

    private static Passes passes(Instant now) {
        return new Passes(Arc.container().instance(Secrets.class).get(), Clock.fixed(now, ZoneOffset.UTC));
    }
}
