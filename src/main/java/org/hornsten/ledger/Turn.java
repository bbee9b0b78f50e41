package org.hornsten.ledger;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

/** Whoever comes second to the same thing waits, and then sees what the first one did to it. */
public final class Turn {
    private Turn() {}

    /** Until this transaction ends nobody else changes or keeps it. */
    public static void alone(Object entity) {
        wait(entity, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Until this transaction ends it stays as it is; others may hold it at the same time. */
    public static void together(Object entity) {
        wait(entity, LockModeType.PESSIMISTIC_READ);
    }

    private static void wait(Object entity, LockModeType turn) {
        EntityManager db = Panache.getEntityManager();
        db.flush();
        db.refresh(entity, turn);
    }
}
