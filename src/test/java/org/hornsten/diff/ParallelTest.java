package org.hornsten.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.hornsten.text.Markdown;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.text.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParallelTest {

    @Test
    void a_first_translation_gets_the_ids_of_the_main_text_in_order() {
        assertEquals(ids(Draft.SV1), ids(Draft.FI1));
        assertEquals(sectionIds(Draft.SV1), sectionIds(Draft.FI1));
    }

    @Test
    void a_translation_that_comes_back_edited_runs_parallel_again() {
        assertEquals(ids(Draft.SV2), ids(Draft.FI2));
        assertEquals(sectionIds(Draft.SV2), sectionIds(Draft.FI2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Efter samtalet skickar vi | Puhelun jälkeen lähetämme
        Vi talar lugnt | Puhumme rauhallisesti
        Den som hör dåligt | Huonosti kuuleva
        Ansvarspersonen ser till | Vastuuhenkilö varmistaa
        Om något inte fungerar | Jos jokin ei toimi
        Klienten får service på svenska | Asiakas saa palvelua
        """)
    void parallel_passages_have_one_id(String swedish, String finnish) {
        assertEquals(Draft.containing(Draft.SV2, swedish).id(), Draft.containing(Draft.FI2, finnish).id());
    }

    @Test
    void the_changes_of_the_translation_are_of_the_same_passages_as_in_the_main_text() {
        List<String> swedish = Changes.between(Draft.SV1, Draft.SV2).stream().map(c -> c.kind() + c.key()).toList();
        List<String> finnish = Changes.between(Draft.FI1, Draft.FI2).stream().map(c -> c.kind() + c.key()).toList();
        // Only the Swedish text was made more exact there; the Finnish had said it from the beginning.
        String only = Change.Kind.EDITED + "words:passage:" + Draft.containing(Draft.SV2, "efter sex veckor").id();
        assertEquals(swedish.stream().filter(key -> !key.equals(only)).toList(), finnish);
    }

    @Test
    void an_easy_text_shares_the_sections_and_has_passages_of_its_own_where_their_number_differs() {
        Outline easy = Parallel.align(Draft.SV1, Markdown.read(Draft.file("draft-v1.sv.easy.md")), Draft.ids("e"));
        assertEquals(sectionIds(Draft.SV1), sectionIds(easy));
        assertEquals(easy.passages().size(), new HashSet<>(ids(easy)).size());
        assertTrue(easy.sections().get(0).passages().stream().allMatch(p -> p.id().startsWith("e")));
    }

    @Test
    void a_passage_still_in_the_translation_does_not_take_the_id_of_what_replaced_it() {
        Outline main = outline("a", "b", "c");
        Outline translated = Parallel.align(main, Draft.nameless(outline("A", "B", "C")), Draft.ids("t"));
        Outline newer = main.withSections(List.of(main.sections().get(0).withPassages(
            List.of(passage("a"), passage("ny"), passage("c")))));
        Outline behind = Parallel.align(newer, translated, Draft.nameless(translated), Draft.ids("u"));
        assertEquals(ids(translated), ids(behind));
        assertNotEquals(ids(newer), ids(behind));
    }

    private static Passage passage(String text) {
        return new Passage("p" + text, Passage.Kind.PARAGRAPH, text);
    }

    private static Outline outline(String... texts) {
        List<Passage> passages = List.of(texts).stream().map(ParallelTest::passage).toList();
        return new Outline("", List.of(new Section("s", "R", 2, passages)));
    }

    private static List<String> ids(Outline outline) {
        return outline.passages().stream().map(Passage::id).toList();
    }

    private static List<String> sectionIds(Outline outline) {
        return outline.sections().stream().map(Section::id).toList();
    }
}
