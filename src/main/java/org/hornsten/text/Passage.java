package org.hornsten.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A paragraph, list item or table row with an id that lives through versions.
 *
 * @param id         lasting id; empty for text that was just read and not yet matched
 * @param text       inline Markdown on one line; the cells of a row are parted by {@code " | "}
 * @param splitFrom  id of the earlier passage this one was split from, or empty
 * @param mergedFrom ids of the earlier passages that went up in this one, its own id not among them
 */
public record Passage(String id, Kind kind, String text, String splitFrom, List<String> mergedFrom) {

    @Schema(name = "PassageKind")
    public enum Kind { PARAGRAPH, ITEM, NUMBERED, ROW }

    private static final Pattern SPACE = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029\\ufeff ]+");
    /** What is no sign of its own beside the controls: delete, three more line ends, the mark of byte order. */
    private static final String BREAKS = "\u007f\u0085\u2028\u2029\ufeff";
    private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

    public Passage {
        text = kind == Kind.ROW ? oneLine(BAR.matcher(text).replaceAll(" | ")) : oneLine(text);
        mergedFrom = List.copyOf(mergedFrom);
    }

    public Passage(String id, Kind kind, String text) {
        this(id, kind, text, "", List.of());
    }

    /** The cells of a table row, as inline Markdown. */
    public static List<String> cells(String row) {
        return Stream.of(BAR.split(row, -1)).map(String::strip).toList();
    }

    public Passage withId(String id) {
        return new Passage(id, kind, text, splitFrom, mergedFrom);
    }

    public Passage withText(String text) {
        return new Passage(id, kind, text, splitFrom, mergedFrom);
    }

    public Passage withLineage(String splitFrom, List<String> mergedFrom) {
        return new Passage(id, kind, text, splitFrom, mergedFrom);
    }

    public Passage withoutLineage() {
        return new Passage(id, kind, text);
    }

    /** Line breaks, tabs and other controls are spaces; a run of spaces is one space; none at the ends. */
    public static String oneLine(String text) {
        return inOrder(text) ? text : SPACE.matcher(text).replaceAll(" ").strip();
    }

    /** What is read from storage nearly always is, and it is read often. */
    private static boolean inOrder(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (BREAKS.indexOf(sign) >= 0 || sign < ' ' || sign == ' ' && before == ' ') return false;
            before = sign;
        }
        return text.isEmpty() || !Character.isWhitespace(text.charAt(0)) && !Character.isWhitespace(before);
    }
}
