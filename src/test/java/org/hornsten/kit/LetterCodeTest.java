package org.hornsten.kit;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LetterCodeTest {

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.randomValue(LetterCode::draw);
    }

    @Property
    void a_code_reads_as_itself_however_it_is_typed(@ForAll("codes") String code, @ForAll Random hand) {
        assertTrue(code.matches("[" + Code.ALPHABET + "]{3}(-[" + Code.ALPHABET + "]{3}){2}"), code);
        StringBuilder typed = new StringBuilder(" ");
        code.replace("-", "").chars().forEach(sign -> typed.append(hand.nextBoolean() ? (char) sign
                : Character.toLowerCase((char) sign)).append(List.of("", " ", "-", "–", "\u00a0 ", "\u200b")
                .get(hand.nextInt(6))));
        assertEquals(code, LetterCode.read(typed.toString()));
    }

    /** All 9 × 22 of each code. */
    @Property(tries = 200)
    void each_wrong_sign_is_found(@ForAll("codes") String code) {
        String signs = code.replace("-", "");
        for (int at = 0; at < signs.length(); at++)
            for (char other : Code.ALPHABET.toCharArray())
                if (other != signs.charAt(at)) refused("web:letter_sign_wrong",
                        signs.substring(0, at) + other + signs.substring(at + 1));
    }

    /** Neighbours or not, the check sign too. */
    @Property(tries = 500)
    void each_two_signs_that_changed_places_are_found(@ForAll("codes") String code) {
        String signs = code.replace("-", "");
        for (int one = 0; one < signs.length(); one++)
            for (int other = one + 1; other < signs.length(); other++) {
                StringBuilder swapped = new StringBuilder(signs);
                swapped.setCharAt(one, signs.charAt(other));
                swapped.setCharAt(other, signs.charAt(one));
                if (!swapped.toString().equals(signs)) refused("web:letter_sign_wrong", swapped.toString());
            }
    }

    @Test
    void signs_no_code_has_are_pointed_at_and_never_guessed() {
        assertEquals(List.of("O"), refused("web:letter_sign_unknown", "OCD-F37-KMA").arguments);
        assertEquals(List.of("0 1 B"), refused("web:letter_signs_unknown", "0c1-b37-kma").arguments);
        assertEquals(List.of("Ä"), refused("web:letter_sign_unknown", "äCD-F37-KMA").arguments);
    }

    @Test
    void a_code_too_short_or_too_long_is_told_how_many_signs_it_has() {
        assertEquals(List.of(8), refused("web:letter_length_wrong", "ACD-F37-KM").arguments);
        assertEquals(List.of(16), refused("web:letter_length_wrong", "ACD3-4KMX-9HRT-WQ6P").arguments);
        assertEquals(List.of(0), refused("web:letter_length_wrong", " - ").arguments);
    }

    @Test
    void no_letter_brings_an_unfit_word_in_digits_neither() {
        assertTrue(LetterCode.unfit("FANKMX346"));
        assertTrue(LetterCode.unfit("KMXF4N3HP"));
    }

    @Property
    void drawn_codes_spell_none(@ForAll("codes") String code) {
        assertFalse(LetterCode.unfit(code.replace("-", "")), code);
    }

    private static Refused refused(String key, String typed) {
        Refused no = assertThrows(Refused.class, () -> LetterCode.read(typed), typed);
        assertEquals(key, no.key, typed);
        return no;
    }
}
