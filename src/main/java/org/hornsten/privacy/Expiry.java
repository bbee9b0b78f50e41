package org.hornsten.privacy;

import java.time.LocalDate;

/** When one kind of what is kept of people has had its time. Each room knows how its own things go. */
public interface Expiry {
    Holding holding();

    /** How many would go on that day. */
    long due(LocalDate today);

    /** Lets them go, in the transaction that runs, and tells how many it were. */
    long end(LocalDate today);
}
