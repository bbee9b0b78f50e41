package org.hornsten.ledger;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import org.hornsten.World;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Secrets;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class LedgerTest {
    @Inject Ledger ledger;

    record Whispered(Ref about, Hidden words) implements Event {}

    private final Ref thing = new Ref("draft", PublicId.random());

    @Test
    void an_entry_says_who_did_what_to_what_without_a_name() {
        World.act(() -> keep(Hidden.of("hello")));
        Entry entry = World.act(() -> Entry.about(thing)).get(0);
        assertEquals("whispered", entry.verb);
        assertEquals("lead", entry.actorRole);
        assertFalse(entry.actor.contains("Lena") || entry.actor.contains(World.lena().publicId));
    }

    @Test
    void the_same_person_has_the_same_mark_and_another_one_another() {
        World.act(() -> keep(Hidden.of("one")));
        World.act(() -> keep(Hidden.of("two")));
        World.act(() -> {
            ledger.keep(Optional.of(World.pekka()), new Whispered(thing, Hidden.of("three")));
            return null;
        });
        var entries = World.act(() -> Entry.about(thing));
        assertEquals(entries.get(0).actor, entries.get(1).actor);
        assertNotEquals(entries.get(0).actor, entries.get(2).actor);
    }

    @Test
    void words_are_only_a_salted_commitment() {
        Hidden words = Hidden.of("Min man fick stroke");
        World.act(() -> keep(words));
        String payload = World.act(() -> Entry.about(thing)).get(0).payload;
        assertFalse(payload.contains("stroke"));
        assertTrue(payload.contains(words.commitment()));
        assertEquals(words.commitment(), new Hidden("Min man fick stroke", words.salt()).commitment());
        assertNotEquals(words.commitment(), Hidden.of("Min man fick stroke").commitment());
        assertFalse(payload.contains(Secrets.hexFingerprint("Min man fick stroke")));
    }

    @Test
    void who_is_not_to_be_known_leaves_no_name_and_no_hour() {
        World.act(() -> {
            ledger.keepUnnamed(new Whispered(thing, Hidden.of("psst")));
            return null;
        });
        Entry entry = World.act(() -> Entry.about(thing)).get(0);
        assertNull(entry.actor);
        assertEquals(0, entry.at.getEpochSecond() % 86_400);
    }

    @Test
    void an_act_that_fails_leaves_no_entry() {
        assertThrows(IllegalStateException.class, () -> World.act(() -> {
            keep(Hidden.of("gone"));
            throw new IllegalStateException("the act fails after all");
        }));
        assertEquals(0, World.act(() -> Entry.about(thing)).size());
    }

    @Test
    void nothing_is_kept_outside_an_act() {
        assertThrows(Exception.class, () -> keep(Hidden.of("loose")));
    }

    private Object keep(Hidden words) {
        ledger.keep(Optional.of(World.lena()), new Whispered(thing, words));
        return null;
    }
}
