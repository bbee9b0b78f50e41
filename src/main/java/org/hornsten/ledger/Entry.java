package org.hornsten.ledger;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hornsten.kit.Ref;

/** One line of the ledger. The database refuses to change or delete it. */
@Entity
@Table(name = "ledger_entry")
public class Entry extends PanacheEntityBase {
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) public Long seq;
    public Instant at;
    public String actorRole;
    /** Stands for the same person in every entry, without telling who. Missing when nobody is to be known. */
    public String actor;
    public String verb;
    public String aboutKind;
    public String aboutId;
    @Column(columnDefinition = "longtext") public String payload;

    public static List<Entry> about(Ref thing) {
        return list("aboutKind = ?1 and aboutId = ?2 order by seq", thing.kind(), thing.id());
    }
}
