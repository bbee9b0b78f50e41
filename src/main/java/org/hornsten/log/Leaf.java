package org.hornsten.log;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Time;
import org.hornsten.ledger.Entry;

/** Where an entry of the ledger stands in the log. */
@Entity
@Table(name = "log_leaf")
class Leaf extends PanacheEntityBase {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Id public Long seq;
    public long leafIndex;
    /** 16 random bytes: given with a receipt, so that its holder, and nobody else, can hash the entry. */
    public byte[] salt;
    public Instant sequencedAt;

    static Leaf of(Entry entry, long index) {
        Leaf leaf = new Leaf();
        leaf.seq = entry.seq;
        leaf.leafIndex = index;
        leaf.salt = new byte[16];
        RANDOM.nextBytes(leaf.salt);
        leaf.sequencedAt = Time.now();
        return leaf;
    }

    /** Of the entry that tells a contribution came; nothing beside the ledger may name both. */
    static Optional<Leaf> of(Ref about, Ref contribution) {
        return Shelf.query("""
                select e.seq from ledger_entry e where e.about_kind = ?1 and e.about_id = ?2 and e.verb = 'said'
                and json_value(e.payload, '$.contribution.id') = ?3 order by e.seq limit 1""",
                about.kind(), about.id(), contribution.id()).getResultList().stream().findFirst()
                .flatMap(seq -> findByIdOptional(((Number) seq).longValue()));
    }
}
