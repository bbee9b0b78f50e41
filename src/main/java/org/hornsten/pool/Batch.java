package org.hornsten.pool;

/** How many of the waiting answers are mixed and let out together: a pool mix, never fewer than K at a time. */
public final class Batch {
    private Batch() {}

    /**
     * While answers still come in, half of a pool of at least 2K goes, and at least K stay to be mixed with the next;
     * at the end all go if they are K. Nothing goes before so many people have answered: one who writes much is no
     * crowd.
     *
     * @param waiting how many answers wait
     * @param people  how many different people have answered so far
     * @param open    whether more may come
     * @param k       the smallest group
     * @return none, or at least K
     */
    public static int size(int waiting, long people, boolean open, int k) {
        if (open) return waiting >= 2 * k && people >= 2L * k ? waiting / 2 : 0;
        return waiting >= k && people >= k ? waiting : 0;
    }
}
