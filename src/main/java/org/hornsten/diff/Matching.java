package org.hornsten.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.text.Section;

/**
 * Gives a text that was edited elsewhere the lasting ids of the version it was edited from: first to passages that
 * read the same, then to the likest pairs by {@link Likeness}. How like two passages must be depends on where they
 * stand: {@value #NEAR} beside the same neighbours, {@value #SECTION} in the same section, {@value #ANYWHERE}
 * elsewhere. Measured on the drafts of the demo: edits in place are above 0.45, while two passages of different
 * sections that merely share a topic reach 0.56.
 */
public final class Matching {

    static final double NEAR = 0.4;
    static final double SECTION = 0.5;
    static final double ANYWHERE = 0.6;
    /** A short passage this much of which is in a long one beside it may be a part of it. */
    private static final double INSIDE = 0.8;

    private final FlatText old;
    private final FlatText now;
    private final Supplier<String> newId;

    private Matching(Outline before, Outline after, Supplier<String> newId) {
        old = new FlatText(before);
        now = new FlatText(after);
        for (int i = 0; i < now.named.length; i++) {
            String id = now.passages.get(i).id();
            now.named[i] = !id.isEmpty() && !old.ids.contains(id);
        }
        this.newId = newId;
    }

    /**
     * Passages and sections of {@code after} with the ids of {@code before}, or new ones. An id that is there already
     * is kept. A split keeps the id on the likest part, a merge the id of the likest source; the rest is in the
     * lineage. Sections are matched by heading, else by their passages; what a section was made from goes along.
     */
    public static Outline match(Outline before, Outline after, Supplier<String> newId) {
        return new Matching(before, after, newId).outline();
    }

    private Outline outline() {
        knownIds();
        equalTexts();
        sections();
        while (alike()) sections();
        Seams seams = new Seams(old, now);
        Set<String> used = new HashSet<>();
        List<Section> sections = new ArrayList<>();
        int next = 0;
        for (int s = 0; s < now.sections.size(); s++) {
            Section section = now.sections.get(s);
            int partner = now.sectionPartner[s];
            String madeFrom = section.madeFrom().isEmpty() && partner >= 0
                ? old.sections.get(partner).madeFrom() : section.madeFrom();
            String id = partner >= 0 ? old.sections.get(partner).id() : own(section.id(), used);
            List<Passage> passages = new ArrayList<>();
            for (int i = 0; i < section.passages().size(); i++, next++) {
                passages.add(seams.sewn(next, identity(next, used)));
            }
            sections.add(section.withId(id).withPassages(passages).withMadeFrom(madeFrom));
        }
        return now.outline.withSections(sections);
    }

    private Passage identity(int i, Set<String> used) {
        Passage passage = now.passages.get(i);
        return passage.withId(now.partner[i] >= 0 ? old.passages.get(now.partner[i]).id() : own(passage.id(), used));
    }

    /** The id it came with, unless that is empty, taken by a twin before it, or another's in the older text. */
    private String own(String id, Set<String> used) {
        return !id.isEmpty() && !old.ids.contains(id) && used.add(id) ? id : newId.get();
    }

    private void knownIds() {
        Map<String, Integer> passages = index(old.passages, Passage::id);
        Map<String, Integer> sections = index(old.sections, Section::id);
        for (int i = 0; i < now.passages.size(); i++) bind(passages.getOrDefault(now.passages.get(i).id(), -1), i);
        for (int i = 0; i < now.sections.size(); i++) {
            bindSection(sections.getOrDefault(now.sections.get(i).id(), -1), i);
        }
    }

    private void equalTexts() {
        Set<String> repeated = new HashSet<>(old.repeated());
        repeated.addAll(now.repeated());
        pairEqual((text, i) -> repeated.contains(text.passages.get(i).text()) ? "" : text.passages.get(i).text());
        // Of texts that stand several times first those beside known neighbours, then by section, then in order.
        for (int i = 1; i < now.passages.size(); i++) continueFrom(i - 1, i, 1);
        for (int i = now.passages.size() - 2; i >= 0; i--) continueFrom(i + 1, i, -1);
        pairEqual((text, i) -> text.sections.get(text.sectionOf[i]).heading() + "\n" + text.passages.get(i).text());
        pairEqual((text, i) -> text.passages.get(i).text());
    }

    private void continueFrom(int known, int i, int step) {
        int next = now.partner[known] + step;
        if (now.partner[known] < 0 || !now.free(i) || next < 0 || next >= old.passages.size()) return;
        if (old.passages.get(next).text().equals(now.passages.get(i).text())) bind(next, i);
    }

    private interface Naming {
        String of(FlatText text, int passage);
    }

