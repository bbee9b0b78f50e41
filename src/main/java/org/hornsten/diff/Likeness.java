package org.hornsten.diff;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.hornsten.text.Words;

/**
 * How alike two texts are, from 0 to 1: the coefficient of Dice (1945) over their words, case and punctuation aside,
 * each occurrence weighing its number of letters. Small words are in every text of a language and say little, so two
 * texts on one topic stay low unless they say it with the same long words.
 */
public final class Likeness {

    /** The words of one text, counted; kept apart so that many texts are compared without reading each again. */
    record Bag(Map<String, Word> words, int weight) {

        private record Word(int count, int letters) {

            int shared(Word other) {
                return Math.min(count, other.count) * letters;
            }
        }

        static Bag of(String text) {
            Map<String, Word> words = new HashMap<>();
            int weight = 0;
            for (Words.Atom atom : Words.atoms(text)) {
                if (!atom.isWord()) continue;
                String word = atom.core().toLowerCase(Locale.ROOT);
                int letters = Math.max(1, Words.letters(word));
                words.merge(word, new Word(1, letters), (one, other) -> new Word(one.count + 1, letters));
                weight += letters;
            }
            return new Bag(words, weight);
        }

        double likeness(Bag other) {
            return likeness(other, shared(other));
        }

        double likeness(Bag other, int shared) {
            return weight + other.weight == 0 ? 0 : 2.0 * shared / (weight + other.weight);
        }

        /** How much of the smaller text is in the larger one, wherever it stands. */
        double inside(Bag other, int shared) {
            int least = Math.min(weight, other.weight);
            return least == 0 ? 0 : (double) shared / least;
        }

        /** Letters in words that both have. */
        int shared(Bag other) {
            if (words.size() > other.words.size()) return other.shared(this);
            int shared = 0;
            for (Map.Entry<String, Word> word : words.entrySet()) {
                Word same = other.words.get(word.getKey());
                if (same != null) shared += word.getValue().shared(same);
            }
            return shared;
        }
    }

    private Likeness() { }

    /** 1 for equal texts, even when they have no words; else the weighted share of words they have in common. */
    public static double of(String one, String other) {
        return one.equals(other) ? 1 : Bag.of(one).likeness(Bag.of(other));
    }
}
