package org.hornsten.ledger;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** That a form with this submission id (or a request with this Idempotency-Key) was stored, and what it made. */
@Entity
class Submission extends PanacheEntityBase {
    @Id public byte[] mark;
    public byte[] fingerprint;
    public String month;
    public String result;
}
