package org.hornsten.fee;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.hornsten.privacy.Expiry;
import org.hornsten.privacy.Holding;

/**
 * Claims go when their time is over: those that nothing was paid for a year after the last step, the others with the
 * vouchers of their accounting year (Finnish Accounting Act 1336/1997, chapter 2, section 10: six years from the end
 * of the calendar year).
 */
@ApplicationScoped
class OldClaims implements Expiry {
    static final int YEARS_OF_VOUCHERS = 6;

    private final Clock clock;

    OldClaims(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Holding holding() {
        return Holding.FEE;
    }

    @Override
    public long due(LocalDate today) {
        return Claims.over(unpaid(today), paid(today));
    }

    @Override
    public long end(LocalDate today) {
        return Claim.delete(Claims.OVER, unpaid(today), paid(today));
    }

    private Instant unpaid(LocalDate today) {
        return begins(today.minusYears(1));
    }

    /** A voucher of 2026 is kept until the end of 2032. */
    private Instant paid(LocalDate today) {
        return begins(LocalDate.of(today.getYear() - YEARS_OF_VOUCHERS, 1, 1));
    }

    private Instant begins(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}
