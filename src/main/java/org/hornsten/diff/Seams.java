package org.hornsten.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hornsten.text.Passage;
import org.hornsten.text.Words;

/**
 * Tells a split from an addition and a merge from a removal, once the rest is matched. A passage with no match is a
 * part of what stands beside it when {@value #SHARE} of its letters are runs of at least two words of the whole
 * passage in the other text, and the whole is more completely there with it than without.
 */
final class Seams {

    private static final double SHARE = 0.7;

    private final FlatText old;
    private final FlatText now;
    private final int[] splitFrom;
    private final int[] mergedInto;

    Seams(FlatText old, FlatText now) {
        this.old = old;
        this.now = now;
        splitFrom = parts(now, old);
        mergedInto = parts(old, now);
    }

    /** The passage with the lineage found, unless its author has told it. */
    Passage sewn(int i, Passage passage) {
        if (!passage.splitFrom().isEmpty() || !passage.mergedFrom().isEmpty()) return passage;
        List<String> merged = new ArrayList<>();
        for (int o = 0; o < mergedInto.length; o++) {
            if (mergedInto[o] == i) merged.add(old.passages.get(o).id());
        }
        return passage.withLineage(splitFrom[i] < 0 ? "" : old.passages.get(splitFrom[i]).id(), merged);
    }

    /** For each unmatched passage of the one text, the passage of the other it is a part of, or −1. */
    private static int[] parts(FlatText one, FlatText other) {
        int[] wholes = new int[one.passages.size()];
        Arrays.fill(wholes, -1);
        boolean found = true;
        while (found) {
            found = false;
            for (int i = 0; i < wholes.length; i++) {
                if (one.partner[i] >= 0 || wholes[i] >= 0) continue;
                int part = i;
                wholes[i] = Stream.of(-1, 1).map(step -> one.beside(part, step)).filter(beside -> beside >= 0)
                    .map(beside -> one.partner[beside] >= 0 ? one.partner[beside] : wholes[beside])
                    .filter(whole -> whole >= 0)
                    .filter(whole -> isPart(one, part, other.passages.get(whole).text(), members(one, wholes, whole)))
                    .findFirst().orElse(-1);
                found |= wholes[i] >= 0;
            }
        }
        return wholes;
    }

    private static TreeSet<Integer> members(FlatText one, int[] wholes, int whole) {
        TreeSet<Integer> members = new TreeSet<>();
        for (int i = 0; i < wholes.length; i++) {
            if (one.partner[i] == whole || wholes[i] == whole) members.add(i);
        }
        return members;
    }

    private static boolean isPart(FlatText one, int part, String whole, TreeSet<Integer> members) {
        List<String> sought = words(one.passages.get(part).text());
        List<String> all = words(whole);
        int without = common(all, joined(one, members));
        members.add(part);
        int shared = runs(WordDiff.kept(all, sought), sought);
        return shared > 0 && shared >= SHARE * weight(sought) && common(all, joined(one, members)) > without;
    }

    private static List<String> joined(FlatText one, TreeSet<Integer> members) {
        return members.stream().flatMap(i -> words(one.passages.get(i).text()).stream()).toList();
    }

    /** Case aside, for the first word of a part that was in the middle of a sentence. */
    private static List<String> words(String text) {
        return Words.atoms(text).stream().filter(Words.Atom::isWord)
            .map(atom -> atom.core().toLowerCase(Locale.ROOT)).toList();
    }

    private static int common(List<String> whole, List<String> parts) {
        int[] kept = WordDiff.kept(whole, parts);
        int common = 0;
        for (int i = 0; i < kept.length; i++) common += kept[i] >= 0 ? Words.letters(parts.get(i)) : 0;
        return common;
    }

    private static int runs(int[] kept, List<String> words) {
        int runs = 0;
        for (int i = 0; i < kept.length; i++) {
            boolean afterOne = i > 0 && kept[i] >= 0 && kept[i - 1] == kept[i] - 1 && kept[i] > 0;
            boolean beforeOne = i + 1 < kept.length && kept[i] >= 0 && kept[i + 1] == kept[i] + 1;
            if (afterOne || beforeOne) runs += Words.letters(words.get(i));
        }
        return runs;
    }

    private static int weight(List<String> words) {
        return words.stream().mapToInt(Words::letters).sum();
    }
}
