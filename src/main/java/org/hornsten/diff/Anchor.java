package org.hornsten.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.text.Quote;
import org.hornsten.text.Words;

/**
 * Where a quote made on an older version stands in a newer one. Candidates are every place with the exact words, and
 * what became of the quoted place by the word diff of its own passage. Each is scored as in Hypothesis: the words 50,
 * what stands before 20, what stands after 20, position 2. At {@value #ENOUGH} or more, and {@value #LEAD} ahead of
 * every other candidate, a quote is found, in its own passage before all others; with less a person has to confirm.
 *
 * @param passage id of the passage found or to be confirmed; empty for an orphan
 * @param place   the place found or to be confirmed; empty, at 0, for an orphan
 * @param score   0 to 92
 */
public record Anchor(Fate fate, String passage, Quote.Place place, int score) {

    public enum Fate { FOUND, UNSURE, ORPHAN }

    /** The exact words with most of one side as it was, or with both sides half as they were. */
    static final int ENOUGH = 66;
    static final int LEAD = 10;
    /** Below this nothing is worth a person's look: less than half of the words, in strange surroundings. */
    private static final int HOPELESS = 25;

    private static final int EXACT = 50;
    private static final int SIDE = 20;
    private static final int POSITION = 2;
    private static final double HALF = 0.5;

    /** @param passage id of the passage of {@code older} that the quote was made on */
    public static Anchor of(Quote quote, String passage, Outline older, Outline newer) {
        List<Anchor> candidates = new Search(quote, passage, older, newer).candidates();
        List<Anchor> own = candidates.stream().filter(c -> c.passage().equals(passage)).toList();
        return found(own).or(() -> found(candidates)).orElseGet(() -> unsure(candidates));
    }

    private static Optional<Anchor> found(List<Anchor> candidates) {
        return candidates.stream().findFirst().filter(best -> best.score >= ENOUGH
            && candidates.stream().skip(1).allMatch(other -> other.score <= best.score - LEAD || best.overlaps(other)));
    }

    private static Anchor unsure(List<Anchor> candidates) {
        return candidates.stream().findFirst().filter(best -> best.score >= HOPELESS)
            .map(best -> new Anchor(Fate.UNSURE, best.passage, best.place, best.score))
            .orElse(new Anchor(Fate.ORPHAN, "", new Quote.Place(0, 0), 0));
    }

    private boolean overlaps(Anchor other) {
        return passage.equals(other.passage) && place.from() < other.place.to() && other.place.from() < place.to();
    }

    private record Search(Quote quote, String passage, Outline older, Outline newer) {

        /** The best first. */
        List<Anchor> candidates() {
            List<Anchor> candidates = new ArrayList<>();
            int offset = 0;
            int then = then();
            int length = Math.max(1, Math.max(length(older.passages()), length(newer.passages())));
            for (Passage each : newer.passages()) {
                for (Quote.Place place : places(each)) {
                    double near = 1 - (double) Math.abs(then - offset - place.from()) / length;
                    candidates.add(candidate(each, place, near));
                }
                offset += each.text().length();
            }
            candidates.sort(Comparator.comparingInt(Anchor::score).reversed());
            return candidates;
        }

        private List<Quote.Place> places(Passage in) {
            List<Quote.Place> places = new ArrayList<>(quote.places(in.text()));
            if (in.id().equals(passage) || in.splitFrom().equals(passage) || in.mergedFrom().contains(passage)) {
                older.passage(passage).map(Passage::text).ifPresent(old ->
                    quote.in(old).flatMap(place -> became(old, in.text(), place)).ifPresent(places::add));
            }
            return places;
        }

        private Anchor candidate(Passage in, Quote.Place place, double near) {
            double words = alike(quote.exact(), place.of(in.text()));
            // Words longer than a side are surroundings enough for each other; short ones are found by chance.
            double least = words == 1 && quote.exact().length() > Quote.CONTEXT ? HALF : 0;
            double before = Math.max(least, side(quote.prefix(), Quote.before(in.text(), place.from())));
            double after = Math.max(least, side(quote.suffix(), Quote.after(in.text(), place.to())));
            double score = EXACT * words + SIDE * (before + after) + POSITION * near;
            return new Anchor(Fate.FOUND, in.id(), place, (int) Math.round(score));
        }

        /** From the first to the last that was kept of the quoted place, or nothing when no word was. */
        private static Optional<Quote.Place> became(String old, String now, Quote.Place place) {
            List<Words.Atom> oldWords = Words.atoms(old);
            List<Words.Atom> nowWords = Words.atoms(now);
            int[] kept = WordDiff.kept(WordDiff.cores(oldWords), WordDiff.cores(nowWords));
            List<Words.Atom> still = new ArrayList<>();
            for (int i = 0; i < kept.length; i++) {
                if (kept[i] < 0) continue;
                Words.Atom word = oldWords.get(kept[i]);
                if (word.end() > place.from() && word.from() < place.to()) still.add(nowWords.get(i));
            }
            return still.stream().noneMatch(Words.Atom::isWord) ? Optional.empty()
                : Optional.of(new Quote.Place(still.get(0).from(), still.get(still.size() - 1).end()));
        }

        /**
         * Surroundings that are mostly other ones say nothing, so that chance likeness cannot add up; the edge of a
         * passage says half, since every passage has it.
         */
        private static double side(String wanted, String there) {
            if (wanted.isBlank()) return there.isBlank() ? HALF : 0;
            double alike = alike(wanted, there);
            return alike < HALF ? 0 : alike;
        }

        /** 1 less the distance of Levenshtein (1966) over the longer length, space made even. */
        private static double alike(String one, String other) {
            String a = Passage.oneLine(one);
            String b = Passage.oneLine(other);
            int longest = Math.max(a.length(), b.length());
            if (longest == 0) return 1;
            int[] row = new int[b.length() + 1];
            for (int j = 0; j <= b.length(); j++) row[j] = j;
            for (int i = 1; i <= a.length(); i++) {
                int corner = row[0];
                row[0] = i;
                for (int j = 1; j <= b.length(); j++) {
                    int changed = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                    corner = row[j];
                    row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
                }
            }
            return 1 - (double) row[b.length()] / longest;
        }

        /** Where the quote stood, in characters from the beginning of the first passage. */
        private int then() {
            List<Passage> earlier = older.passages().stream().takeWhile(p -> !p.id().equals(passage)).toList();
            return length(earlier)
                + older.passage(passage).flatMap(p -> quote.in(p.text())).map(Quote.Place::from).orElse(0);
        }

        private static int length(List<Passage> passages) {
            return passages.stream().mapToInt(p -> p.text().length()).sum();
        }
    }
}
