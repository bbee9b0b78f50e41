package org.hornsten.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void a_word_keeps_the_punctuation_and_space_after_it() {
        assertEquals(List.of("Ring, ", "helst ", "före ", "klockan ", "14!"), Words.of("Ring, helst före klockan 14!"));
    }

    @Test
    void marks_before_the_first_word_stay_with_it() {
        assertEquals(List.of("(”Ring” ", "oss)"), Words.of("(”Ring” oss)"));
        assertEquals(List.of("…"), Words.of("…"));
        assertEquals(List.of(), Words.of(""));
    }

    @Test
    void four_byte_characters_and_right_to_left_text_are_words() {
        assertEquals(List.of("hej ", "😀 ", "𝒶𝒷"), Words.of("hej 😀 𝒶𝒷"));
        assertEquals(List.of("שלום ", "עולם."), Words.of("שלום עולם."));
    }

    @Test
    void sentences_end_where_a_reader_ends_them() {
        String text = "Numret är öppet kl. nio. Ring oss! Vem svarar?";
        assertEquals(List.of("Numret är öppet kl. nio. ", "Ring oss! ", "Vem svarar?"),
            Words.sentences(text, Locale.forLanguageTag("sv")).stream().map(place -> place.of(text)).toList());
    }

    @Property
    void words_sentences_and_atoms_leave_no_character_out(@ForAll String text) {
        assertEquals(text, String.join("", Words.of(text)));
        assertEquals(text, String.join("", Words.sentences(text, Locale.ROOT).stream().map(p -> p.of(text)).toList()));
        assertEquals(text, String.join("", Words.atoms(text).stream()
            .map(atom -> text.substring(atom.from(), atom.to())).toList()));
        assertTrue(Words.of(text).stream().noneMatch(String::isEmpty));
    }
}
