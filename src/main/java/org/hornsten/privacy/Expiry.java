package org.hornsten.privacy;

import java.time.LocalDate;
import java.util.List;

/** When one kind of what is kept of people has had its time. Each room knows how its own things go. */
public interface Expiry {
    Holding holding();

    /** How many would go on that day. */
    long due(LocalDate today);

    /** Somebody who goes before long, as administrators know them, so that they can be told. */
    record Soon(String who, LocalDate lastSeenOn, LocalDate goesOn) {}

    /** Those who go before long; nobody where whoever it is has no account to keep by coming back. */
    default List<Soon> soon(LocalDate today) {
        return List.of();
    }

    /** Lets them go, in the transaction that runs, and tells how many it were. */
    long end(LocalDate today);
}
