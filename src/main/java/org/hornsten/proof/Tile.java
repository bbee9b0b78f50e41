package org.hornsten.proof;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Up to 256 hashes that stand beside each other at one height of the tree, as the tlog-tiles format of C2SP has them:
 * level 0 holds leaves, and each hash of level n + 1 is the root of one full tile of level n.
 *
 * @param position counted from the left, from 0
 */
public record Tile(int level, long position) {
    public static final int HEIGHT = 8;
    public static final int WIDTH = 1 << HEIGHT;
    /** 256 to this power is more than any log will hold. */
    public static final int MOST_LEVELS = 6;
    private static final Pattern PATH = Pattern.compile("((?:x\\d{3}/)*)(\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

    /** A tile asked for by its address, and how many of its hashes. */
    public record Asked(long position, int width) {}

    /** Such as {@code x001/234} for the tile 1234, and {@code 000.p/17} for the first 17 hashes of the tile 0. */
    public static Optional<Asked> asked(String path) {
        Matcher read = PATH.matcher(path);
        if (!read.matches() || path.length() > 40) return Optional.empty();
        int width = read.group(3) == null ? WIDTH : Integer.parseInt(read.group(3));
        long position = Long.parseLong(read.group(1).replaceAll("[x/]", "") + read.group(2));
        boolean canonical = path(position, width).equals(path) && (read.group(3) == null || width < WIDTH);
        return canonical ? Optional.of(new Asked(position, width)) : Optional.empty();
    }

    public static String path(long position, int width) {
        String digits = Long.toString(position);
        String padded = "0".repeat((3 - digits.length() % 3) % 3) + digits;
        int groups = padded.length() / 3;
        String path = IntStream.range(0, groups).mapToObj(i -> (i < groups - 1 ? "x" : "")
                + padded.substring(3 * i, 3 * i + 3)).collect(Collectors.joining("/"));
        return width == WIDTH ? path : path + ".p/" + width;
    }

    /** How many hashes it has in a tree of that many leaves, 0 to 256. */
    public int width(long leaves) {
        long at = leaves >> HEIGHT * level;
        return (int) Math.max(0, Math.min(WIDTH, at - position * WIDTH));
    }

    /** The root over some hashes of a tile, beside each other and as many as a power of two. */
    public static Hash root(byte[] hashes, int from, int count) {
        if (count == 1) return new Hash(Arrays.copyOfRange(hashes, from * Hash.SIZE, (from + 1) * Hash.SIZE));
        return Hash.node(root(hashes, from, count / 2), root(hashes, from + count / 2, count / 2));
    }
}
