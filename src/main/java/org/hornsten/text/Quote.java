package org.hornsten.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Words chosen in a text, with what stood around them: a TextQuoteSelector of the W3C Web Annotation Data Model (2017).
 *
 * @param prefix up to 32 characters before the words
 * @param suffix up to 32 characters after them
 */
public record Quote(String exact, String prefix, String suffix) {

    /** From one character of a text (counted from 0, inclusive) to another (exclusive). */
    public record Place(int from, int to) {

        public String of(String text) {
            return text.substring(from, to);
        }
    }

    /** Characters of context kept on each side. */
    public static final int CONTEXT = 32;

    /** @throws IndexOutOfBoundsException when the place is not in the text */
    public static Quote at(String text, int from, int to) {
        return new Quote(text.substring(from, to), before(text, from), after(text, to));
    }

    /**
     * Where the words stand. Of several places the one with the likest surroundings, the first of equally like ones.
     */
    public Optional<Place> in(String text) {
        return places(text).stream().max(Comparator.<Place>comparingInt(place -> touching(text, place))
            .thenComparing(Comparator.comparingInt(Place::from).reversed()));
    }

    /** Every place where the exact words stand, whatever the width of the space between them. */
    public List<Place> places(String text) {
        Spaced in = Spaced.of(text);
        String sought = Spaced.of(exact).text().strip();
        List<Place> places = new ArrayList<>();
        if (sought.isEmpty()) return places;
        for (int at = in.text().indexOf(sought); at >= 0; at = in.text().indexOf(sought, at + 1)) {
            places.add(new Place(in.origin()[at], in.origin()[at + sought.length() - 1] + 1));
        }
        return places;
    }

    /** How many characters agree, counted outwards from the words on both sides. */
    private int touching(String text, Place place) {
        String before = Spaced.of(text.substring(0, place.from())).text().stripTrailing();
        String after = Spaced.of(text.substring(place.to())).text().stripLeading();
        String wantedBefore = Spaced.of(prefix).text().stripTrailing();
        String wantedAfter = Spaced.of(suffix).text().stripLeading();
        int agree = 0;
        for (int i = 1; i <= Math.min(before.length(), wantedBefore.length())
            && before.charAt(before.length() - i) == wantedBefore.charAt(wantedBefore.length() - i); i++) agree++;
        for (int i = 0; i < Math.min(after.length(), wantedAfter.length())
            && after.charAt(i) == wantedAfter.charAt(i); i++) agree++;
        return agree;
    }

    public static String before(String text, int from) {
        int start = Math.max(0, from - CONTEXT);
        // Half of a four-byte character is no text.
        if (start < from && start > 0 && Character.isLowSurrogate(text.charAt(start))) start++;
        return text.substring(start, from);
    }

    public static String after(String text, int to) {
        int end = Math.min(text.length(), to + CONTEXT);
        if (end > to && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) end--;
        return text.substring(to, end);
    }

    /** A text with every run of space made one, and where each of its characters stood. */
    private record Spaced(String text, int[] origin) {

        static Spaced of(String text) {
            StringBuilder spaced = new StringBuilder();
            int[] origin = new int[text.length()];
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
                if (space && spaced.length() > 0 && spaced.charAt(spaced.length() - 1) == ' ') continue;
                origin[spaced.length()] = i;
                spaced.append(space ? ' ' : c);
            }
            return new Spaced(spaced.toString(), origin);
        }
    }
}