    private void pairEqual(Naming naming) {
        Map<String, Deque<Integer>> waiting = new HashMap<>();
        for (int i = 0; i < old.passages.size(); i++) {
            if (old.partner[i] < 0) waiting.computeIfAbsent(naming.of(old, i), none -> new ArrayDeque<>()).add(i);
        }
        for (int i = 0; i < now.passages.size(); i++) {
            Deque<Integer> same = waiting.getOrDefault(naming.of(now, i), new ArrayDeque<>());
            boolean free = now.free(i) && !naming.of(now, i).isEmpty();
            if (free && !same.isEmpty()) bind(same.poll(), i);
        }
    }

    private void sections() {
        record Pair(int old, int now, double score) { }
        List<Pair> pairs = new ArrayList<>();
        int[][] votes = new int[old.sections.size()][now.sections.size()];
        for (int i = 0; i < now.passages.size(); i++) {
            if (now.partner[i] >= 0) votes[old.sectionOf[now.partner[i]]][now.sectionOf[i]]++;
        }
        for (int o = 0; o < votes.length; o++) {
            for (int n = 0; n < now.sections.size(); n++) {
                if (old.sectionPartner[o] >= 0 || now.sectionPartner[n] >= 0) continue;
                double score = sectionScore(old.sections.get(o), now.sections.get(n), votes[o][n]);
                if (score > 0) pairs.add(new Pair(o, n, score));
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::score).reversed());
        pairs.forEach(pair -> bindSection(pair.old(), pair.now()));
    }

    /**
     * Equal headings come first; else half of the smaller section must be in common, or most of the heading's words.
     */
    private static double sectionScore(Section old, Section now, int shared) {
        double share = (double) shared / Math.max(1, Math.min(old.passages().size(), now.passages().size()));
        if (old.heading().equals(now.heading())) return 10 + share;
        if (share >= 0.5) return 2 + share;
        double likeness = Likeness.of(old.heading(), now.heading());
        return likeness >= ANYWHERE ? likeness : 0;
    }

    /**
     * Binds the likest pairs first. Each round knows more neighbours than the one before; false when none was found.
     */
    private boolean alike() {
        record Pair(int old, int now, double score) { }
        List<Pair> pairs = new ArrayList<>();
        for (int n = 0; n < now.passages.size(); n++) {
            if (!now.free(n)) continue;
            for (int o = 0; o < old.passages.size(); o++) {
                double score = old.partner[o] < 0 ? score(o, n) : 0;
                if (score > 0) pairs.add(new Pair(o, n, score));
            }
        }
        // Of equally like ones the pair that stands most alike; sorting keeps the order of reading for the rest.
        pairs.sort(Comparator.comparingDouble(Pair::score).reversed()
            .thenComparingInt(pair -> Math.abs(pair.old() - pair.now())));
        pairs.forEach(pair -> bind(pair.old(), pair.now()));
        return !pairs.isEmpty();
    }

    private double score(int o, int n) {
        Likeness.Bag one = old.bag(o);
        Likeness.Bag other = now.bag(n);
        int shared = one.shared(other);
        double likeness = one.likeness(other, shared);
        double inside = one.inside(other, shared);
        if (likeness < NEAR && inside < INSIDE) return 0;
        boolean near = near(o, n);
        boolean sameSection = now.sectionPartner[now.sectionOf[n]] == old.sectionOf[o];
        double enough = near ? NEAR : sameSection ? SECTION : ANYWHERE;
        boolean matches = likeness >= enough || near && inside >= INSIDE;
        return matches ? likeness + (near ? 0.2 : sameSection ? 0.1 : 0) : 0;
    }

    /**
     * Whether the nearest known passage before, or after, is the same for both; the edges of a section count as
     * known.
     */
    private boolean near(int o, int n) {
        if (now.sectionPartner[now.sectionOf[n]] != old.sectionOf[o]) return false;
        return Arrays.stream(new int[] {-1, 1}).anyMatch(step -> {
            int before = old.neighbour(o, step);
            int after = now.neighbour(n, step);
            return before < 0 || after < 0 ? before == after : old.partner[before] == after;
        });
    }

    private void bind(int o, int n) {
        if (o < 0 || old.partner[o] >= 0 || now.partner[n] >= 0) return;
        old.partner[o] = n;
        now.partner[n] = o;
    }

    private void bindSection(int o, int n) {
        if (o < 0 || old.sectionPartner[o] >= 0 || now.sectionPartner[n] >= 0) return;
        old.sectionPartner[o] = n;
        now.sectionPartner[n] = o;
    }

    private static <T> Map<String, Integer> index(List<T> items, Function<T, String> id) {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < items.size(); i++) index.putIfAbsent(id.apply(items.get(i)), i);
        index.remove("");
        return index;
    }
}
