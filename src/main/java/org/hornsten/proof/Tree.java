package org.hornsten.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Merkle tree of so many leaves (RFC 9162 section 2.1), read from its tiles: each at most once, and only those that
 * an answer needs.
 */
public final class Tree {
    private final Tiles tiles;
    private final long size;
    private final Map<Tile, byte[]> read = new HashMap<>();

    /** Where tiles come from: a database, or a server elsewhere. */
    public interface Tiles {
        /** The hashes one after the other, 32 bytes each; at least as many as the tile has in the tree asked about. */
        byte[] hashes(Tile tile, int width);
    }

    public Tree(Tiles tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        return root(size);
    }

    /** The root it had with so many leaves. */
    public Hash root(long leaves) {
        if (leaves < 0 || leaves > size) throw new IllegalArgumentException("It has never had " + leaves + " leaves");
        return leaves == 0 ? Hash.EMPTY : root(0, leaves);
    }

    /** What leads from the leaf to the root, from below (section 2.1.3.1). */
    public List<Hash> inclusion(long leaf) {
        if (leaf < 0 || leaf >= size) throw new IllegalArgumentException("There is no leaf " + leaf);
        List<Hash> path = new ArrayList<>();
        inclusion(leaf, 0, size, path);
        return path;
    }

    private void inclusion(long leaf, long from, long to, List<Hash> path) {
        if (to - from == 1) return;
        long middle = from + half(to - from);
        boolean left = leaf < middle;
        inclusion(leaf, left ? from : middle, left ? middle : to, path);
        path.add(left ? root(middle, to) : root(from, middle));
    }

    /** What shows that the tree of that many leaves is the beginning of this one (section 2.1.4.1). */
    public List<Hash> consistency(long earlier) {
        if (earlier < 0 || earlier > size) throw new IllegalArgumentException("It has never had " + earlier);
        List<Hash> path = new ArrayList<>();
        if (earlier > 0 && earlier < size) consistency(earlier, 0, size, true, path);
        return path;
    }

    private void consistency(long earlier, long from, long to, boolean known, List<Hash> path) {
        if (earlier == to) {
            if (!known) path.add(root(from, to));
            return;
        }
        long middle = from + half(to - from);
        boolean left = earlier <= middle;
        consistency(earlier, left ? from : middle, left ? middle : to, left && known, path);
        path.add(left ? root(middle, to) : root(from, middle));
    }

    /** Of the leaves from the first to before the last; one full subtree is looked up, others are put together. */
    private Hash root(long from, long to) {
        long count = to - from;
        if (Long.bitCount(count) == 1 && from % count == 0) return full(from, count);
        long middle = from + half(count);
        return Hash.node(root(from, middle), root(middle, to));
    }

    private Hash full(long from, long count) {
        int height = Long.numberOfTrailingZeros(count);
        int level = height / Tile.HEIGHT;
        long first = from >> Tile.HEIGHT * level;
        Tile tile = new Tile(level, first / Tile.WIDTH);
        byte[] hashes = read.computeIfAbsent(tile, asked -> tiles.hashes(asked, asked.width(size)));
        return Tile.root(hashes, (int) (first % Tile.WIDTH), 1 << height % Tile.HEIGHT);
    }

    /** The largest power of two that is less than the number. */
    private static long half(long count) {
        return Long.highestOneBit(count - 1);
    }
}
