package org.hornsten.pool;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

class SealsTest {
    private static final String OLD = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEW = Base64.getEncoder().encodeToString("01234567890123456789012345678901".getBytes());
    private final Seals seals = seals(NEW, OLD);

    private static Seals seals(String... keys) {
        return new Seals(null, Optional.of(List.of(keys)));
    }

    @Property(tries = 200)
    void what_is_sealed_opens_again(@ForAll String words) {
        String kept = new String(words.getBytes(UTF_8), UTF_8);
        assertEquals(kept, seals.opened(seals.current(), "comments:1", seals.sealed("comments:1", kept)));
    }

    @Test
    void the_length_tells_nothing() {
        Set<Integer> sizes = Stream.of(1, 20, 300, 4000, 12_000).map(n -> seals.sealed("a", "x".repeat(n)).length)
                .collect(Collectors.toSet());
        assertEquals(1, sizes.size(), "" + sizes);
    }

    @Test
    void the_same_words_look_different_each_time() {
        assertFalse(Arrays.equals(seals.sealed("a", "ja"), seals.sealed("a", "ja")));
    }

    @Test
    void an_envelope_that_was_changed_or_moved_does_not_open() {
        byte[] envelope = seals.sealed("comments:1", "Mina ord");
        assertThrows(IllegalStateException.class, () -> seals.opened(seals.current(), "comments:2", envelope));
        envelope[40] ^= 1;
        assertThrows(IllegalStateException.class, () -> seals.opened(seals.current(), "comments:1", envelope));
    }

    @Test
    void a_key_that_is_dropped_opens_nothing_more() {
        Seals before = seals(OLD);
        byte[] envelope = before.sealed("a", "förr");
        assertEquals("förr", seals.opened(before.current(), "a", envelope), "the former key still opens");
        assertFalse(seals(NEW).opens(before.current()));
    }

    @Test
    void a_key_of_another_length_is_refused() {
        assertThrows(IllegalStateException.class, () -> seals("c2hvcnQ="));
    }
}
