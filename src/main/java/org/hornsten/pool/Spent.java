package org.hornsten.pool;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** That somebody has answered in an instrument; when and what stands nowhere. */
@Entity
@Table(name = "spent_right")
class Spent extends PanacheEntityBase {
    @Id public byte[] mark;
    public String instrument;
}
