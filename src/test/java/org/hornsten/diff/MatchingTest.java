package org.hornsten.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.text.Section;
import org.junit.jupiter.api.Test;

class MatchingTest {

    @Test
    void an_outline_matched_against_itself_changes_nothing() {
        for (Outline draft : List.of(Draft.SV1, Draft.SV2, Draft.SV3)) {
            assertEquals(draft, Matching.match(draft, draft, Draft.ids("new")));
            assertEquals(draft.withoutLineage(), Matching.match(draft, Draft.nameless(draft), Draft.ids("new")));
        }
    }

    @Test
    void a_split_keeps_the_id_on_the_likest_part() {
        String whole = Draft.containing(Draft.SV1, "Vi talar lugnt").id();
        assertEquals(whole, Draft.containing(Draft.SV2, "Den som hör dåligt").id());
        assertEquals(whole, Draft.containing(Draft.SV2, "Vi talar lugnt").splitFrom());
    }

    @Test
    void a_merge_keeps_the_id_of_the_likest_source() {
        Passage merged = Draft.containing(Draft.SV2, "Ansvarspersonen ser till");
        assertEquals(Draft.containing(Draft.SV1, "ser också till").id(), merged.id());
        assertEquals(List.of(Draft.containing(Draft.SV1, "ser till att planen följs").id()), merged.mergedFrom());
    }

    @Test
    void lineage_is_found_nowhere_else_in_the_draft() {
        assertEquals(2, lineages(Draft.SV2) + lineages(Draft.SV3));
    }

    private static long lineages(Outline outline) {
        return outline.passages().stream().filter(p -> !p.splitFrom().isEmpty() || !p.mergedFrom().isEmpty()).count();
    }

    @Test
    void a_text_split_in_four_is_one_family() {
        Outline before = outline("Vi ringer dig på måndag. Du väljer tiden själv. Mötet hålls hemma. "
            + "Efteråt får du ett brev.");
        Outline after = Matching.match(before, Draft.nameless(outline("Vi ringer dig på måndag.",
            "Du väljer tiden själv.", "Mötet hålls hemma.", "Efteråt får du ett brev.")), Draft.ids("new"));
        assertEquals(List.of(Change.Kind.SPLIT), Changes.between(before, after).stream().map(Change::kind).toList());
    }

    @Test
    void a_passage_on_the_same_topic_is_not_taken_for_the_one_that_went() {
        Outline before = outline("Klienten får en plan där det står vilken hjälp som behövs och vem som ger den.");
        Outline typed = Draft.nameless(outline("Klienten kan alltid ringa den handledare som skrev planen."));
        Outline after = Matching.match(before, typed, Draft.ids("new"));
        assertEquals("new1", after.passages().get(0).id());
    }

    @Test
    void a_section_with_a_new_heading_is_known_by_its_passages() {
        Outline before = outline("Vi ringer dig på måndag.", "Mötet hålls hemma.");
        Section renamed = new Section("", "Något helt annat", 3, Draft.nameless(before).sections().get(0).passages());
        Outline after = Matching.match(before, new Outline("", List.of(renamed)), Draft.ids("new"));
        assertEquals("s", after.sections().get(0).id());
    }

    @Test
    void an_id_that_is_there_is_kept_and_a_twin_of_it_gets_its_own() {
        Outline before = outline("Vi ringer dig.", "Mötet hålls hemma.");
        Passage known = new Passage("p1", Passage.Kind.PARAGRAPH, "Helt nya ord här.");
        Passage added = new Passage("own", Passage.Kind.PARAGRAPH, "Vi ringer dig.");
        Outline after = Matching.match(before, before.withSections(List.of(before.sections().get(0)
            .withPassages(List.of(known, known, added)))), Draft.ids("new"));
        assertEquals(List.of("p1", "new1", "own"), after.passages().stream().map(Passage::id).toList());
    }

    @Test
    void what_a_translation_was_made_from_goes_along() {
        Outline before = outline("Mötet hålls hemma.");
        Section made = before.sections().get(0).withMadeFrom("abc");
        Outline after = Matching.match(new Outline("", List.of(made)), Draft.nameless(before), Draft.ids("new"));
        assertEquals("abc", after.sections().get(0).madeFrom());
    }

    @Test
    void a_fingerprint_changes_with_words_kind_and_heading_only() {
        Section section = outline("Mötet hålls hemma.").sections().get(0);
        Passage twin = new Passage("x", Passage.Kind.PARAGRAPH, "Mötet hålls hemma.", "y", List.of());
        Section other = section.withPassages(List.of(twin));
        assertEquals(section.fingerprint(), other.withId("t").withMadeFrom("z").fingerprint());
        Section item = section.withPassages(List.of(new Passage("p1", Passage.Kind.ITEM, "Mötet hålls hemma.")));
        Section renamed = new Section("s", "Annan", 2, section.passages());
        assertEquals(3, Map.of(section.fingerprint(), 1, item.fingerprint(), 2, renamed.fingerprint(), 3).size());
    }

    @Test
    void five_hundred_passages_are_matched_compared_and_traced_at_once() {
        History history = History.ofPassages(500);
        Outline before = history.outline();
        history.editEverything();
        Outline typed = Draft.nameless(history.outline());
        Origins<Integer> origins = Origins.first(before, 1);
        long start = System.nanoTime();
        Outline after = Matching.match(before, typed, Draft.ids("new"));
        List<Change> changes = Changes.between(before, after);
        origins.next(before, after, (change, passage, from, to) -> 2);
        double seconds = (System.nanoTime() - start) / 1e9;
        assertTrue(changes.size() > 400, changes.size() + " changes");
        assertTrue(seconds < 1.5, seconds + " s");
    }

    private static Outline outline(String... texts) {
        List<Passage> passages = new ArrayList<>();
        for (String text : texts) passages.add(new Passage("p" + (passages.size() + 1), Passage.Kind.PARAGRAPH, text));
        return new Outline("", List.of(new Section("s", "Rubrik", 2, passages)));
    }
}
