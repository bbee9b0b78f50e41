package org.hornsten.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.hornsten.kit.Refused;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TongueTest {
    @Inject Tongue tongue;

    @Test
    void a_key_has_words_in_each_language() {
        assertEquals("Hjälp", tongue.say("sv", "web:help"));
        assertEquals("Ohje", tongue.say("fi-x-easy", "web:help"));
        assertEquals("Help", tongue.say("en", "web:help"));
    }

    @Test
    void a_refusal_tells_its_limit() {
        assertEquals("Skriv högst 20 tecken", tongue.say("sv", new Refused("words", "web:too_long", 20)));
    }

    @Test
    void an_unknown_key_is_a_mistake_of_ours() {
        assertThrows(IllegalArgumentException.class, () -> tongue.say("sv", "web:nonsense"));
        assertThrows(IllegalArgumentException.class, () -> tongue.say("sv", "nowhere:help"));
        assertThrows(IllegalArgumentException.class, () -> tongue.say("sv", "help"));
    }
}
