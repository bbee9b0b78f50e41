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
    /** The contribution whose coming the entry tells of, if it does. */
    public String said;
    public Instant sequencedAt;

    static Leaf of(Entry entry, long index, Optional<String> said) {
        Leaf leaf = new Leaf();
        leaf.seq = entry.seq;
        leaf.leafIndex = index;
        leaf.salt = new byte[16];
        RANDOM.nextBytes(leaf.salt);
        leaf.said = said.orElse(null);
        leaf.sequencedAt = Time.now();
        return leaf;
    }

    static Optional<Leaf> of(Ref contribution) {
        return find("said = ?1 order by seq", contribution.id()).firstResultOptional();
    }
}
