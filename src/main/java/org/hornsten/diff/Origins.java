package org.hornsten.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.text.Words;

/**
 * Where every word of a version comes from. A word is as old as the version whose minimal word diff introduced it,
 * along the passage's lineage: equal words keep their origin through edits, splits, merges and moves. Space belongs
 * to the word before it, a mark of punctuation is a word of its own.
 *
 * @param spans   by passage id, in order; joined they are exactly the passage's text, neighbours differ in origin
 * @param removed what the step from the version before took away, in reading order
 * @param <O>     what an origin is, compared by {@code equals}
 */
public record Origins<O>(Map<String, List<Span<O>>> spans, List<Removed<O>> removed) {

    public record Span<O>(String text, O origin) { }

    /**
     * @param origin    where the words had come from
     * @param removedBy why they went
     * @param section   id of the section they stood in
     * @param passage   id of the passage they would now stand in, empty when the whole passage is gone
     * @param at        where in its text they would begin, in characters; 0 when the whole passage is gone
     */
    public record Removed<O>(String text, O origin, O removedBy, String section, String passage, int at) { }

    public interface Why<O> {

        /**
         * Asked once for each new word, so that one change can serve several ends.
         *
         * @param passage id of the passage the word is in; empty for words that went with their whole passage
         * @param from    where the word begins in that passage's new text
         * @param to      where it and its space end; equal to {@code from} for words removed there
         */
        O of(Change change, String passage, int from, int to);
    }

    public Origins {
        spans = Map.copyOf(spans);
        removed = List.copyOf(removed);
    }

    /** The first version: nothing explains it but itself. */
    public static <O> Origins<O> first(Outline outline, O original) {
        Map<String, List<Span<O>>> spans = new HashMap<>();
        for (Passage passage : outline.passages()) {
            String text = passage.text();
            spans.put(passage.id(), text.isEmpty() ? List.of() : List.of(new Span<>(text, original)));
        }
        return new Origins<>(spans, List.of());
    }

    /** A version whose spans were computed earlier and kept. */
    public static <O> Origins<O> stored(Map<String, List<Span<O>>> spans) {
        return new Origins<>(spans, List.of());
    }

    /**
     * The origins of the version that follows.
     *
     * @param before the version these origins are of
     * @throws IllegalArgumentException when they are not, that is when the spans of a passage are not its text
     */
    public Origins<O> next(Outline before, Outline after, Why<O> why) {
        return new Step(before, after, why).take();
    }

    private record Word(Passage passage, Words.Atom atom) {

        String text() {
            return passage.text().substring(atom.from(), atom.to());
        }
    }

    private record Spot(String passage, int at) { }

    private final class Step {
        private final Outline before;
        private final Outline after;
        private final Why<O> why;
        private final Map<String, Change> changes = new HashMap<>();
        private final Map<String, String> sections = new HashMap<>();
        private final Map<String, List<Span<O>>> next = new HashMap<>();
        private final List<Removed<O>> gone = new ArrayList<>();

        Step(Outline before, Outline after, Why<O> why) {
            this.before = before;
            this.after = after;
            this.why = why;
            for (Change change : Changes.between(before, after)) {
                if (change.kind() != Change.Kind.MOVED) changes.put(change.passage(), change);
            }
            after.sections().forEach(section -> section.passages().forEach(p -> sections.put(p.id(), section.id())));
        }

        Origins<O> take() {
            for (Family family : Family.of(before, after)) {
                if (family.unchanged()) keep(family.before().get(0));
                else if (family.after().isEmpty()) remove(family);
                else compare(family);
            }
            return new Origins<>(next, gone);
        }

        private void keep(Passage passage) {
            next.put(passage.id(), told(passage));
        }

        private void remove(Family family) {
            Change change = changes.get(family.name());
            O removedBy = why.of(change, "", 0, 0);
            for (Span<O> span : told(family.before().get(0))) {
                gone.add(new Removed<>(span.text(), span.origin(), removedBy, change.section(), "", 0));
            }
        }

