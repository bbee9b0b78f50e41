package org.hornsten.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PreferencesTest {
    @Test
    void choices_add_up_and_survive_the_cookie() {
        Preferences chosen = Preferences.read("").with("language", "fi").with("easy", "on").with("larger", "on")
                .with("colours", "dark");
        assertEquals("fi.easy.larger.dark", chosen.toString());
        assertEquals(chosen, Preferences.read(chosen.toString()));
    }

    @Test
    void colours_can_be_given_back_to_the_device() {
        assertEquals(Optional.empty(), Preferences.read("dark").with("colours", "").colours());
    }

    @Test
    void a_language_nobody_speaks_changes_nothing() {
        assertEquals("sv", Preferences.read("sv").with("language", "xx").toString());
        assertEquals("sv", Preferences.read("sv").with("nonsense", "on").toString());
    }

    @Property
    void any_cookie_can_be_read(@ForAll String cookie) {
        Preferences read = Preferences.read(cookie);
        assertEquals(read, Preferences.read(read.toString()));
    }

    @Test
    void one_is_sent_back_to_our_own_pages_only() {
        for (String ours : new String[] {"/", "/projects/x", "/drafts/a_b-c/versions/2?language=fi#p-1",
            "/r/ACDE-FGHJ"}) assertEquals(ours, Back.to(ours).toString());
        for (String strange : new String[] {"", "//evil.example", "/\\evil", "https:evil", "https://evil.example",
                "/%2f%2fevil",
                "/a\r\nSet-Cookie:x", "javascript:x", "/a//evil", "evil", "/@evil", "/a".repeat(300)})
            assertEquals("/", Back.to(strange).toString(), strange);
    }

    @Test
    void a_long_address_is_judged_at_once() {
        long start = System.nanoTime();
        Back.to("/" + "a".repeat(480) + "\\");
        assertTrue(System.nanoTime() - start < 1_000_000_000L);
        assertFalse(Back.to("/a\\").toString().contains("a"));
    }
}
