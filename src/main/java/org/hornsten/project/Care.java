package org.hornsten.project;

import org.hornsten.kit.Refused;
import org.hornsten.privacy.Basis;

/**
 * How a project treats what it keeps of people.
 *
 * @param contactDays how long names and addresses of people who never answered stay after the last round
 * @param wordsMonths how long what people said stays readable
 * @param ageLimit    who may be younger answers by name or made-up name only when a guardian has approved it
 */
public record Care(Basis basis, int contactDays, int wordsMonths, int ageLimit) {
    /** What holds until a lead says otherwise; a public task needs nobody's consent to be lawful. */
    public static final Care USUAL = new Care(Basis.PUBLIC_TASK, 90, 60, 13);
    static final int MOST_DAYS = 365;
    static final int MOST_MONTHS = 120;
    static final int YOUNGEST = 13;
    static final int OLDEST = 18;

    void check() {
        if (basis == null) throw new Refused("basis", "project:choose_one");
        if (contactDays < 1 || contactDays > MOST_DAYS)
            throw new Refused("contactDays", "project:contact_days_wrong", MOST_DAYS);
        if (wordsMonths < 1 || wordsMonths > MOST_MONTHS)
            throw new Refused("wordsMonths", "project:words_months_wrong", MOST_MONTHS);
        if (ageLimit < YOUNGEST || ageLimit > OLDEST)
            throw new Refused("ageLimit", "project:age_limit_wrong", YOUNGEST, OLDEST);
    }
}
