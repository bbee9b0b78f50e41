package org.hornsten.home;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.input.Contribution;
import org.hornsten.ledger.Ledger;
import org.hornsten.privacy.Journal;

/** After a restored backup: what was erased since then is erased again, before anybody can read it. */
@ApplicationScoped
class Restored {
    private final Journal journal;
    private final Leaving leaving;
    private final Ledger ledger;
    private final Clock clock;

    Restored(Journal journal, Leaving leaving, Ledger ledger, Clock clock) {
        this.journal = journal;
        this.leaving = leaving;
        this.ledger = ledger;
        this.clock = clock;
    }

    void begin(@Observes StartupEvent start) {
        // people first: while their words are there it can still be told where staff quoted them
        long again = journal.lines().stream().sorted(Comparator.comparing(line -> !line.verb().equals("left")))
                .filter(this::eraseAgain).count();
        if (again > 0) Log.infof("Erased again after a restored backup: %d", again);
        QuarkusTransaction.requiringNew().run(journal::complete);
    }

    /** Whether there was something to erase. */
    boolean eraseAgain(Journal.Line line) {
        return QuarkusTransaction.requiringNew().call(() -> switch (line.verb()) {
            case "left" -> person(line.about().id());
            case "withdrawn" -> contribution(line.about().id(), true);
            case "erased", "forgotten" -> contribution(line.about().id(), false);
            default -> false;
        });
    }

    private boolean person(String id) {
        Optional<Person> there = Person.find("publicId = ?1 and erasedAt is null", id).firstResultOptional();
        there.ifPresent(person -> leaving.erase(person, Optional.empty()));
        return there.isPresent();
    }

    private boolean contribution(String id, boolean withdrawn) {
        Optional<Contribution> there = Contribution.find(
                "publicId = ?1 and withdrawnOn is null and (?2 = true or erasedOn is null)", id, withdrawn)
                .firstResultOptional();
        LocalDate today = LocalDate.now(clock);
        there.ifPresent(said -> ledger.keep(Optional.empty(), withdrawn ? said.withdraw(today) : said.erase(today)));
        return there.isPresent();
    }
}
