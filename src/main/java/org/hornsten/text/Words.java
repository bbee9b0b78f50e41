package org.hornsten.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The words and sentences of a text, by the boundaries of Unicode Standard Annex 29 as {@link BreakIterator} knows
 * them.
 */
public final class Words {

    private Words() { }

    /**
     * A word or one mark of punctuation, with the space after it: the unit that differences are counted in, so that
     * a changed comma is new and the word before it is not.
     *
     * @param from where the core begins, in characters of the text
     * @param end  where the core ends and its space begins
     * @param to   where the space ends
     */
    public record Atom(String core, int from, int end, int to) {

        public boolean isWord() {
            return Words.isWord(core);
        }
    }

    /** Each word with the punctuation and space after it. Joined they are exactly the text. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        int from = 0;
        boolean begun = false;
        for (Atom atom : atoms(text)) {
            // Marks before the first word have no word to follow, so they stay in front of it.
            if (atom.isWord() && begun) {
                words.add(text.substring(from, atom.from()));
                from = atom.from();
            }
            begun |= atom.isWord();
        }
        if (from < text.length()) words.add(text.substring(from));
        return words;
    }

    /** Where each sentence stands, with the space after it. Joined they are exactly the text. */
    public static List<Quote.Place> sentences(String text, Locale locale) {
        return places(BreakIterator.getSentenceInstance(locale), text);
    }

    public static List<Atom> atoms(String text) {
        List<Atom> atoms = new ArrayList<>();
        int from = 0;
        for (Quote.Place piece : places(BreakIterator.getWordInstance(Locale.ROOT), text)) {
            if (isSpace(text.substring(piece.from(), piece.to()))) continue;
            if (piece.from() > 0) addAtom(atoms, text, from, piece.from());
            from = piece.from();
        }
        if (!text.isEmpty()) addAtom(atoms, text, from, text.length());
        return atoms;
    }

    private static void addAtom(List<Atom> atoms, String text, int from, int to) {
        int end = to;
        while (end > from && isSpace(text.substring(end - 1, end))) end--;
        // Space before the first word is an atom of its own, so that no character of the text is left out.
        if (end == from) end = to;
        if (end > from) atoms.add(new Atom(text.substring(from, end), from, end, to));
    }

    private static List<Quote.Place> places(BreakIterator breaks, String text) {
        breaks.setText(text);
        List<Quote.Place> places = new ArrayList<>();
        for (int from = breaks.first(), to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            places.add(new Quote.Place(from, to));
        }
        return places;
    }

    static boolean isWord(String core) {
        return core.codePoints().anyMatch(Words::wordy);
    }

    public static int letters(String core) {
        return (int) core.codePoints().filter(Words::wordy).count();
    }

    private static boolean wordy(int point) {
        return Character.isLetterOrDigit(point) || Character.getType(point) == Character.OTHER_SYMBOL;
    }

    private static boolean isSpace(String piece) {
        return IntStream.range(0, piece.length())
            .allMatch(i -> Character.isWhitespace(piece.charAt(i)) || Character.isSpaceChar(piece.charAt(i)));
    }
}
