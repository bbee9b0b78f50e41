package org.hornsten.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hornsten.privacy.Expiry;
import org.hornsten.privacy.Holding;
import org.hornsten.workshop.Registration;

/** What people needed is gone some days after the workshop: nobody has to arrange it any more. */
@ApplicationScoped
public class OldNeeds implements Expiry {
    private static final String OLD = "needs is not null and (workshop.endsAt < ?1 or workshop.cancelledAt < ?1)";

    private final int days;
    private final Clock clock;

    OldNeeds(@ConfigProperty(name = "hornsten.needs.days", defaultValue = "14") int days, Clock clock) {
        this.days = days;
        this.clock = clock;
    }

    @Override
    public Holding holding() {
        return Holding.NEEDS;
    }

    @Override
    public long due(LocalDate today) {
        return Registration.count(OLD, before(today));
    }

    @Override
    public long end(LocalDate today) {
        List<Registration> old = Registration.list(OLD, before(today));
        old.forEach(Registration::forgetNeeds);
        return old.size();
    }

    private Instant before(LocalDate today) {
        return today.minusDays(days).atStartOfDay(clock.getZone()).toInstant();
    }
}
