package org.hornsten.proof;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** New leaves at the right edge of the tree: fills the tiles and puts each full one's root into the level above. */
public final class Growth {
    private final Edge edge;

    /** The tiles of a tree that grows. */
    public interface Edge {
        byte[] stored(int level, long position);

        void add(int level, long position, byte[] more);
    }

    public Growth(Edge edge) {
        this.edge = edge;
    }

    /** @param size how many leaves there are before these */
    public void leaves(long size, List<Hash> hashes) {
        List<Hash> now = hashes;
        long before = size;
        for (int level = 0; !now.isEmpty(); level++) {
            List<Hash> roots = new ArrayList<>();
            for (long full : fill(level, before, now))
                roots.add(Tile.root(edge.stored(level, full), 0, Tile.WIDTH));
            before /= Tile.WIDTH;
            now = roots;
        }
    }

    /** @return the positions of the tiles that are full now */
    public List<Long> fill(int level, long before, List<Hash> hashes) {
        List<Long> full = new ArrayList<>();
        int next = 0;
        while (next < hashes.size()) {
            long at = before + next;
            int room = (int) Math.min(hashes.size() - next, Tile.WIDTH - at % Tile.WIDTH);
            ByteArrayOutputStream more = new ByteArrayOutputStream();
            hashes.subList(next, next + room).forEach(hash -> more.writeBytes(hash.bytes()));
            edge.add(level, at / Tile.WIDTH, more.toByteArray());
            next += room;
            if ((at + room) % Tile.WIDTH == 0) full.add(at / Tile.WIDTH);
        }
        return full;
    }
}
