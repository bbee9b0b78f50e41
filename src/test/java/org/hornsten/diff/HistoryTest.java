package org.hornsten.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hornsten.diff.Origins.Removed;
import org.hornsten.diff.Origins.Span;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.text.Section;

/** What must hold whatever an author does, known by ids or guessed from a text that comes back without them. */
class HistoryTest {

    @Property(tries = 400)
    void the_invariants_hold_when_edits_are_told(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int edits) {
        live(new History(seed), edits, false);
    }

    @Property(tries = 400)
    void the_invariants_hold_when_a_text_comes_back(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int edits) {
        live(new History(seed), edits, true);
    }

    private static void live(History history, int edits, boolean returning) {
        Outline before = history.outline();
        Origins<Integer> origins = Origins.first(before, 1);
        for (int version = 2; version < 6; version++) {
            for (int i = 0; i < edits; i++) history.edit();
            if (returning) {
                Outline typed = Draft.nameless(history.outline());
                history.become(Matching.match(before, typed, Draft.ids("v" + version + "-")));
            }
            Outline after = history.outline();
            Origins<Integer> next = step(origins, before, after, version);
            hold(before, after, origins, next, version);
            history.publish();
            before = history.outline();
            origins = Origins.stored(next.spans());
        }
    }

    private static Origins<Integer> step(Origins<Integer> origins, Outline before, Outline after, int version) {
        return origins.next(before, after, (change, passage, from, to) -> {
            assertTrue(change.kind() != Change.Kind.MOVED);
            assertEquals(change.kind() == Change.Kind.REMOVED, passage.isEmpty());
            if (!passage.isEmpty()) {
                assertTrue(change.concerns(passage));
                assertTrue(from <= to && to <= after.passage(passage).orElseThrow().text().length());
            }
            return version;
        });
    }

    private static void hold(Outline before, Outline after, Origins<Integer> earlier, Origins<Integer> origins,
            int version) {
        idsAreUnique(after);
        spansAreTheText(after, origins);
        noWordIsLost(before, earlier, origins, version);
        changesAreTold(before, after);
        pieces(before, after);
        assertEquals(after, Matching.match(after, after, Draft.ids("never")));
        assertEquals(after.withoutLineage(), Matching.match(after, Draft.nameless(after), Draft.ids("never")));
    }

    private static void idsAreUnique(Outline outline) {
        List<String> ids = Stream.concat(outline.sections().stream().map(Section::id),
            outline.passages().stream().map(Passage::id)).toList();
        assertEquals(ids.size(), new HashSet<>(ids).size());
        assertTrue(!ids.contains(""));
    }

    private static void spansAreTheText(Outline after, Origins<Integer> origins) {
        assertEquals(after.passages().size(), origins.spans().size());
        for (Passage passage : after.passages()) {
            List<Span<Integer>> spans = origins.spans().get(passage.id());
            assertEquals(passage.text(), spans.stream().map(Span::text).collect(Collectors.joining()));
            for (int i = 1; i < spans.size(); i++) assertTrue(!spans.get(i).origin().equals(spans.get(i - 1).origin()));
        }
    }

    /** Every letter of the version before is still there with its origin, or told as removed. */
    private static void noWordIsLost(Outline before, Origins<Integer> earlier, Origins<Integer> origins, int version) {
        int kept = origins.spans().values().stream().flatMap(List::stream).filter(s -> s.origin() < version)
            .mapToInt(s -> letters(s.text())).sum();
        int removed = origins.removed().stream().map(Removed::text).mapToInt(HistoryTest::letters).sum();
        int had = earlier.spans().values().stream().flatMap(List::stream).mapToInt(s -> letters(s.text())).sum();
        assertEquals(had, kept + removed);
        assertEquals(before.passages().stream().mapToInt(p -> letters(p.text())).sum(), had);
    }

    private static int letters(String text) {
        return text.replace(" ", "").length();
    }

    private static void changesAreTold(Outline before, Outline after) {
        List<Change> changes = Changes.between(before, after);
        assertEquals(changes.isEmpty(), before.withoutLineage().equals(after.withoutLineage()));
        assertEquals(changes.size(), changes.stream().map(Change::key).distinct().count());
        assertEquals(List.of(), Changes.between(after, after));
        for (Change change : changes) {
            Outline where = change.kind() == Change.Kind.REMOVED ? before : after;
            assertTrue(change.section().isEmpty() || where.section(change.section()).isPresent());
        }
    }

    private static void pieces(Outline before, Outline after) {
        for (Change change : Changes.between(before, after)) {
            List<WordDiff.Piece> pieces = WordDiff.between(change.before(), change.after());
            assertEquals(change.before(), joined(pieces, WordDiff.Op.REMOVED));
            assertEquals(change.after(), joined(pieces, WordDiff.Op.ADDED));
        }
    }

    private static String joined(List<WordDiff.Piece> pieces, WordDiff.Op with) {
        return pieces.stream().filter(p -> p.op() == WordDiff.Op.SAME || p.op() == with)
            .map(WordDiff.Piece::text).collect(Collectors.joining());
    }
}
