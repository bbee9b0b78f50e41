package org.hornsten.roll;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hornsten.document.Mistake;
import org.hornsten.document.Mistakes;
import org.hornsten.document.Table;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Ledger;
import org.hornsten.ledger.Turn;
import org.hornsten.panel.Panel;
import org.hornsten.panel.PanelEvent;
import org.hornsten.panel.Seat;
import org.hornsten.project.Membership;

/** Seats many people at once from a table: all of them or, where one row is wrong, nobody. */
@ApplicationScoped
public class Imports {
    private static final int LONGEST_SECONDS = 300;

    private final Vocabulary words;
    private final Ledger ledger;
    private final Clock clock;

    Imports(Vocabulary words, Ledger ledger, Clock clock) {
        this.words = words;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What became of a table, or would.
     *
     * @param accepted  how many rows have nothing wrong
     * @param newcomers how many of them the project does not know yet
     * @param lines     all rows, as far as they could be read
     */
    record Outcome(int accepted, int newcomers, List<Line> lines, List<Mistake> wrong) {
        boolean good() {
            return wrong.isEmpty();
        }
    }

    /** Tries it as it would be done, and takes all of it back. */
    Outcome dry(Me me, String panel, Table table) {
        Person by = me.known();
        return dry(() -> by, () -> Panel.ledBy(me, panel), table, done -> { }).outcome;
    }

    /**
     * @param by    who brings it, asked within the transaction
     * @param panel asked there, too
     * @param told  how many rows are done, now and then
     */
    Tried dry(Supplier<Person> by, Supplier<Panel> panel, Table table, IntConsumer told) {
        try {
            QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> {
                Panel here = panel.get();
                throw new Tried(run(by.get(), here, table, told), here);
            });
            throw new IllegalStateException("A dry run was not taken back");
        } catch (Tried tried) {
            return tried;
        }
    }

    /** Ends the transaction of a dry run, and carries out of it what it was for. */
    static final class Tried extends RuntimeException {
        final transient Outcome outcome;
        final transient Panel panel;

        Tried(Outcome outcome, Panel panel) {
            super("", null, false, false);
            this.outcome = outcome;
            this.panel = panel;
        }
    }

    /** @throws Mistakes where any row is wrong: then nobody is seated */
    Outcome store(Me me, Panel panel, Table table) {
        return store(me.known(), panel, table, done -> { });
    }

    /** @param told how many rows are done, now and then */
    Outcome store(Person by, Panel panel, Table table, IntConsumer told) {
        Outcome outcome = run(by, panel, table, told);
        if (!outcome.good()) throw new Mistakes("roll:rows_wrong", outcome.wrong());
        ledger.keep(Optional.of(by), new PanelEvent.Imported(panel.ref(), outcome.accepted(), outcome.newcomers()));
        return outcome;
    }

    private Outcome run(Person by, Panel panel, Table table, IntConsumer told) {
        // one file after the other: the second one finds the first one's people
        panel.project.lock();
        Turn.alone(panel);
        List<Mistake> wrong = new ArrayList<>();
        Vocabulary.Found found = words.find(table);
        found.unknown().forEach(name -> wrong.add(new Mistake(1, name, new Refused("roll:column_unknown"))));
        if (!found.columns().containsKey(Vocabulary.Column.NAME))
            wrong.add(new Mistake(1, Vocabulary.Column.NAME.field(), new Refused("roll:column_name_missing")));
        if (!wrong.isEmpty()) return new Outcome(0, 0, List.of(), wrong);
        if (table.rows().isEmpty()) throw new Refused("file", "roll:rows_none");

        Line.Reader reader = new Line.Reader(words, found.columns(), wrong);
        String usual = panel.project.languageList().get(0);
        List<Line> lines = table.rows().stream().map(row -> reader.read(row, usual)).toList();
        Acquaintance known = new Acquaintance(Membership.of(panel.project), Seat.of(panel), LocalDate.now(clock));
        known.twice(lines, wrong);
        Set<Integer> bad = rows(wrong);
        List<Line> good = lines.stream().filter(line -> !bad.contains(line.row())).toList();
        int newcomers = known.seat(panel, good, by, wrong, LocalDate.now(clock), told);
        wrong.sort((one, other) -> Integer.compare(one.row(), other.row()));
        return new Outcome(lines.size() - rows(wrong).size(), newcomers, lines, wrong);
    }

    private static Set<Integer> rows(List<Mistake> wrong) {
        return wrong.stream().map(Mistake::row).collect(Collectors.toSet());
    }
}
