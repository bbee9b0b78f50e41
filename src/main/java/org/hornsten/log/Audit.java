package org.hornsten.log;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hornsten.ledger.Entry;
import org.hornsten.proof.Hash;
import org.hornsten.proof.Tile;

/** Holds the ledger against the log, entry by entry: what was changed behind the server no longer hashes to it. */
@ApplicationScoped
class Audit {
    private static final int PAGE = 1_000;
    private final Shelf shelf;

    Audit(Shelf shelf) {
        this.shelf = shelf;
    }

    @Scheduled(cron = "${hornsten.log.audit:0 40 3 * * ?}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void nightly() {
        List<Long> changed = changed();
        if (!changed.isEmpty()) Log.errorf("Entries of the ledger differ from the transparency log: %s", changed);
    }

    /** The numbers of all entries that are not what the log says they were. */
    List<Long> changed() {
        List<Long> changed = new ArrayList<>();
        for (long from = 0, next; ; from = next) {
            long start = from;
            List<Leaf> leaves = QuarkusTransaction.requiringNew().call(() -> differing(start, changed));
            if (leaves.isEmpty()) return changed;
            next = leaves.get(leaves.size() - 1).leafIndex + 1;
        }
    }

    private List<Leaf> differing(long from, List<Long> changed) {
        List<Leaf> leaves = Leaf.<Leaf>find("leafIndex >= ?1 order by leafIndex", from).page(0, PAGE).list();
        Map<Long, Entry> entries = new HashMap<>();
        Entry.<Entry>list("seq in ?1", leaves.stream().map(leaf -> leaf.seq).toList())
                .forEach(entry -> entries.put(entry.seq, entry));
        Map<Long, List<Hash>> tiles = new HashMap<>();
        for (Leaf leaf : leaves) {
            Hash stands = tiles.computeIfAbsent(leaf.leafIndex / Tile.WIDTH, position ->
                    Hash.list(shelf.stored(Shelf.ENTRIES, position))).get((int) (leaf.leafIndex % Tile.WIDTH));
            Entry entry = entries.get(leaf.seq);
            if (entry == null || !Written.of(entry).stands(leaf.salt).equals(stands)) changed.add(leaf.seq);
        }
        Panache.getEntityManager().clear();
        return leaves;
    }
}
