package org.hornsten.panel;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.hornsten.privacy.Expiry;
import org.hornsten.privacy.Holding;

/** What people let be known goes on the day they agreed to. */
@ApplicationScoped
class OldExperience implements Expiry {
    @Override
    public Holding holding() {
        return Holding.EXPERIENCE;
    }

    @Override
    public long due(LocalDate today) {
        return Experience.over(today);
    }

    @Override
    public long end(LocalDate today) {
        return Experience.forgetOver(today);
    }
}
