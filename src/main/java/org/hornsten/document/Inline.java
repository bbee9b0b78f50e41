package org.hornsten.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of one line, in runs of like formatting, and how it is written in Markdown (CommonMark 0.31: 2.4 on
 * backslashes, 6.2 on emphasis, 6.3 on links). What the author typed stays what it is: a sign that would be taken for
 * formatting is escaped, and emphasis that CommonMark could not recognise where it stands is left out. Signs that would
 * begin a block are left alone: a passage never does.
 */
final class Inline {
    private static final Pattern SPACES = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029 ]+");
    private static final Pattern ENTITY = Pattern.compile("^&#?\\w{1,40};", Pattern.UNICODE_CHARACTER_CLASS);
    private static final String ASCII_SIGNS = "!\"#$%&'()+,-./:;<=>?@[\\]^_`{|}~";

    private final List<Run> runs;

    /** @param link the address, empty for none */
    record Run(String text, boolean bold, boolean italic, String link) {
        boolean like(Run other) {
            return bold == other.bold && italic == other.italic && link.equals(other.link);
        }

        Run saying(String words) {
            return new Run(words, bold, italic, link);
        }

        Run unmarked(String words) {
            return new Run(words, false, false, link);
        }
    }

    Inline(List<Run> runs) {
        this.runs = tidy(runs);
    }

    String plain() {
        StringBuilder plain = new StringBuilder();
        runs.forEach(run -> plain.append(run.text));
        return plain.toString();
    }

    /** Whether there is nothing to see: no text, or spaces of any kind. */
    boolean blank() {
        return blank(0, runs.size());
    }

    boolean bold() {
        return !blank() && runs.stream().allMatch(run -> run.bold || blank(run.text));
    }

    /** As the text of a paragraph or list item. */
    String markdown() {
        return write(false);
    }

    /** As a heading or title: words only, since a heading is formatted as a whole. */
    String heading() {
        return escaped(plain(), "", false, false);
    }

    /** As the text of a table cell, where an upright stroke would begin the next cell. */
    String cell() {
        return write(true);
    }

    private String write(boolean cell) {
        StringBuilder out = new StringBuilder();
        for (int from = 0, to; from < runs.size(); from = to) {
            String link = runs.get(from).link;
            to = from;
            while (to < runs.size() && runs.get(to).link.equals(link)) to++;
            boolean linkFollows = to < runs.size() && !runs.get(to).link.isEmpty();
            if (link.isEmpty() || blank(from, to)) {
                words(out, from, to, cell, linkFollows ? "[" : next(to));
            } else {
                if (out.length() > 0 && out.charAt(out.length() - 1) == '!') out.insert(out.length() - 1, '\\');
                out.append('[');
                words(out, from, to, cell, "]");
                out.append("](").append(address(link, cell)).append(')');
            }
        }
        return out.toString();
    }

    private void words(StringBuilder out, int from, int to, boolean cell, String after) {
        for (int each = from; each < to; each++) {
            Run run = runs.get(each);
            String follows = each + 1 < to ? next(each + 1) : after;
            String marks = marks(run, out, follows);
            out.append(marks).append(escaped(run.text, follows, cell, !run.link.isEmpty())).append(marks);
        }
    }

    private boolean blank(int from, int to) {
        return runs.subList(from, to).stream().allMatch(run -> blank(run.text));
    }

    private static boolean blank(String text) {
        return text.chars().allMatch(Inline::space);
    }

    private String next(int run) {
        return run < runs.size() ? runs.get(run).text : "";
    }

    // Opening signs must stand before a letter, or after a space or sign; closing signs the other way round. Next to
    // other asterisks nobody, and no parser, could tell which belong together.
    private static String marks(Run run, StringBuilder before, String after) {
        int outerLeft = before.length() == 0 ? ' ' : before.codePointBefore(before.length());
        int outerRight = after.isEmpty() ? ' ' : after.codePointAt(0);
        boolean seen = canStand(run.text.codePointAt(0), outerLeft)
            && canStand(run.text.codePointBefore(run.text.length()), outerRight);
        return seen ? (run.bold ? "**" : "") + (run.italic ? "*" : "") : "";
    }

    private static boolean canStand(int inner, int outer) {
        boolean apart = space(outer) || ASCII_SIGNS.indexOf(outer) >= 0;
        return outer != '*' && (apart || Character.isLetterOrDigit(inner));
    }

    private static String escaped(String text, String follows, boolean cell, boolean link) {
        String seen = text + follows;
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            if (sign(seen, at, cell, link)) out.append('\\');
            out.append(text.charAt(at));
        }
        return out.toString();
    }

    private static boolean sign(String text, int at, boolean cell, boolean link) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        char after = at + 1 == text.length() ? ' ' : text.charAt(at + 1);
        return switch (text.charAt(at)) {
            case '\\', '*', '`', '[' -> true;
            case '_' -> !Character.isLetterOrDigit(before) || !Character.isLetterOrDigit(after);
            case '~' -> before == '~' || after == '~';
            case '<' -> Character.isLetter(after) || "/!?".indexOf(after) >= 0;
            case '&' -> ENTITY.matcher(text).region(at, text.length()).lookingAt();
            case ']' -> link;
            case '|' -> cell;
            default -> false;
        };
    }

    private static String address(String link, boolean cell) {
        String safe = link.replace("\\", "%5C").replace("(", "%28").replace(")", "%29").replace("<", "%3C")
            .replace(">", "%3E").replace("`", "%60");
        return (cell ? safe.replace("|", "%7C") : safe).replaceAll("&(?=#?\\w{1,40};)", "\\\\&");
    }

    // One space for many, none at the ends; like runs joined; and emphasis drawn in from the spaces at its edges, where
    // CommonMark does not see it.
    private static List<Run> tidy(List<Run> runs) {
        List<Run> tidy = new ArrayList<>();
        boolean spaced = true;
        for (Run run : joined(runs)) {
            String text = SPACES.matcher(run.text).replaceAll(" ");
            if (spaced && text.startsWith(" ")) text = text.substring(1);
            if (!text.isEmpty()) {
                spaced = text.endsWith(" ");
                narrow(tidy, run.saying(text));
            }
        }
        if (spaced && !tidy.isEmpty()) withoutLastSpace(tidy);
        return joined(tidy);
    }

    private static void narrow(List<Run> runs, Run run) {
        int from = 0;
        int to = run.text.length();
        while (from < to && space(run.text.charAt(from))) from++;
        while (to > from && space(run.text.charAt(to - 1))) to--;
        if (from > 0) runs.add(run.unmarked(run.text.substring(0, from)));
        if (from < to) runs.add(run.saying(run.text.substring(from, to)));
        if (to < run.text.length()) runs.add(run.unmarked(run.text.substring(to)));
    }

    private static void withoutLastSpace(List<Run> runs) {
        Run run = runs.remove(runs.size() - 1);
        runs.add(run.saying(run.text.substring(0, run.text.length() - 1)));
    }

    private static List<Run> joined(List<Run> runs) {
        List<Run> joined = new ArrayList<>();
        for (int from = 0, to; from < runs.size(); from = to) {
            StringBuilder text = new StringBuilder();
            for (to = from; to < runs.size() && runs.get(to).like(runs.get(from)); to++) {
                text.append(runs.get(to).text);
            }
            joined.add(runs.get(from).saying(text.toString()));
        }
        joined.removeIf(run -> run.text.isEmpty());
        return joined;
    }

    private static boolean space(int sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
    }
}
