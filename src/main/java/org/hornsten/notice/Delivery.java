package org.hornsten.notice;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks every few seconds whether there is something to carry; on every server, which pass over each other's. */
@ApplicationScoped
class Delivery {
    private final Carrier carrier;
    private final Postman postman;

    Delivery(Mails mails, Stationery stationery, Carrier carrier,
             @ConfigProperty(name = "hornsten.mail.wait", defaultValue = "10S") Duration wait) {
        this.carrier = carrier;
        this.postman = new Postman(mails, stationery, carrier.wire(), wait.multipliedBy(2).plusMinutes(1));
    }

    @Scheduled(every = "${hornsten.mail.every:5s}", delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (!carrier.open()) return;
        try {
            postman.round();
        } catch (RuntimeException databaseAway) {
            Log.warnf("The outbox could not be read: %s", databaseAway.getClass().getSimpleName());
        }
    }

    /** @return how many were sent */
    int round() {
        return postman.round();
    }
}
