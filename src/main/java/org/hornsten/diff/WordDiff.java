package org.hornsten.diff;

import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.text.Quote;
import org.hornsten.text.Words;

/**
 * The difference of two texts in words and marks of punctuation, keeping as many letters as can be kept in order.
 * Weighing by letters rather than counting words is what keeps "direktnummer" and lets "och" go when one of them must.
 */
public final class WordDiff {

    @Schema(name = "PieceKind")
    public enum Op { SAME, ADDED, REMOVED }

    public record Piece(Op op, String text) { }

    /** Over this many pairs of words the table would be too large, and words are counted, not weighed. */
    private static final long LARGEST_TABLE = 4_000_000;

    private WordDiff() { }

    /** Where in the text after the words stand that the text before had not; marks of punctuation are left out. */
    public static List<Quote.Place> newWords(String before, String after) {
        List<Quote.Place> words = new ArrayList<>();
        int at = 0;
        for (Piece piece : between(before, after)) {
            if (piece.op() == Op.REMOVED) continue;
            for (Words.Atom atom : piece.op() == Op.ADDED ? Words.atoms(piece.text()) : List.<Words.Atom>of())
                if (atom.isWord()) words.add(new Quote.Place(at + atom.from(), at + atom.end()));
            at += piece.text().length();
        }
        return words;
    }

    /** Joined, the same and the added pieces are exactly the text after, the same and the removed the text before. */
    public static List<Piece> between(String before, String after) {
        List<Words.Atom> old = Words.atoms(before);
        List<Words.Atom> now = Words.atoms(after);
        int[] kept = kept(cores(old), cores(now));
        Pieces pieces = new Pieces();
        int next = 0;
        for (int i = 0; i < now.size(); i++) {
            if (kept[i] < 0) {
                pieces.add(Op.ADDED, whole(after, now.get(i)));
            } else {
                while (next < kept[i]) pieces.add(Op.REMOVED, whole(before, old.get(next++)));
                pieces.keep(now.get(i), space(before, old.get(next++)), space(after, now.get(i)));
            }
        }
        while (next < old.size()) pieces.add(Op.REMOVED, whole(before, old.get(next++)));
        return pieces.all();
    }

    /** For each word of {@code now}, the index of the word of {@code old} it was kept from, or −1 where it is new. */
    static int[] kept(List<String> old, List<String> now) {
        int[] kept = new int[now.size()];
        Arrays.fill(kept, -1);
        int head = 0;
        int least = Math.min(old.size(), now.size());
        while (head < least && old.get(head).equals(now.get(head))) kept[head] = head++;
        int tail = 0;
        while (tail < least - head && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            kept[now.size() - 1 - tail] = old.size() - 1 - tail++;
        }
        List<String> oldMiddle = old.subList(head, old.size() - tail);
        List<String> nowMiddle = now.subList(head, now.size() - tail);
        if ((long) oldMiddle.size() * nowMiddle.size() > LARGEST_TABLE) count(oldMiddle, nowMiddle, head, kept);
        else weigh(oldMiddle, nowMiddle, head, kept);
        return kept;
    }

    /** The heaviest common subsequence, by the table of Wagner and Fischer (1974). */
    private static void weigh(List<String> old, List<String> now, int head, int[] kept) {
        int[][] best = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            int weight = weight(old.get(i));
            for (int j = now.size() - 1; j >= 0; j--) {
                int skip = Math.max(best[i + 1][j], best[i][j + 1]);
                best[i][j] = old.get(i).equals(now.get(j)) ? Math.max(skip, best[i + 1][j + 1] + weight) : skip;
            }
        }
        for (int i = 0, j = 0; i < old.size() && j < now.size();) {
            if (old.get(i).equals(now.get(j)) && best[i][j] == best[i + 1][j + 1] + weight(old.get(i))) {
                kept[head + j++] = head + i++;
            } else if (best[i + 1][j] >= best[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    /** The longest common subsequence, by the linear-space algorithm of Myers (1986). */
    private static void count(List<String> old, List<String> now, int head, int[] kept) {
        int i = 0;
        int j = 0;
        for (var change : new MyersDiffWithLinearSpace<String>().computeDiff(old, now, null)) {
            while (i < change.startOriginal) kept[head + j++] = head + i++;
            i = change.endOriginal;
            j = change.endRevised;
        }
        while (i < old.size()) kept[head + j++] = head + i++;
    }

    static List<String> cores(List<Words.Atom> atoms) {
        return atoms.stream().map(Words.Atom::core).toList();
    }

    private static int weight(String core) {
        return Math.max(1, Words.letters(core));
    }

    private static String whole(String text, Words.Atom atom) {
        return text.substring(atom.from(), atom.to());
    }

    private static String space(String text, Words.Atom atom) {
        return text.substring(atom.end(), atom.to());
    }

    /** Gathers pieces, joining neighbours: between two kept words what was removed stands before what was added. */
    private static final class Pieces {
        private final List<Piece> pieces = new ArrayList<>();
        private final StringBuilder same = new StringBuilder();
        private final StringBuilder removed = new StringBuilder();
        private final StringBuilder added = new StringBuilder();

        void add(Op op, String text) {
            (op == Op.ADDED ? added : removed).append(text);
        }

        void keep(Words.Atom word, String oldSpace, String newSpace) {
            same(word.core());
            if (oldSpace.equals(newSpace)) {
                same(newSpace);
            } else {
                removed.append(oldSpace);
                added.append(newSpace);
            }
        }

        private void same(String text) {
            if (text.isEmpty()) return;
            if (removed.length() + added.length() > 0) close();
            same.append(text);
        }

        private void close() {
            flush(Op.SAME, same);
            // The space before the next word is no difference when both texts have it there.
            int shared = 0;
            while (shared < Math.min(removed.length(), added.length()) && lastSpace(removed, shared) > 0
                && lastSpace(removed, shared) == lastSpace(added, shared)) shared++;
            String space = removed.substring(removed.length() - shared);
            removed.setLength(removed.length() - shared);
            added.setLength(added.length() - shared);
            flush(Op.REMOVED, removed);
            flush(Op.ADDED, added);
            same.append(space);
        }

        private static int lastSpace(StringBuilder text, int fromEnd) {
            char c = text.charAt(text.length() - 1 - fromEnd);
            return Character.isWhitespace(c) || Character.isSpaceChar(c) ? c : 0;
        }

        private void flush(Op op, StringBuilder text) {
            if (text.length() > 0) pieces.add(new Piece(op, text.toString()));
            text.setLength(0);
        }

        List<Piece> all() {
            close();
            flush(Op.SAME, same);
            return List.copyOf(pieces);
        }
    }
}
