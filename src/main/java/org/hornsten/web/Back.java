package org.hornsten.web;

import java.net.URI;
import java.util.regex.Pattern;

/** Where a page may send a person back to: addresses of our own only, so that no link of ours leads to a stranger. */
public final class Back {
    /** Plain signs, so that no browser reads another host or scheme ({@code //x}, {@code /\x}, {@code %2f}). */
    private static final String PATH = "/(?:[A-Za-z0-9_~.-]++/?)*+";
    private static final String QUERY = "(?:\\?[A-Za-z0-9_~.=&%+,:-]*)?";
    private static final Pattern OURS = Pattern.compile(PATH + QUERY + "(?:#[A-Za-z0-9_-]*)?");

    private Back() {}

    /** The path when it is one of ours, else the start page. */
    public static URI to(String path) {
        return path.length() <= 500 && OURS.matcher(path).matches() ? URI.create(path) : URI.create("/");
    }
}
