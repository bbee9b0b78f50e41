package org.hornsten.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class QuoteTest {

    private final String text = "Klienten ringer. Sedan ringer klienten igen, och handledaren ringer tillbaka.";

    @Test
    void it_keeps_thirty_two_characters_on_each_side() {
        int at = text.indexOf("klienten igen");
        assertEquals(new Quote("klienten", "Klienten ringer. Sedan ringer ", " igen, och handledaren ringer ti"),
            Quote.at(text, at, at + 8));
    }

    @Test
    void its_surroundings_decide_between_equal_words() {
        for (int at = text.indexOf("ringer"); at >= 0; at = text.indexOf("ringer", at + 1)) {
            assertEquals(Optional.of(new Quote.Place(at, at + 6)), Quote.at(text, at, at + 6).in(text));
        }
    }

    @Test
    void the_width_of_space_does_not_matter() {
        String wide = "Ja. Sedan  \u00a0ringer de.";
        assertEquals("Sedan  \u00a0ringer", new Quote("Sedan ringer", "", "").in(wide).orElseThrow().of(wide));
    }

    @Test
    void words_that_are_not_in_the_text_are_nowhere() {
        assertFalse(new Quote("handledare ringer", "", "").in(text).isPresent());
        assertFalse(new Quote(" ", "", "").in(text).isPresent());
    }

    @Test
    void half_a_four_byte_character_is_no_surrounding() {
        String faces = "😀".repeat(40);
        Quote quote = Quote.at("a" + faces + "x" + faces + "b", 81, 82);
        assertEquals("😀".repeat(16), quote.prefix());
        assertEquals("😀".repeat(16), quote.suffix());
        assertEquals("y" + "😀".repeat(15), Quote.at("a" + faces + "xy" + faces, 81, 82).suffix());
    }

    @Property
    void a_quote_is_found_where_its_words_are(@ForAll @AlphaChars @Chars({' ', '.'}) String any,
            @ForAll @IntRange(max = 20) int from, @ForAll @IntRange(min = 1, max = 4) int length) {
        Assume.that(from + length <= any.length());
        String words = any.substring(from, from + length);
        Assume.that(words.codePoints().allMatch(Character::isLetterOrDigit));
        assertEquals(words, Quote.at(any, from, from + length).in(any).orElseThrow().of(any));
    }
}
