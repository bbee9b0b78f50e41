package org.hornsten.calendar;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.List;
import org.hornsten.workshop.Registration;

/**
 * Reminds those who have a seat a week and a day before, once each however many nodes there are: whoever turns the
 * mark first sends the mail, in the same transaction. Who answered later than that needs no reminder.
 */
@ApplicationScoped
public class Reminders {
    private static final String DUE = """
            select r.id from registration r join workshop w on w.id = r.workshop_id
            where r.state = 'REGISTERED' and w.cancelled_at is null and w.starts_at > utc_timestamp(6)
              and w.starts_at <= addtime(utc_timestamp(6), ?1) and r.answered_at < addtime(w.starts_at, ?2)
              and not\s""";

    private final Tidings tidings;

    Reminders(Tidings tidings) {
        this.tidings = tidings;
    }

    // A run that fails is told by its kind alone; the next one tries again.
    @Scheduled(every = "5m", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void look() {
        try {
            run();
        } catch (RuntimeException problem) {
            Log.errorf("Reminders of workshops could not be written: %s", problem.getClass().getSimpleName());
        }
    }

    /** Writes those that are due now by the database's clock. */
    @ActivateRequestContext
    public void run() {
        due("24:00:00", "day_told").forEach(id -> QuarkusTransaction.requiringNew().run(() -> remind(id, true)));
        due("168:00:00", "week_told").forEach(id -> QuarkusTransaction.requiringNew().run(() -> remind(id, false)));
    }

    @SuppressWarnings("unchecked")
    private static List<Long> due(String before, String mark) {
        return QuarkusTransaction.requiringNew().call(() -> Registration.getEntityManager()
                .createNativeQuery(DUE + "r." + mark, Long.class).setParameter(1, before)
                .setParameter(2, "-" + before).getResultList());
    }

    private void remind(long id, boolean tomorrow) {
        // whoever was told today that it is tomorrow is not told afterwards that it is in a week
        int turned = tomorrow ? Registration.update("dayTold = true, weekTold = true where id = ?1 and dayTold = false", id)
                : Registration.update("weekTold = true where id = ?1 and weekTold = false", id);
        if (turned == 1) Registration.<Registration>find("""
                from Registration r join fetch r.person join fetch r.workshop w join fetch w.project
                where r.id = ?1 and r.state = 'REGISTERED'""", id).firstResultOptional()
                .ifPresent(one -> tidings.reminded(one, tomorrow));
    }
}
