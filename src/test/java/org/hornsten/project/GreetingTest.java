package org.hornsten.project;

import java.util.Optional;
import org.hornsten.kit.Refused;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** What a lead adds of his or her own. */
class GreetingTest {
    @Test
    void it_stays_as_typed_but_for_what_nobody_sees() {
        Greeting greeting = Greeting.typed("  Hej\t  du!\u0007\r\n \r\n\r\n\r\nVi ses \uD83C\uDF32 <b>\uFFFE", "sv").orElseThrow();
        assertEquals("Hej du!\n\nVi ses \uD83C\uDF32 <b>", greeting.text());
        assertEquals("sv", greeting.language());
    }

    @Test
    void nothing_typed_is_none_in_whatever_language() {
        assertEquals(Optional.empty(), Greeting.typed(null, null));
        assertEquals(Optional.empty(), Greeting.typed(" \r\n\u0000 ", "xx"));
    }

    @Test
    void it_is_of_five_hundred_signs_at_most_and_in_a_language_of_the_house() {
        assertEquals(1000, Greeting.typed("\uD83C\uDF32".repeat(500), "fi").orElseThrow().text().length());
        assertEquals("greeting", assertThrows(Refused.class, () -> Greeting.typed("x".repeat(501), "fi")).field);
        assertEquals("greetingLanguage", assertThrows(Refused.class, () -> Greeting.typed("x", "sv-x-easy")).field);
        assertEquals("greetingLanguage", assertThrows(Refused.class, () -> Greeting.typed("x", null)).field);
    }
}
