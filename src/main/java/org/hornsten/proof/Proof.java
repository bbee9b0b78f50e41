package org.hornsten.proof;

import java.util.List;

/** Whether hashes prove what they are said to, judged without the tree (RFC 9162 sections 2.1.3.2 and 2.1.4.2). */
final class Proof {
    private Proof() {}

    /** Whether the leaf stands at that place in the tree of that size and root. */
    static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) return false;
        long at = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash next : path) {
            if (last == 0) return false;
            if (at % 2 == 1 || at == last) {
                hash = Hash.node(next, hash);
                while (at % 2 == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else hash = Hash.node(hash, next);
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the tree of the first size and root is the beginning of the second. */
    static boolean grows(long earlier, Hash before, long size, Hash now, List<Hash> path) {
        if (earlier < 0 || earlier > size) return false;
        if (earlier == size || earlier == 0)
            return path.isEmpty() && (earlier == 0 ? before.equals(Hash.EMPTY) : before.equals(now));
        if (path.isEmpty()) return false;
        List<Hash> steps = path;
        // a beginning that is one full tree needs no hash of itself
        boolean full = Long.bitCount(earlier) == 1;
        long at = earlier - 1;
        long last = size - 1;
        while (at % 2 == 1) {
            at >>= 1;
            last >>= 1;
        }
        Hash old = full ? before : steps.get(0);
        Hash grown = old;
        for (Hash next : full ? steps : steps.subList(1, steps.size())) {
            if (last == 0) return false;
            if (at % 2 == 1 || at == last) {
                old = Hash.node(next, old);
                grown = Hash.node(next, grown);
                while (at % 2 == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else grown = Hash.node(grown, next);
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && old.equals(before) && grown.equals(now);
    }
}
