package org.hornsten.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hornsten.diff.Change;
import org.hornsten.diff.Changes;
import org.hornsten.diff.History;
import org.hornsten.diff.Matching;
import org.hornsten.diff.Origins.Span;
import org.hornsten.kit.Multilingual;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * T1, T2 and T6 of the trace over edits by chance, with splits, merges and moves, for texts that keep or lose their
 * ids.
 */
class WhyTest {
    private static final int VERSIONS = 5;

    @Property(tries = 500)
    void t1_the_spans_of_a_passage_are_its_text(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int edits) {
        for (Step step : lived(seed, edits)) {
            assertEquals(step.after.passages().stream().map(Passage::id).collect(Collectors.toSet()),
                    step.why.spans().keySet());
            for (Passage passage : step.after.passages()) assertEquals(passage.text(),
                    step.why.of(passage.id()).stream().map(Span::text).collect(Collectors.joining()));
        }
    }

    @Property(tries = 500)
    void t2_all_that_is_newer_than_the_first_version_has_a_reason(@ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int edits) {
        for (Step step : lived(seed, edits)) {
            origins(step.why).forEach(origin -> assertEquals(origin.since() > 1, origin.reason().given()));
            assertTrue(step.why.gone().stream().allMatch(gone -> gone.removedBy().reason().given()));
            assertTrue(step.why.marks().stream().allMatch(mark -> mark.by().reason().given()));
        }
    }

    @Property(tries = 500)
    void t6_a_decision_speaks_for_a_change_exactly_where_the_text_says_so(@ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int edits) {
        for (Step step : lived(seed, edits)) {
            Map<String, Set<String>> spoken = step.why.spoken();
            Map<String, Set<String>> found = new HashMap<>();
            Stream.of(origins(step.why), step.why.gone().stream().map(Why.Gone::removedBy),
                    step.why.marks().stream().map(Why.Mark::by)).flatMap(origins -> origins)
                    .filter(origin -> origin.since() == step.number)
                            .forEach(origin -> found.computeIfAbsent(origin.change(),
                            change -> new HashSet<>()).addAll(origin.reason().decisions()));
            for (DraftChange change : step.changes) {
                // no change without a place, none with a decision its author did not name
                assertTrue(found.containsKey(change.publicId), () -> "nowhere: " + change.changeKey);
                assertEquals(found.get(change.publicId), spoken.get(change.publicId));
                assertTrue(change.because.decisions().containsAll(spoken.get(change.publicId)));
                if (change.because.parts().isEmpty())
                    assertEquals(change.because.decisions(), spoken.get(change.publicId));
            }
        }
    }

    private static Stream<Why.Origin> origins(Why why) {
        return why.spans().values().stream().flatMap(Collection::stream).map(Span::origin);
    }

    private record Step(int number, Outline after, Why why, List<DraftChange> changes) {}

    private static List<Step> lived(long seed, int edits) {
        Random random = new Random(seed);
        History history = new History(seed);
        Outline before = history.outline();
        Why why = Why.first(before, 1);
        List<Step> steps = new ArrayList<>(List.of(new Step(1, before, why, List.of())));
        for (int number = 2; number <= VERSIONS; number++) {
            for (int i = 0; i < edits; i++) history.edit();
            if (random.nextBoolean())
                history.become(Matching.match(before, nameless(history.outline()), () -> UUID.randomUUID().toString()));
            Outline after = history.outline();
            List<DraftChange> changes = new ArrayList<>();
            for (Change change : Changes.between(before, after))
                changes.add(DraftChange.of(null, "sv", changes.size(), change, because(change, random), true));
            why = why.next(before, after, number, changes);
            steps.add(new Step(number, after, why, changes));
            history.publish();
            before = history.outline();
        }
        return steps;
    }

    // as from a word processor
    private static Outline nameless(Outline outline) {
        return new Outline(outline.title(), outline.sections().stream().map(section -> section.withId("").withPassages(
                section.passages().stream().map(passage -> passage.withoutLineage().withId("")).toList())).toList());
    }

    private static Because because(Change change, Random random) {
        int length = change.after().length();
        if (random.nextInt(3) == 0) return Because.own(Because.OwnReason.LEGAL, Multilingual.of("sv", "Så är det."));
        if (length < 2 || random.nextBoolean()) return Because.decided(List.of(decision(random), decision(random)));
        int cut = 1 + random.nextInt(length - 1);
        Because.Reason first = Because.Reason.decided(List.of(decision(random)));
        return new Because(random.nextBoolean() ? first : Because.Reason.NONE, List.of(new Because.Part(0, cut, first),
                new Because.Part(cut, length, Because.Reason.decided(List.of(decision(random))))));
    }

    private static String decision(Random random) {
        return "d" + random.nextInt(6);
    }
}
