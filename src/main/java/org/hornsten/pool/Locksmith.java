package org.hornsten.pool;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.hornsten.kit.KeyRing.Key;

/**
 * Looks after the keys of the pool. What waits is sealed anew with the newest one, and a key that seals nothing goes: so
 * what somebody copied of the database before does not open any more.
 */
@ApplicationScoped
public class Locksmith {
    private static final Duration LIFE = Duration.ofDays(30);

    private final Seals seals;
    private final Clock clock;
    private LocalDate told = LocalDate.MIN;

    Locksmith(Seals seals, Clock clock) {
        this.seals = seals;
        this.clock = clock;
    }

    // A round that fails is told by its kind alone; the next one tries again.
    @Scheduled(every = "10m", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        try {
            tend();
            if (told.isBefore(LocalDate.now(clock))) tell();
        } catch (RuntimeException problem) {
            Log.errorf("The keys of anonymous answers could not be looked after: %s",
                    problem.getClass().getSimpleName());
        }
    }

    /** Seals anew, and then drops what nothing needs. */
    void tend() {
        Key current = seals.current();
        QuarkusTransaction.requiringNew().run(() -> others(current).forEach(sealed -> sealAnew(sealed, current)));
        seals.former().stream().filter(number -> Sealed.count("keyNo", number) == 0).forEach(seals::drop);
    }

    private List<Sealed> others(Key current) {
        return Sealed.<Sealed>list("keyNo <> ?1 order by id", current.number()).stream()
                .filter(sealed -> seals.opens(sealed.keyNo)).toList();
    }

    // Not by the entity: who mixes meanwhile may have taken it out.
    private void sealAnew(Sealed sealed, Key current) {
        String text = seals.opened(sealed.keyNo, sealed.instrument, sealed.envelope);
        Sealed.update("keyNo = ?1, envelope = ?2 where id = ?3 and keyNo = ?4", current.number(),
                seals.sealed(current, sealed.instrument, text), sealed.id, sealed.keyNo);
    }

    private void tell() {
        told = LocalDate.now(clock);
        if (old()) Log.warn("The key of anonymous answers is older than 30 days: run keys rotate");
        long shut = Sealed.<Sealed>listAll().stream().filter(sealed -> !seals.opens(sealed.keyNo)).count();
        if (shut > 0) Log.errorf("%d anonymous answers are sealed with a key this server does not have", shut);
    }

    /** Whether it is time for a new key. */
    public boolean old() {
        return seals.current().made().isBefore(clock.instant().minus(LIFE));
    }
}
