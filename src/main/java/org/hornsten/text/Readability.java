package org.hornsten.text;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How hard a text is to read by LIX (C.-H. Björnsson, 1968): words per sentence plus the percentage of words of more
 * than six letters. A hint for an author, no verdict: it knows nothing of what the words mean.
 *
 * @param lix              rounded to a whole number; 0 for a text without words
 * @param longestSentences up to three, the longest first
 * @param longestWords     up to ten different ones of more than six letters, the longest first
 */
public record Readability(int lix, Band band, List<String> longestSentences, List<String> longestWords) {

    /** Björnsson's bands for Swedish: under 30, 40, 50, up to 60, and over. Other languages have other usual values. */
    public enum Band { VERY_EASY, EASY, MEDIUM, HARD, VERY_HARD }

    private static final int LONG = 6;
    private static final Map<String, Aim> AIMS =
        Map.of("sv", new Aim(40, 30), "en", new Aim(40, 30), "fi", new Aim(55, 45));

    private record Aim(int ordinary, int easy) { }

    public Readability {
        longestSentences = List.copyOf(longestSentences);
        longestWords = List.copyOf(longestWords);
    }

    /** Of the passages; a heading is no sentence. */
    public static Readability of(Section section, Locale locale) {
        return of(section.passages().stream().map(Passage::text).toList(), locale);
    }

    /** @param texts inline Markdown, each beginning a new sentence */
    public static Readability of(List<String> texts, Locale locale) {
        List<String> sentences = texts.stream().map(Markdown::plain)
            .flatMap(text -> Words.sentences(text, locale).stream().map(place -> place.of(text).strip()))
            .filter(Words::isWord).toList();
        List<String> words = sentences.stream().flatMap(sentence -> Words.atoms(sentence).stream())
            .filter(Words.Atom::isWord).map(Words.Atom::core).toList();
        int lix = lix(sentences.size(), words);
        return new Readability(lix, band(lix), longestSentences(sentences), longestWords(words, locale));
    }

    public boolean meets(int aim) {
        return lix <= aim;
    }

    /** What to aim at unless the provider sets another value; Finnish has longer words, so its values are higher. */
    public static int aim(String language, boolean easy) {
        Aim aim = AIMS.getOrDefault(language, new Aim(40, 30));
        return easy ? aim.easy() : aim.ordinary();
    }

    private static int lix(int sentences, List<String> words) {
        if (words.isEmpty()) return 0;
        long longWords = words.stream().filter(word -> Words.letters(word) > LONG).count();
        return (int) Math.round((double) words.size() / sentences + 100.0 * longWords / words.size());
    }

    private static Band band(int lix) {
        if (lix < 30) return Band.VERY_EASY;
        if (lix < 40) return Band.EASY;
        if (lix < 50) return Band.MEDIUM;
        return lix <= 60 ? Band.HARD : Band.VERY_HARD;
    }

    private static List<String> longestSentences(List<String> sentences) {
        Comparator<String> byWords = Comparator.comparingLong(sentence ->
            Words.atoms(sentence).stream().filter(Words.Atom::isWord).count());
        return sentences.stream().distinct().sorted(byWords.reversed()).limit(3).toList();
    }

    private static List<String> longestWords(List<String> words, Locale locale) {
        Map<String, String> different = new TreeMap<>();
        words.stream().filter(word -> Words.letters(word) > LONG)
            .forEach(word -> different.putIfAbsent(word.toLowerCase(locale), word));
        return different.values().stream()
            .sorted(Comparator.comparingInt(Words::letters).reversed()).limit(10).toList();
    }
}
