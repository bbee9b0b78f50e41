package org.hornsten.pool;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.kit.KeyRing;
import org.hornsten.kit.KeyRing.Key;
import org.hornsten.kit.Seal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class LocksmithTest {
    private static final String INSTRUMENT = "comments:999999999";

    @Inject Locksmith locksmith;
    @Inject Pool pool;
    @ConfigProperty(name = "hornsten.pool.keys") Path file;

    private KeyRing ring;

    record Note(String words) {}

    @BeforeEach
    void begin() throws IOException {
        Files.deleteIfExists(file);
        ring = new KeyRing(file);
    }

    @AfterEach
    void end() throws IOException {
        World.act(() -> pool.drop(INSTRUMENT));
        Files.deleteIfExists(file);
    }

    private static Instant before(Duration time) {
        return Instant.now().minus(time);
    }

    private void put(String words) {
        World.act(() -> {
            pool.put(INSTRUMENT, new Note(words));
            return true;
        });
    }

    private Sealed row() {
        return World.act(() -> Sealed.in(INSTRUMENT).get(0));
    }

    private List<String> readable() {
        return World.act(() -> pool.find(INSTRUMENT, Note.class, note -> true)).map(Note::words).stream().toList();
    }

    @Test
    void after_a_rotation_what_waits_still_comes_out_and_an_old_copy_of_the_database_does_not_open() {
        Key first = ring.turn(before(Duration.ofDays(31)));
        put("Väntande ord");
        Sealed copied = row();
        assertEquals(first.number(), copied.keyNo);
        Key second = ring.turn(before(Duration.ofHours(3)));
        assertEquals(List.of("Väntande ord"), readable(), "the former key opens");
        locksmith.tend();
        assertEquals(List.of(second.number()), ring.keys().stream().map(Key::number).toList(), "it had rows no more");
        assertEquals(second.number(), row().keyNo);
        assertEquals(List.of("Väntande ord"), readable());
        for (Key left : ring.keys()) assertThrows(IllegalStateException.class,
                () -> Seal.open(left.secret(), INSTRUMENT, copied.envelope), "the copy opens");
        assertTrue(new String(Seal.open(first.secret(), INSTRUMENT, copied.envelope)).contains("Väntande ord"),
                "with the key that is gone it would have opened");
    }

    @Test
    void a_key_stays_while_a_server_may_still_seal_with_it() {
        Key first = ring.turn(before(Duration.ofDays(31)));
        Key second = ring.turn(Instant.now());
        put("Väntande ord");
        locksmith.tend();
        assertEquals(List.of(second.number(), first.number()), ring.keys().stream().map(Key::number).toList());
        assertEquals(List.of("Väntande ord"), readable());
    }

    @Test
    void what_the_secret_sealed_before_there_was_a_key_is_sealed_anew_too() {
        put("Väntande ord");
        int own = row().keyNo;
        Key first = ring.turn(before(Duration.ofHours(3)));
        locksmith.tend();
        assertEquals(first.number(), row().keyNo);
        assertFalse(own == first.number());
        assertEquals(List.of("Väntande ord"), readable());
    }

    @Test
    void what_another_servers_key_seals_is_left_alone() {
        put("Väntande ord");
        World.act(() -> Sealed.update("keyNo = keyNo + 1 where instrument = ?1", INSTRUMENT));
        int foreign = row().keyNo;
        ring.turn(before(Duration.ofHours(3)));
        locksmith.tend();
        assertEquals(foreign, row().keyNo);
    }

    @Test
    void administrators_are_told_when_it_is_time_for_a_new_key() {
        Browser.as(World.alva()).get("/").shows("keys rotate");
        ring.turn(before(Duration.ofDays(31)));
        Browser.as(World.alva()).get("/").shows("keys rotate");
        Browser.as(World.lena()).get("/").hides("keys rotate");
        ring.turn(before(Duration.ofDays(1)));
        Browser.as(World.alva()).get("/").is(200).hides("keys rotate");
    }
}
