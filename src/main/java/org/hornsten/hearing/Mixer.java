package org.hornsten.hearing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.hornsten.draft.Draft;
import org.hornsten.draft.DraftEvent;
import org.hornsten.draft.Round;
import org.hornsten.draft.Version;
import org.hornsten.input.Channel;
import org.hornsten.input.Contribution;
import org.hornsten.input.Gate;
import org.hornsten.input.InputEvent;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Hidden;
import org.hornsten.ledger.Ledger;
import org.hornsten.pool.Pool;
import org.hornsten.rating.Rating;
import org.hornsten.rating.Ratings;
import org.hornsten.rating.WaitingScores;

/**
 * Lets anonymous answers out of the pool, in batches of at least K in an order that says nothing, and only then into
 * the ledger. What was too little to be told when its round ended goes unread thirty days later.
 */
@ApplicationScoped
public class Mixer {
    static final Duration KEPT = Duration.ofDays(30);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Pool pool;
    private final Ledger ledger;
    private final Clock clock;

    Mixer(Pool pool, Ledger ledger, Clock clock) {
        this.pool = pool;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Of two servers the second waits for the first at the round's lock, and finds nothing left. */
    @Scheduled(every = "${hornsten.mixing:1m}", delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void mix() {
        for (String instrument : pool.instruments())
            QuarkusTransaction.requiringNew()
                    .run(() -> Round.of(instrument).ifPresent(round -> mix(round, instrument)));
        QuarkusTransaction.requiringNew().run(() -> Ratings.unreleased().forEach(Mixer::release));
    }

    void closed(@Observes DraftEvent.Closed closed) {
        mixAllOf(closed.about());
    }

    void published(@Observes DraftEvent.Published published) {
        mixAllOf(published.about());
    }

    // In the transaction of the act: who closes a round sees at once what there is to answer.
    private void mixAllOf(Ref draft) {
        for (String instrument : pool.instruments()) Round.of(instrument)
                .filter(round -> round.version.draft.ref().equals(draft)).ifPresent(round -> mix(round, instrument));
        Ratings.unreleased().stream().filter(version -> version.draft.ref().equals(draft)).forEach(Mixer::release);
    }

    private static void release(Version version) {
        version.round.stop();
        Ratings.release(version);
    }

    /** Whether so few answered without a name before it ended that nobody may read them. */
    boolean few(Round round) {
        return !round.takes(false) && Stream.of(round.comments(), round.ratings())
                .anyMatch(instrument -> pool.waits(instrument) && pool.few(instrument, round.k));
    }

    /**
     * Gives a round more time in which too few have answered, once.
     *
     * @throws Refused when there is nobody to wait for, or it had more time already
     */
    DraftEvent.Extended extend(Draft draft, Instant until) {
        Round round = draft.newest().map(version -> version.round).orElseThrow(() -> new Refused("draft:round_none"));
        round.stop();
        if (!few(round)) throw new Refused("hearing:extension_needless");
        return round.extend(until, clock.instant());
    }

    private void mix(Round round, String instrument) {
        round.stop();
        boolean open = round.takes(false);
        if (instrument.startsWith(Round.COMMENTS)) {
            pool.draw(instrument, open, round.k, Waiting.class).forEach(waiting -> tell(round, waiting, true));
        } else {
            pool.draw(instrument, open, round.k, WaitingScores.class).forEach(waiting -> tell(round, waiting));
            Ratings.release(round.version);
        }
        if (!open && round.ended().isBefore(clock.instant().minus(KEPT)) && pool.drop(instrument) > 0)
            ledger.keepUnnamed(new HearingEvent.Dropped(round.version.draft.ref(), round.version.number));
    }

    /** @param mixed whether it came out among others */
    Contribution tell(Round round, Waiting waiting, boolean mixed) {
        Contribution said = Contribution.unnamed(round.version.draft.project, waiting.id(),
                waiting.saying(round.version.draft, LocalDate.now(clock)), waiting.receipt(), mixed);
        ledger.keepUnnamed(new InputEvent.Said(said.about(), said.ref(), said.channel, said.kind,
                new Hidden(said.words, said.salt)));
        Gate.heard(said.project);
        return said;
    }

    private void tell(Round round, WaitingScores waiting) {
        byte[] nobody = new byte[32];
        RANDOM.nextBytes(nobody);
        ledger.keepUnnamed(Rating.keep(round.version, nobody, waiting.scores(), Channel.WEB,
                waiting.authorKind()));
    }
}
