package org.hornsten.diff;

import static org.hornsten.diff.WordDiff.Op.ADDED;
import static org.hornsten.diff.WordDiff.Op.REMOVED;
import static org.hornsten.diff.WordDiff.Op.SAME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hornsten.diff.WordDiff.Op;
import org.hornsten.diff.WordDiff.Piece;
import org.hornsten.text.Words;
import org.junit.jupiter.api.Test;

class WordDiffTest {

    @Test
    void only_the_new_words_are_new_and_the_full_stop_stays() {
        assertEquals(List.of(new Piece(SAME, "håller ihop helheten"), new Piece(ADDED, " och har ett nummer"),
            new Piece(SAME, ".")),
            WordDiff.between("håller ihop helheten.", "håller ihop helheten och har ett nummer."));
    }

    @Test
    void the_longer_word_is_kept_when_one_of_two_must_go() {
        List<Piece> pieces = WordDiff.between("namn och direktnummer.", "namn, direktnummer och ersättare.");
        assertTrue(pieces.contains(new Piece(SAME, " direktnummer")), pieces::toString);
    }

    @Test
    void a_changed_comma_leaves_its_word_alone() {
        assertEquals(List.of(new Piece(SAME, "Ring"), new Piece(REMOVED, ","), new Piece(SAME, " helst"),
            new Piece(ADDED, "!")), WordDiff.between("Ring, helst", "Ring helst!"));
    }

    @Test
    void what_was_removed_stands_before_what_replaced_it() {
        assertEquals(List.of(new Piece(SAME, "klart "), new Piece(REMOVED, "inom skälig tid"),
            new Piece(ADDED, "senast på måndag"), new Piece(SAME, ".")),
            WordDiff.between("klart inom skälig tid.", "klart senast på måndag."));
    }

    @Property
    void pieces_give_both_texts_back(@ForAll("texts") String before, @ForAll("texts") String after) {
        givesBack(before, after);
    }

    @Property
    void no_common_subsequence_keeps_more(@ForAll("few") List<String> old, @ForAll("few") List<String> now) {
        int kept = IntStream.of(WordDiff.kept(old, now)).filter(i -> i >= 0).map(i -> Words.letters(old.get(i))).sum();
        assertEquals(heaviest(old, now), kept);
    }

    @Test
    void a_very_long_passage_is_compared_without_a_table() {
        String before = IntStream.range(0, 5000).mapToObj(i -> "ord" + i).collect(Collectors.joining(" "));
        String after = "nytt " + before.replace("ord2500 ", "bytt ") + " sist";
        givesBack(before, after);
        assertEquals(5000 - 1, WordDiff.between(before, after).stream().filter(p -> p.op() == SAME)
            .mapToInt(p -> Words.of(p.text()).size()).sum());
    }

    private static void givesBack(String before, String after) {
        List<Piece> pieces = WordDiff.between(before, after);
        assertEquals(before, joined(pieces, REMOVED));
        assertEquals(after, joined(pieces, ADDED));
        for (int i = 1; i < pieces.size(); i++) assertTrue(pieces.get(i).op() != pieces.get(i - 1).op());
    }

    private static String joined(List<Piece> pieces, Op with) {
        return pieces.stream().filter(p -> p.op() == SAME || p.op() == with)
            .map(Piece::text).collect(Collectors.joining());
    }

    /** Every choice tried, which is right without doubt and too slow for use. */
    private static int heaviest(List<String> old, List<String> now) {
        if (old.isEmpty() || now.isEmpty()) return 0;
        List<String> oldRest = old.subList(1, old.size());
        List<String> nowRest = now.subList(1, now.size());
        int skipped = Math.max(heaviest(oldRest, now), heaviest(old, nowRest));
        return old.get(0).equals(now.get(0))
            ? Math.max(skipped, old.get(0).length() + heaviest(oldRest, nowRest)) : skipped;
    }

    @Provide
    Arbitrary<List<String>> few() {
        return Arbitraries.of("a", "bb", "ccc", "dddd").list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("vi ", "ringer ", "dig", " ", ", ", ".", "😀", "\u00a0", "שלום ", "(", "å")
            .list().ofMaxSize(12).map(parts -> String.join("", parts));
    }
}
