package org.hornsten.text;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/** Backslashes before what would be read as the mark of a block: added when a text is written, taken away when read. */
final class Backslash {
    private static final Pattern NUMBER = Pattern.compile("^(\\d{1,9})(\\\\*)([.)].*)$");
    private static final Pattern MARK = Pattern.compile("^()(\\\\*)(.*)$");
    private static final Pattern CLOSING = Pattern.compile("^((?:.* )?)(\\\\*)(#+)$");

    private Backslash() {}

    static String heading(String text) {
        return escape(CLOSING, text, s -> true);
    }

    static String headingRead(String text) {
        return unescape(CLOSING, text, s -> true);
    }

    static String passage(String text) {
        return escape(Character.isDigit(text.charAt(0)) ? NUMBER : MARK, text, Backslash::startsBlock);
    }

    static String passageRead(String text) {
        return text.isEmpty() ? text
            : unescape(Character.isDigit(text.charAt(0)) ? NUMBER : MARK, text, Backslash::startsBlock);
    }

    /**
     * One backslash more where the text, its backslashes aside, would be read as something else; reading takes it
     * away.
     */
    private static String escape(Pattern pattern, String text, Predicate<String> misread) {
        Matcher found = pattern.matcher(text);
        return found.matches() && misread.test(found.group(1) + found.group(3))
            ? found.group(1) + "\\" + found.group(2) + found.group(3) : text;
    }

    private static String unescape(Pattern pattern, String text, Predicate<String> misread) {
        Matcher found = pattern.matcher(text);
        return found.matches() && !found.group(2).isEmpty() && misread.test(found.group(1) + found.group(3))
            ? found.group(1) + found.group(2).substring(1) + found.group(3) : text;
    }

    private static boolean startsBlock(String line) {
        Node first = Markdown.BLOCKS.parse(line).getFirstChild();
        boolean paragraph = first instanceof Paragraph && first.getNext() == null;
        // two hyphens after the mark of an item are a rule: "- --"
        return first != null && !paragraph
            || Markdown.BLOCKS.parse("- " + line).getFirstChild() instanceof ThematicBreak;
    }
}
