package org.hornsten.log;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.hornsten.ledger.Entry;
import org.hornsten.proof.Growth;
import org.hornsten.proof.Hash;
import org.hornsten.proof.Tree;

/**
 * Takes new entries of the ledger into the log, in order, one server at a time, and signs a checkpoint over them: all
 * in one transaction, so that whoever is killed in the middle has done nothing.
 */
@ApplicationScoped
public class Sequencer {
    static final int BATCH = 5_000;
    private final Signer signer;
    private final Shelf shelf;

    Sequencer(Signer signer, Shelf shelf) {
        this.signer = signer;
        this.shelf = shelf;
    }

    @Scheduled(every = "${hornsten.log.every:10s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            while (round() == BATCH) Log.debug("There is more to take into the log");
        } catch (RuntimeException databaseAway) {
            Log.warnf("The transparency log could not grow: %s", databaseAway.getClass().getSimpleName());
        }
    }

    /** @return how many entries were taken; 0 also while another server is at it */
    public int round() {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<?> turn = Shelf.query("select size, settled from log_state where id = 1 for update skip locked")
                    .getResultList();
            return turn.stream().findFirst().map(Object[].class::cast).map(state -> taken(
                    ((Number) state[0]).longValue(), ((Number) state[1]).longValue(), BATCH)).orElse(0);
        });
    }

    /** By whom holds the log's row. */
    int taken(long size, long settled, int most) {
        if (!signer.hasKey()) signer.makeKey();
        List<Entry> fresh = fresh(settled, most);
        if (fresh.isEmpty() && shelf.newest().isPresent()) return 0;
        grow(size, fresh);
        long now = size + fresh.size();
        settle(now);
        Shelf.query("insert into log_checkpoint (size, note, signed_at) values (?1, ?2, utc_timestamp(6))", now,
                signer.sign(now, new Tree(shelf, now).root())).executeUpdate();
        return fresh.size();
    }

    // a number is given before its entry is committed, so that a smaller one may come later than a larger one
    @SuppressWarnings("unchecked")
    private static List<Entry> fresh(long settled, int most) {
        return Panache.getEntityManager().createNativeQuery("""
                select e.* from ledger_entry e left join log_leaf l on l.seq = e.seq
                where e.seq > ?1 and l.seq is null order by e.seq""", Entry.class)
                .setParameter(1, settled).setMaxResults(most).getResultList();
    }

    private void grow(long size, List<Entry> fresh) {
        List<Hash> standing = new ArrayList<>();
        for (Entry entry : fresh) {
            Leaf leaf = Leaf.of(entry, size + standing.size());
            leaf.persist();
            standing.add(Written.of(entry).stands(leaf.salt));
        }
        Growth growth = new Growth(shelf);
        growth.fill(Shelf.ENTRIES, size, standing);
        growth.leaves(size, standing.stream().map(entry -> Hash.leaf(entry.bytes())).toList());
    }

    /** No transaction lasts ten minutes: what is older than that is complete, and not looked through again. */
    private static void settle(long size) {
        Shelf.query("""
                update log_state set size = ?1, settled = coalesce((select max(seq) from log_leaf
                where sequenced_at < date_sub(utc_timestamp(6), interval 10 minute)), settled) where id = 1""", size)
                .executeUpdate();
    }
}
