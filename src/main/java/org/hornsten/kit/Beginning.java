package org.hornsten.decision;

/** The first words of a text, enough to tell it from others. */
final class Beginning {
    private static final int SIGNS = 80;

    private Beginning() {}

    static String of(String text) {
        return text.codePointCount(0, text.length()) <= SIGNS ? text : text.substring(0, text.offsetByCodePoints(0, SIGNS)) + "…";
    }
}
