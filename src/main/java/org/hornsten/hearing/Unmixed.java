package org.hornsten.hearing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.hornsten.draft.Round;
import org.hornsten.input.Contribution;
import org.hornsten.input.Receipts;
import org.hornsten.kit.Code;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Time;
import org.hornsten.ledger.Ledger;
import org.hornsten.pool.Pool;

/** What its author may do with a comment that still waits in the pool; only the receipt finds it. */
@ApplicationScoped
public class Unmixed {
    private final Pool pool;
    private final Receipts receipts;
    private final Mixer mixer;
    private final Ledger ledger;

    Unmixed(Pool pool, Receipts receipts, Mixer mixer, Ledger ledger) {
        this.pool = pool;
        this.receipts = receipts;
        this.mixer = mixer;
        this.ledger = ledger;
    }

    /**
     * A comment in the pool, with the round it was made in.
     *
     * @param few whether no batch could be made of what waits now, if nothing more came
     */
    public record Found(Round round, Waiting waiting, boolean few) {

        /** The day on which it goes, unread. */
        public LocalDate goesOn() {
            return Time.day(round.ended().plus(Mixer.KEPT));
        }

        /** The round is over, and so few answered that it will never be told unless its author says so. */
        public boolean stuck() {
            return few && !round.takes(false);
        }
    }

    /** @throws Refused when it can be no code */
    public Optional<Found> opened(String typed) {
        byte[] mark = receipts.mark(Code.read(typed));
        for (String instrument : pool.instruments()) {
            if (!instrument.startsWith(Round.COMMENTS)) continue;
            Optional<Waiting> waiting = pool.find(instrument, Waiting.class, w -> Arrays.equals(w.receipt(), mark));
            if (waiting.isPresent())
                return Round.of(instrument).map(round ->
                        new Found(round, waiting.get(), pool.few(instrument, round.k)));
        }
        return Optional.empty();
    }

    /** Takes it back: nobody has read it, and nobody will. */
    public void takeBack(Found found) {
        take(found);
        ledger.keepUnnamed(new HearingEvent.TakenBack(found.round().version.draft.ref(), found.round().version.number));
    }

    /**
     * Tells it without the promise of mixing, which only its author may give up, and only when there is no other way.
     *
     * @throws Refused while others may still come
     */
    public Contribution confide(Found found) {
        if (!found.stuck()) throw new Refused("hearing:still_mixing");
        return mixer.tell(found.round(), take(found), false);
    }

    private Waiting take(Found found) {
        found.round().stop();
        return pool.take(found.round().comments(), Waiting.class, w -> w.id().equals(found.waiting().id()))
                .orElseThrow(Missing::new);
    }
}
