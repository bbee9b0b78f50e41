package org.hornsten.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.hornsten.diff.Draft;
import org.junit.jupiter.api.Test;

class ReadabilityTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    @Test
    void lix_is_words_per_sentence_and_the_share_of_long_words() {
        // 10 words, 2 sentences, 2 words of more than six letters: 5 + 20.
        Readability read = Readability.of(List.of("Du får hjälp av en handledare. Ring oss på telefonen."), SWEDISH);
        assertEquals(25, read.lix());
        assertEquals(Readability.Band.VERY_EASY, read.band());
        assertEquals(List.of("handledare", "telefonen"), read.longestWords());
        assertEquals(List.of("Du får hjälp av en handledare.", "Ring oss på telefonen."), read.longestSentences());
    }

    @Test
    void the_easy_text_is_easier_than_the_draft_and_meets_its_aim() {
        Readability draft = readability(Draft.SV1);
        Readability easy = readability(Markdown.read(Draft.file("draft-v1.sv.easy.md")));
        assertTrue(easy.meets(Readability.aim("sv", true)), "" + easy.lix());
        assertFalse(draft.meets(Readability.aim("sv", true)), "" + draft.lix());
        assertEquals(3, draft.longestSentences().size());
        assertEquals(10, draft.longestWords().size());
    }

    @Test
    void a_passage_without_full_stop_is_a_sentence_and_marks_are_no_words() {
        assertEquals(2, Readability.of(List.of("Ring *oss*", "**Skriv** brev"), SWEDISH).lix());
        assertEquals(1, Readability.of(List.of("[Ring](https://exempel.example/adressen)"), SWEDISH).lix());
        assertEquals(0, Readability.of(List.of("…", ""), SWEDISH).lix());
    }

    private static Readability readability(Outline outline) {
        return Readability.of(outline.passages().stream().map(Passage::text).toList(), SWEDISH);
    }
}
