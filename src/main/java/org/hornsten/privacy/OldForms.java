package org.hornsten.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import org.hornsten.ledger.Submissions;

/** That a form was stored is remembered for three months, so that sending it twice counts once. */
@ApplicationScoped
class OldForms implements Expiry {
    static final int MONTHS = 3;

    private final Submissions submissions;

    OldForms(Submissions submissions) {
        this.submissions = submissions;
    }

    @Override
    public Holding holding() {
        return Holding.FORM;
    }

    @Override
    public long due(LocalDate today) {
        return submissions.before(YearMonth.from(today).minusMonths(MONTHS));
    }

    @Override
    public long end(LocalDate today) {
        return submissions.forgetBefore(YearMonth.from(today).minusMonths(MONTHS));
    }
}
