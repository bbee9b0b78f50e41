package org.hornsten.notice;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hornsten.kit.Ref;
import org.hornsten.ledger.Ledger;

/** The outbox in the database, whose clock alone says what is due and whose lease is over. */
@ApplicationScoped
class Mails implements Postbag {
    private final Ledger ledger;

    Mails(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Optional<Parcel> take(Duration lease) {
        return QuarkusTransaction.requiringNew().call(() -> due().map(id -> held(id, lease)));
    }

    // what another worker is looking at is passed over, not waited for
    private static Optional<Long> due() {
        List<?> ids = query("""
                select id from mail where state = 'WAITING' and due_at <= utc_timestamp(6)
                and (lease_until is null or lease_until <= utc_timestamp(6))
                order by due_at, id limit 1 for update skip locked""").getResultList();
        return ids.stream().findFirst().map(id -> ((Number) id).longValue());
    }

    // MariaDB assigns from left to right: a lease that is still there belonged to a holder who never came back
    private static Parcel held(long id, Duration lease) {
        query("""
                update mail set fence = fence + 1, tries = tries + 1, faults = faults + (lease_until is not null),
                lease_until = date_add(utc_timestamp(6), interval ?1 microsecond) where id = ?2""",
                lease.toNanos() / 1000, id).executeUpdate();
        Object[] row = (Object[]) query("""
                select fence, tries, faults, timestampdiff(second, posted_at, utc_timestamp(6))
                from mail where id = ?1""", id).getSingleResult();
        return new Parcel(id, number(row[0]), (int) number(row[1]), (int) number(row[2]),
                Duration.ofSeconds(number(row[3])));
    }

    @Override
    public boolean sent(Parcel parcel) {
        return QuarkusTransaction.requiringNew().call(() -> ours(parcel,
                "state = 'SENT', sealed = null, reason = null, ended_on = utc_date()") == 1);
    }

    @Override
    public boolean later(Parcel parcel, Reason why, Duration wait) {
        return QuarkusTransaction.requiringNew().call(() -> ours(parcel, """
                reason = ?3, faults = faults + (?3 = 'BROKEN'),
                due_at = date_add(utc_timestamp(6), interval ?4 second)""", why.name(), wait.toSeconds()) == 1);
    }

    @Override
    public boolean back(Parcel parcel, Reason why) {
        return QuarkusTransaction.requiringNew().call(() -> why == Reason.GONE
                ? ours(parcel, "state = 'DROPPED', sealed = null, reason = ?3, ended_on = utc_date()", why.name()) == 1
                : undelivered(parcel, why));
    }

    private boolean undelivered(Parcel parcel, Reason why) {
        if (ours(parcel, "state = 'UNDELIVERED', reason = ?3, ended_on = utc_date()", why.name()) == 0) return false;
        String publicId = (String) query("select public_id from mail where id = ?1", parcel.id()).getSingleResult();
        ledger.keep(Optional.empty(), new NoticeEvent.Undelivered(new Ref("mail", publicId), why));
        return true;
    }

    private static int ours(Parcel parcel, String change, Object... more) {
        Query query = query("update mail set " + change + ", lease_until = null "
                + "where id = ?1 and fence = ?2 and state = 'WAITING'", parcel.id(), parcel.fence());
        for (int i = 0; i < more.length; i++) query.setParameter(i + 3, more[i]);
        return query.executeUpdate();
    }

    private static Query query(String sql, Object... values) {
        Query query = Panache.getEntityManager().createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) query.setParameter(i + 1, values[i]);
        return query;
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
