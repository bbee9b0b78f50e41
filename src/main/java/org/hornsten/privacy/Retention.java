package org.hornsten.privacy;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hornsten.kit.Ref;
import org.hornsten.ledger.Ledger;

/**
 * Lets go what has had its time, once a day for each kind, however many nodes there are: the first one takes the day
 * in the database, the others wait for its commit and find it taken.
 */
@ApplicationScoped
public class Retention {
    private final Instance<Expiry> expiries;
    private final Ledger ledger;
    private final Journal journal;
    private final Clock clock;
    private final boolean daily;

    Retention(@Any Instance<Expiry> expiries, Ledger ledger, Journal journal, Clock clock,
              @ConfigProperty(name = "hornsten.retention", defaultValue = "true") boolean daily) {
        this.expiries = expiries;
        this.ledger = ledger;
        this.journal = journal;
        this.clock = clock;
        this.daily = daily;
    }

    // An hour that fails is told by its kind alone; the next one tries again.
    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void hour() {
        if (!daily) return;
        try {
            run(LocalDate.now(clock));
            QuarkusTransaction.requiringNew().run(journal::complete);
        } catch (RuntimeException problem) {
            Log.errorf("What has had its time could not be let go: %s", problem.getClass().getSimpleName());
        }
    }

    /** What goes on that day, unless it has gone already: kind by kind, each in a transaction of its own. */
    public void run(LocalDate today) {
        all().forEach(expiry -> QuarkusTransaction.requiringNew().run(() -> {
            if (take(expiry.holding(), today)) end(expiry, today);
        }));
    }

    private void end(Expiry expiry, LocalDate today) {
        long ended = expiry.end(today);
        Panache.getEntityManager().createNativeQuery(
                "update retention_run set ended = ?1 where holding = ?2 and on_day = ?3").setParameter(1, ended)
                .setParameter(2, expiry.holding().name()).setParameter(3, today).executeUpdate();
        if (ended > 0) ledger.keep(Optional.empty(),
                new PrivacyEvent.Expired(new Ref("holding", expiry.holding().word()), ended));
    }

    private static boolean take(Holding holding, LocalDate today) {
        return Panache.getEntityManager().createNativeQuery(
                "insert ignore into retention_run (holding, on_day) values (?1, ?2)").setParameter(1, holding.name())
                .setParameter(2, today).executeUpdate() == 1;
    }

    /** What would go on that day, and what went last. */
    public record Prospect(Holding holding, long due, Optional<Past> last) {}

    /** A day on which something of a kind was let go, and how many. */
    public record Past(LocalDate on, long ended) {}

    public List<Prospect> prospects(LocalDate today) {
        return all().stream().map(expiry -> new Prospect(expiry.holding(), expiry.due(today), last(expiry.holding())))
                .toList();
    }

    /** Who goes before long, those first who go first. */
    public List<Expiry.Soon> soon(LocalDate today) {
        return all().stream().flatMap(expiry -> expiry.soon(today).stream())
                .sorted(Comparator.comparing(Expiry.Soon::goesOn)).toList();
    }

    private static Optional<Past> last(Holding holding) {
        List<?> rows = Panache.getEntityManager().createNativeQuery(
                "select on_day, ended from retention_run where holding = ?1 order by on_day desc limit 1", Object[].class)
                .setParameter(1, holding.name()).getResultList();
        return rows.stream().findFirst().map(row -> (Object[]) row).map(row -> new Past(day(row[0]),
                ((Number) row[1]).longValue()));
    }

    private static LocalDate day(Object column) {
        return column instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) column;
    }

    private List<Expiry> all() {
        return expiries.stream().sorted(Comparator.comparing(Expiry::holding)).toList();
    }
}