        /** Parts are compared as one text, so that a word that only came to stand in another part keeps its origin. */
        private void compare(Family family) {
            Change change = changes.get(family.name());
            List<Word> old = words(family.before());
            List<Word> now = words(family.after());
            List<O> oldOrigins = origins(family.before());
            int[] kept = WordDiff.kept(cores(old), cores(now));
            Map<String, List<Span<O>>> spans = new LinkedHashMap<>();
            family.after().forEach(passage -> spans.put(passage.id(), new ArrayList<>()));
            for (int i = 0; i < now.size(); i++) {
                Word word = now.get(i);
                O origin = kept[i] >= 0 ? oldOrigins.get(kept[i])
                    : why.of(change, word.passage().id(), word.atom().from(), word.atom().to());
                append(spans.get(word.passage().id()), word.text(), origin);
            }
            spans.forEach((id, list) -> next.put(id, List.copyOf(list)));
            takeAway(change, old, oldOrigins, spots(family, old.size(), now, kept));
        }

        /** For each old word the spot where it went, in front of what replaced it, or null when it was kept. */
        private Spot[] spots(Family family, int size, List<Word> now, int[] kept) {
            Spot[] spots = new Spot[size];
            int old = 0;
            int run = 0;
            for (int i = 0; i < now.size(); i++) {
                if (kept[i] < 0) continue;
                while (old < kept[i]) spots[old++] = spot(now.get(run));
                old++;
                run = i + 1;
            }
            Passage last = family.after().get(family.after().size() - 1);
            Spot end = run < now.size() ? spot(now.get(run)) : new Spot(last.id(), last.text().length());
            while (old < size) spots[old++] = end;
            return spots;
        }

        private Spot spot(Word word) {
            return new Spot(word.passage().id(), word.atom().from());
        }

        private void takeAway(Change change, List<Word> old, List<O> origins, Spot[] spots) {
            for (int from = 0, to = 1; from < old.size(); from = to, to++) {
                Spot spot = spots[from];
                StringBuilder text = new StringBuilder(old.get(from).text());
                while (to < old.size() && Objects.equals(spot, spots[to]) && origins.get(from).equals(origins.get(to))
                    && old.get(from).passage().equals(old.get(to).passage())) text.append(old.get(to++).text());
                if (spot == null) continue;
                O removedBy = why.of(change, spot.passage(), spot.at(), spot.at());
                gone.add(new Removed<>(text.toString(), origins.get(from), removedBy, sections.get(spot.passage()),
                    spot.passage(), spot.at()));
            }
        }

        private void append(List<Span<O>> spans, String text, O origin) {
            int last = spans.size() - 1;
            if (last >= 0 && spans.get(last).origin().equals(origin)) {
                spans.set(last, new Span<>(spans.get(last).text() + text, origin));
            } else {
                spans.add(new Span<>(text, origin));
            }
        }

        private List<O> origins(List<Passage> passages) {
            List<O> origins = new ArrayList<>();
            for (Passage passage : passages) {
                List<Span<O>> told = told(passage);
                int span = 0;
                int end = told.isEmpty() ? 0 : told.get(0).text().length();
                for (Words.Atom atom : Words.atoms(passage.text())) {
                    while (atom.from() >= end) end += told.get(++span).text().length();
                    origins.add(told.get(span).origin());
                }
            }
            return origins;
        }

        private List<Span<O>> told(Passage passage) {
            List<Span<O>> told = spans.getOrDefault(passage.id(), List.of());
            StringBuilder text = new StringBuilder();
            told.forEach(span -> text.append(span.text()));
            if (!passage.text().contentEquals(text)) {
                throw new IllegalArgumentException("The spans of passage " + passage.id() + " are not its text");
            }
            return told;
        }
    }

    private static List<Word> words(List<Passage> passages) {
        List<Word> words = new ArrayList<>();
        passages.forEach(passage -> Words.atoms(passage.text()).forEach(atom -> words.add(new Word(passage, atom))));
        return words;
    }

    private static List<String> cores(List<Word> words) {
        return words.stream().map(word -> word.atom().core()).toList();
    }
}
