package org.hornsten.identity;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hornsten.kit.Time;

/**
 * On which day somebody with an account was here last: no hour, no page. Reading writes nothing: who comes is noted in
 * memory, and written down a little later, once a day at most. A node that dies forgets a minute of it.
 */
@ApplicationScoped
public class Visits {
    private final Map<Long, LocalDate> noted = new ConcurrentHashMap<>();

    void note(Person person) {
        LocalDate today = Time.day(Time.now());
        if (person.hasAccount() && (person.lastSeenOn == null || person.lastSeenOn.isBefore(today)))
            noted.put(person.id, today);
    }

    @Scheduled(every = "1m", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void write() {
        if (!noted.isEmpty()) QuarkusTransaction.requiringNew().run(() -> noted.forEach(this::write));
    }

    // Of two nodes the second finds the day there already. Who was erased meanwhile was not here.
    private void write(Long person, LocalDate day) {
        Panache.getEntityManager().createQuery("""
                update Person p set p.lastSeenOn = ?2 where p.id = ?1 and p.erasedAt is null
                  and (p.lastSeenOn is null or p.lastSeenOn < ?2)""").setParameter(1, person).setParameter(2, day)
                .executeUpdate();
        noted.remove(person, day);
    }
}
