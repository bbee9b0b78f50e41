package org.hornsten.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.hornsten.privacy.Expiry;
import org.hornsten.privacy.Holding;

/** The words of what was not delivered go after two weeks, that there was an e-mail after three months. */
@ApplicationScoped
class OldMail implements Expiry {
    private static final int DAYS = 90;
    private static final String WORDS = "sealed is not null and state = 'UNDELIVERED' and endedOn < ?1";
    private static final String ROWS = "state <> 'WAITING' and endedOn < ?1";

    @Override
    public Holding holding() {
        return Holding.MAIL;
    }

    @Override
    public long due(LocalDate today) {
        return Mail.count(WORDS, today.minusDays(Mail.KEPT_DAYS)) + Mail.count(ROWS, today.minusDays(DAYS));
    }

    @Override
    public long end(LocalDate today) {
        return Mail.update("sealed = null where " + WORDS, today.minusDays(Mail.KEPT_DAYS))
                + Mail.delete(ROWS, today.minusDays(DAYS));
    }
}
