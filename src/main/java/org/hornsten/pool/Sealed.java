package org.hornsten.pool;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** One answer in its envelope. The row has no time, no order and nobody: its id is random. */
@Entity
@Table(name = "sealed_answer")
class Sealed extends PanacheEntityBase {
    @Id public byte[] id;
    public String instrument;
    public int keyNo;
    public byte[] envelope;

    static List<Sealed> in(String instrument) {
        return list("instrument", instrument);
    }
}
