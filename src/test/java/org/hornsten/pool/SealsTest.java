package org.hornsten.pool;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hornsten.kit.KeyRing;
import org.hornsten.kit.KeyRing.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SealsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Key OWN = new Key(Instant.EPOCH, new byte[32]);
    private static final KeyRing NONE = new KeyRing(Path.of("nowhere", "at-all"));

    @TempDir Path folder;

    private static Seals seals(KeyRing ring, Instant now) {
        return new Seals(OWN, ring, Duration.ofHours(1), Clock.fixed(now, ZoneOffset.UTC));
    }

    private KeyRing ring() {
        return new KeyRing(folder.resolve("pool-keys.txt"));
    }

    @Property(tries = 200)
    void what_is_sealed_opens_again(@ForAll String words) {
        Seals seals = seals(NONE, NOW);
        String kept = new String(words.getBytes(UTF_8), UTF_8);
        assertEquals(kept, seals.opened(OWN.number(), "comments:1", seals.sealed(OWN, "comments:1", kept)));
    }

    @Test
    void the_length_tells_nothing() {
        Set<Integer> sizes = Stream.of(1, 20, 300, 4000, 12_000)
                .map(n -> seals(NONE, NOW).sealed(OWN, "a", "x".repeat(n)).length).collect(Collectors.toSet());
        assertEquals(1, sizes.size(), "" + sizes);
    }

    @Test
    void the_same_words_look_different_each_time() {
        assertFalse(Arrays.equals(seals(NONE, NOW).sealed(OWN, "a", "ja"), seals(NONE, NOW).sealed(OWN, "a", "ja")));
    }

    @Test
    void an_envelope_that_was_changed_or_moved_does_not_open() {
        Seals seals = seals(NONE, NOW);
        byte[] envelope = seals.sealed(OWN, "comments:1", "Mina ord");
        assertThrows(IllegalStateException.class, () -> seals.opened(OWN.number(), "comments:2", envelope));
        envelope[40] ^= 1;
        assertThrows(IllegalStateException.class, () -> seals.opened(OWN.number(), "comments:1", envelope));
    }

    @Test
    void a_new_key_opens_at_once_and_seals_when_every_server_has_it() {
        Key first = ring().turn(NOW);
        assertEquals(OWN.number(), seals(ring(), NOW).current().number());
        assertTrue(seals(ring(), NOW).opens(first.number()));
        assertEquals(first.number(), seals(ring(), NOW.plusSeconds(3600)).current().number());
    }

    @Test
    void the_former_key_may_go_when_no_server_can_seal_with_it_any_more() {
        Key first = ring().turn(NOW.minus(Duration.ofDays(40)));
        ring().turn(NOW);
        assertEquals(List.of(), seals(ring(), NOW.plusSeconds(3600)).former());
        assertEquals(List.of(first.number()), seals(ring(), NOW.plusSeconds(7200)).former());
    }

    @Test
    void a_running_server_sees_what_becomes_of_the_file_and_a_dropped_key_opens_nothing() {
        Seals running = seals(ring(), NOW);
        Key first = ring().turn(NOW.minus(Duration.ofDays(40)));
        byte[] envelope = running.sealed(running.current(), "a", "förr");
        assertEquals(first.number(), running.current().number());
        Key second = ring().turn(NOW.minus(Duration.ofDays(1)));
        assertEquals(second.number(), running.current().number());
        assertEquals("förr", running.opened(first.number(), "a", envelope), "the former key still opens");
        running.drop(first.number());
        assertFalse(running.opens(first.number()));
        assertThrows(IllegalStateException.class, () -> running.opened(first.number(), "a", envelope));
        assertEquals(List.of(second.number()), ring().keys().stream().map(Key::number).toList());
    }

    @Test
    void only_its_owner_reads_the_file_and_what_is_no_key_is_refused() throws Exception {
        assertNotEquals(ring().turn(NOW).number(), ring().turn(NOW).number());
        assertEquals("[OWNER_READ, OWNER_WRITE]",
                "" + Files.getPosixFilePermissions(ring().file()).stream().sorted().toList());
        for (String line : List.of("c2hvcnQ=", "2026-11-22T10:00:00Z c2hvcnQ=", "i går " + "A".repeat(43) + "=")) {
            Files.writeString(ring().file(), line);
            String words = assertThrows(IllegalStateException.class, () -> ring().keys()).getMessage();
            assertFalse(words.contains("c2hv"), "it tells the key");
        }
    }
}
