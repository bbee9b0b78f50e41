package org.hornsten.notice;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Optional;
import org.hornsten.ledger.Ledger;
import org.hornsten.notice.ReturnBox.Mark;
import org.hornsten.web.Address;

/** Looks every few minutes, on one server at a time, which e-mails came back after they had been taken over. */
@ApplicationScoped
class Returns {
    private static final int ROUNDS = 10;

    private final ReturnBox box;
    private final Address address;
    private final Ledger ledger;

    Returns(ReturnBox box, Address address, Ledger ledger) {
        this.box = box;
        this.address = address;
        this.ledger = ledger;
    }

    @Scheduled(every = "${hornsten.mail.bounces.every:3m}", delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (!box.named()) return;
        try {
            round();
        } catch (MessagingException | IOException | RuntimeException away) {
            Log.warnf("The mailbox for returned e-mail could not be read: %s", away.getClass().getSimpleName());
        }
    }

    /** Until nothing new is there, or enough was read for once; nothing while another server is at it. */
    void round() throws MessagingException, IOException {
        Optional<Mark> held = QuarkusTransaction.requiringNew().call(Returns::take);
        if (held.isEmpty()) return;
        Mark mark = held.get();
        try {
            for (int i = 0; i < ROUNDS; i++) {
                Mark now = box.look(mark, this::ours);
                if (now.equals(mark)) return;
                mark = now;
            }
        } finally {
            Mark far = mark;
            QuarkusTransaction.requiringNew().run(() -> leave(far));
        }
    }

    /** Whether it told of an e-mail that is ours and was on its way. */
    boolean ours(Bounce bounce) {
        if (!bounce.host().equalsIgnoreCase(address.host())) return false;
        return QuarkusTransaction.requiringNew().call(() -> Mail.numbered(bounce.number())
                .map(mail -> mail.came(bounce.why())).map(events -> {
                    events.forEach(event -> ledger.keep(Optional.empty(), event));
                    return true;
                }).orElse(false));
    }

    private static Optional<Mark> take() {
        int free = Panache.getEntityManager().createNativeQuery("""
                update return_box set lease_until = date_add(utc_timestamp(6), interval 10 minute)
                where lease_until is null or lease_until <= utc_timestamp(6)""").executeUpdate();
        if (free == 0) return Optional.empty();
        Object[] row = (Object[]) Panache.getEntityManager().createNativeQuery("select life, last from return_box",
                Object[].class).getSingleResult();
        return Optional.of(new Mark(((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
    }

    private static void leave(Mark mark) {
        Panache.getEntityManager().createNativeQuery("update return_box set life = ?1, last = ?2, lease_until = null")
                .setParameter(1, mark.life()).setParameter(2, mark.last()).executeUpdate();
    }
}
