package org.hornsten.notice;

import java.time.Duration;
import java.util.Optional;

/**
 * Carries what is in the outbox to the wire, one by one: taken under a lease, sent outside any transaction, ticked off
 * by whoever holds the latest fencing number. At least once, never for what was rolled back. A plain class: the store
 * keeps the time, so that a simulation may let it run, stop and be two.
 */
final class Postman {
    static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    static final Duration LONGEST_WAIT = Duration.ofHours(6);
    static final Duration GIVES_UP_AFTER = Duration.ofDays(5);
    static final int FAULTS = 8;
    /** So many in a row that did not reach our own server: the others would wait for nothing. */
    private static final int AWAY_IN_A_ROW = 3;

    private final Postbag bag;
    private final Desk desk;
    private final Wire wire;
    private final Duration lease;

    /** Makes the e-mail of a row. */
    interface Desk {
        /** @throws Returned when there is nobody to send it to; any other exception when it cannot be read */
        Envelope write(Parcel parcel) throws Returned;
    }

    /** @param lease longer than the wire takes at most */
    Postman(Postbag bag, Desk desk, Wire wire, Duration lease) {
        this.bag = bag;
        this.desk = desk;
        this.wire = wire;
        this.lease = lease;
    }

    /**
     * Until nothing is due, or our own server is away.
     *
     * @return how many were sent
     */
    int round() {
        int sent = 0;
        int away = 0;
        for (Optional<Parcel> next = bag.take(lease); next.isPresent(); next = bag.take(lease)) {
            Optional<Reason> wrong = carry(next.get());
            away = wrong.filter(Reason.AWAY::equals).isPresent() ? away + 1 : 0;
            if (wrong.isEmpty()) sent++;
            if (away == AWAY_IN_A_ROW) return sent;
        }
        return sent;
    }

    private Optional<Reason> carry(Parcel parcel) {
        if (parcel.faults() >= FAULTS) return wrong(parcel, Reason.BROKEN);
        try {
            wire.send(desk.write(parcel));
        } catch (Returned returned) {
            return wrong(parcel, returned.reason);
        } catch (RuntimeException unreadable) {
            return wrong(parcel, Reason.BROKEN);
        }
        bag.sent(parcel);
        return Optional.empty();
    }

    private Optional<Reason> wrong(Parcel parcel, Reason why) {
        boolean often = why == Reason.BROKEN && parcel.faults() + 1 >= FAULTS;
        if (why.passes() && !often && parcel.age().compareTo(GIVES_UP_AFTER) < 0)
            bag.later(parcel, why, wait(parcel.tries()));
        else bag.back(parcel, why);
        return Optional.of(why);
    }

    /** One minute, then twice as long each time, never longer than six hours. */
    static Duration wait(int tries) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(Math.max(tries - 1, 0), 20));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
