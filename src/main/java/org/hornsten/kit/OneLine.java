package org.hornsten.kit;

import java.util.regex.Pattern;

/** A name, an address, a number are one line: what breaks it or cannot be seen is a space. */
public final class OneLine {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private OneLine() {}

    /** Without spaces around. */
    public static String of(String typed) {
        return UNSEEN.matcher(typed).replaceAll(" ").strip();
    }
}
