package org.hornsten.kit;

/** The first words of a text, enough to tell it from others. */
public final class Beginning {
    /** In signs a person counts; the length of a line. */
    private static final int LONGEST = 60;

    private Beginning() {}

    public static String of(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST) return text;
        String cut = text.substring(0, text.offsetByCodePoints(0, LONGEST));
        int space = cut.lastIndexOf(' ');
        return (space > LONGEST / 2 ? cut.substring(0, space) : cut) + "…";
    }
}
