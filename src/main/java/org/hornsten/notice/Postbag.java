package org.hornsten.notice;

import java.time.Duration;
import java.util.Optional;

/** The rows of the outbox as a worker sees them. Each of its questions is a transaction of its own. */
interface Postbag {
    /** The next one that is due and that nobody holds, held until the lease is over by the store's own clock. */
    Optional<Parcel> take(Duration lease);

    /** Whether it was still ours to say so. */
    boolean sent(Parcel parcel);

    /** To be tried again after that time. */
    boolean later(Parcel parcel, Reason why, Duration wait);

    /** Not to be tried again by itself. */
    boolean back(Parcel parcel, Reason why);
}
