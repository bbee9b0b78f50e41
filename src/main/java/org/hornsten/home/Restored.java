package org.hornsten.home;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hornsten.blocking.Block;
import org.hornsten.blocking.BlockingEvent;
import org.hornsten.guardian.GuardianLink;
import org.hornsten.identity.Person;
import org.hornsten.input.Contribution;
import org.hornsten.ledger.Event;
import org.hornsten.ledger.Ledger;
import org.hornsten.letter.LetterBatch;
import org.hornsten.link.PersonalLink;
import org.hornsten.privacy.Journal;
import org.hornsten.project.Membership;

/**
 * After a restored backup: what was erased since then is erased again, what was ended is ended again, who was blocked
 * is blocked again and a guardian's yes that was taken back is so again, before anybody can read it or come in.
 */
@ApplicationScoped
class Restored {
    private static final int AT_ONCE = 500;

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
        List<Journal.Line> lines = journal.lines();
        // people first: while their words are there it can still be told where staff quoted them
        long again = lines.stream().sorted(Comparator.comparing(line -> !line.verb().equals("left")))
                .filter(this::eraseAgain).count();
        if (again > 0) Log.infof("Erased again after a restored backup: %d", again);
        long shut = endAgain(about(lines, "ended"), PersonalLink::alive, link -> link.end(LocalDate.now(clock)))
                + endAgain(about(lines, "ended"), GuardianLink::alive, link -> link.end(LocalDate.now(clock)))
                + endAgain(about(lines, "destroyed"), LetterBatch::alive, LetterBatch::expire)
                + latest(lines, "blocked").stream().filter(this::blockAgain).count()
                + latest(lines, "approved").stream().filter(this::disapproveAgain).count();
        if (shut > 0) Log.infof("Ended, blocked or let in again after a restored backup: %d", shut);
        QuarkusTransaction.requiringNew().run(journal::complete);
    }

    private static List<String> about(List<Journal.Line> lines, String verb) {
        return lines.stream().filter(line -> line.verb().equals(verb)).map(line -> line.about().id()).distinct()
                .toList();
    }

    /** Some hundreds at once: a journal is long where letters are renewed. */
    private <T> long endAgain(List<String> ids, Function<List<String>, List<T>> alive, Function<T, Event> end) {
        long ended = 0;
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            ended += QuarkusTransaction.requiringNew().call(() -> {
                List<T> again = alive.apply(some);
                again.forEach(one -> ledger.keep(Optional.empty(), end.apply(one)));
                return again.size();
            });
        }
        return ended;
    }

    /** Of each person, or of each one's taking part, the last word only. */
    private static Collection<Journal.Line> latest(List<Journal.Line> lines, String verb) {
        return lines.stream().filter(line -> line.verb().endsWith(verb)).collect(Collectors.toMap(
                line -> List.of(line.about(), line.person()), Function.identity(), (one, other) ->
                one.at().compareTo(other.at()) > 0 ? one : other)).values();
    }

    private boolean blockAgain(Journal.Line line) {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (journal.known(line)) return false;
            Optional<Person> there = Person.find("publicId = ?1 and erasedAt is null", line.about().id())
                    .firstResultOptional();
            Optional<BlockingEvent> done = there.flatMap(person -> line.verb().equals("blocked")
                    ? Block.again(person, clock.instant()) : Block.lifted(person));
            done.ifPresent(event -> ledger.keep(Optional.empty(), event));
            return done.isPresent();
        });
    }

    /** A yes that is not in the backup is not given again: the guardian is asked anew. */
    private boolean disapproveAgain(Journal.Line line) {
        return line.verb().equals("disapproved") && QuarkusTransaction.requiringNew().call(() -> {
            if (journal.known(line)) return false;
            Optional<Membership> approved = line.person()
                    .flatMap(person -> Membership.approved(line.about().id(), person));
            approved.ifPresent(member -> ledger.keep(Optional.empty(), member.disapprove()));
            return approved.isPresent();
        });
    }

    /** Whether there was something to erase. */
    boolean eraseAgain(Journal.Line line) {
        return switch (line.verb()) {
            case "left", "withdrawn", "erased", "forgotten" ->
                    QuarkusTransaction.requiringNew().call(() -> erased(line));
            default -> false;
        };
    }

    private boolean erased(Journal.Line line) {
        return line.verb().equals("left") ? person(line.about().id())
                : contribution(line.about().id(), line.verb().equals("withdrawn"));
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
