package org.hornsten.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Words one text took over from another: runs both have, whatever the case and the marks between the words. */
public final class Borrowed {
    /** A single word this long is rare enough to be somebody's. */
    private static final int RARE = 6;

    private Borrowed() { }

    /**
     * The places of a text that stand in the source too.
     *
     * @param least how many words a run must have; a shorter source counts as a whole
     */
    public static List<Quote.Place> in(String text, String source, int least) {
        List<Words.Atom> here = words(text);
        List<Words.Atom> there = words(source);
        int run = Math.min(least, there.size());
        if (run == 0 || run == 1 && Words.letters(there.get(0).core()) < RARE) return List.of();
        Set<String> known = new HashSet<>();
        for (int i = 0; i + run <= there.size(); i++) known.add(joined(there, i, run));
        boolean[] taken = new boolean[here.size()];
        for (int i = 0; i + run <= here.size(); i++)
            if (known.contains(joined(here, i, run))) for (int word = i; word < i + run; word++) taken[word] = true;
        return places(here, taken);
    }

    private static List<Quote.Place> places(List<Words.Atom> words, boolean[] taken) {
        List<Quote.Place> places = new ArrayList<>();
        for (int i = 0; i < taken.length; i++) {
            int from = i;
            while (i < taken.length && taken[i]) i++;
            if (i > from) places.add(new Quote.Place(words.get(from).from(), words.get(i - 1).end()));
        }
        return places;
    }

    private static String joined(List<Words.Atom> words, int from, int run) {
        return words.subList(from, from + run).stream().map(word -> word.core().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    private static List<Words.Atom> words(String text) {
        return Words.atoms(text).stream().filter(Words.Atom::isWord).toList();
    }
}
