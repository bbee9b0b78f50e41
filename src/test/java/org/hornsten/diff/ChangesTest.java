package org.hornsten.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.text.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesTest {

    private final Passage first = new Passage("p1", Passage.Kind.PARAGRAPH, "Ring oss före klockan tolv.");
    private final Passage second = new Passage("p2", Passage.Kind.PARAGRAPH, "Vi svarar alltid på finska och svenska.");
    private final Passage third = new Passage("p3", Passage.Kind.ITEM, "Hemvården berättar när något förändras.");

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void every_known_change_of_the_draft_is_found_and_no_other(int version) {
        Outline before = version == 2 ? Draft.SV1 : Draft.SV2;
        Outline after = version == 2 ? Draft.SV2 : Draft.SV3;
        List<Change> changes = Changes.between(before, after);
        Set<Change> explained = new HashSet<>();
        for (Map<String, String> row : Draft.table("changes.csv")) {
            if (!row.get("version_to").equals("" + version)) continue;
            List<Change> found = changes.stream().filter(change -> tells(change, row, before, after)).toList();
            assertEquals(1, found.size(), row + " is one of " + changes);
            explained.addAll(found);
        }
        assertEquals(new HashSet<>(changes), explained);
    }

    private static boolean tells(Change change, Map<String, String> row, Outline before, Outline after) {
        String heading = row.get("section_heading");
        Outline where = change.kind() == Change.Kind.REMOVED ? before : after;
        boolean edited = change.kind() == Change.Kind.EDITED;
        String old = row.get("before_exact").replace("## ", "");
        String now = row.get("after_exact").replace("## ", "");
        return change.kind().name().equalsIgnoreCase(row.get("change"))
            && where.section(change.section()).orElseThrow().heading().equals(heading)
            && (edited ? change.before().contains(old) && change.after().contains(now)
                : change.before().equals(old) && change.after().equals(now));
    }

    @Test
    void a_moved_section_is_one_change() {
        List<Change> moved = Changes.between(Draft.SV1, Draft.SV2).stream()
            .filter(change -> change.kind() == Change.Kind.MOVED).toList();
        assertEquals(1, moved.size());
        assertTrue(moved.get(0).ofHeading());
        assertEquals("Språk och begriplighet", moved.get(0).after());
    }

    @Test
    void a_passage_edited_and_moved_has_one_change_of_its_words_and_one_of_its_place() {
        Outline before = outline(List.of(first, second, third), List.of());
        Outline after = outline(List.of(first, third), List.of(second.withText("Vi svarar på finska och svenska.")));
        assertEquals(List.of(Change.Kind.EDITED, Change.Kind.MOVED), kinds(before, after));
    }

    @Test
    void as_few_as_possible_are_called_moved() {
        Outline before = outline(List.of(first, second, third), List.of());
        Outline after = outline(List.of(third, first, second), List.of());
        List<Change> changes = Changes.between(before, after);
        assertEquals(List.of("p3"), changes.stream().map(Change::passage).toList());
    }

    @Test
    void a_new_section_is_added_with_each_of_its_passages_and_a_removed_one_likewise() {
        Outline small = new Outline("Titel", List.of(new Section("a", "Kontakt", 2, List.of(first))));
        Outline large = outline(List.of(first), List.of(second, third));
        assertEquals(List.of(Change.Kind.ADDED, Change.Kind.ADDED, Change.Kind.ADDED), kinds(small, large));
        assertEquals(List.of(Change.Kind.REMOVED, Change.Kind.REMOVED, Change.Kind.REMOVED), kinds(large, small));
        assertEquals("Plan", Changes.between(small, large).get(0).after());
    }

    @Test
    void title_heading_level_and_kind_of_passage_are_changes_too() {
        Outline before = outline(List.of(first), List.of(second));
        Outline after = new Outline("Ny titel", List.of(
            new Section("a", "Kontakten", 2, List.of(new Passage("p1", Passage.Kind.ITEM, first.text()))),
            new Section("b", "Plan", 3, List.of(second))));
        assertEquals(List.of("words:section:", "words:section:a", "words:passage:p1", "words:section:b"),
            Changes.between(before, after).stream().map(Change::key).toList());
    }

    @Test
    void what_was_removed_stands_where_it_stood() {
        Outline before = outline(List.of(first, second, third), List.of());
        Outline after = outline(List.of(first.withText("Ring oss."), third.withText("Hemvården berättar.")), List.of());
        assertEquals(List.of("p1", "p2", "p3"), Changes.between(before, after).stream().map(Change::passage).toList());
    }

    @Test
    void a_merge_that_edits_words_is_only_a_merge_and_names_all_it_concerns() {
        Outline before = outline(List.of(first, second, third), List.of());
        Passage merged = second.withText("Ring oss. Vi svarar på finska.").withLineage("", List.of("p1"));
        Change change = Changes.between(before, outline(List.of(merged, third), List.of())).get(0);
        assertEquals(Change.Kind.MERGED, change.kind());
        assertEquals(List.of("p1", "p2"), change.passages());
        assertEquals(first.text() + "\n\n" + second.text(), change.before());
        assertTrue(change.concerns("p1"));
    }

    @Test
    void an_edit_that_becomes_a_split_keeps_its_key() {
        Outline before = outline(List.of(second), List.of());
        Outline edited = outline(List.of(second.withText("Vi svarar alltid.")), List.of());
        Passage part = new Passage("p9", Passage.Kind.PARAGRAPH, "På finska och svenska.", "p2", List.of());
        Outline split = outline(List.of(second.withText("Vi svarar alltid."), part), List.of());
        assertEquals(Changes.between(before, edited).get(0).key(), Changes.between(before, split).get(0).key());
        assertEquals(List.of(Change.Kind.SPLIT), kinds(before, split));
    }

    private static List<Change.Kind> kinds(Outline before, Outline after) {
        return Changes.between(before, after).stream().map(Change::kind).toList();
    }

    private static Outline outline(List<Passage> contact, List<Passage> plan) {
        return new Outline("Titel",
            List.of(new Section("a", "Kontakt", 2, contact), new Section("b", "Plan", 2, plan)));
    }
}
