package org.hornsten.choosing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.hornsten.document.Mistake;
import org.hornsten.document.Table;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.identity.Role;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Ledger;
import org.hornsten.ledger.Turn;
import org.hornsten.letter.Letters;
import org.hornsten.link.Codes;
import org.hornsten.panel.Panel;
import org.hornsten.recruitment.Addressee;
import org.hornsten.recruitment.OpenCall;
import org.hornsten.recruitment.RecruitmentEvent;

/**
 * People to whom a call is sent by letter, as a population register names them: read from a table, written to in parts.
 */
@ApplicationScoped
class Sample {
    /** So many letters are one batch: printed in one go, and written within some seconds. */
    static final int BATCH = 250;
    static final int MOST = 10_000;
    private static final int LONGEST = 200;
    private static final int LONGEST_POSTCODE = 20;

    private final Letters letters;
    private final Codes codes;
    private final Ledger ledger;

    Sample(Letters letters, Codes codes, Ledger ledger) {
        this.letters = letters;
        this.codes = codes;
        this.ledger = ledger;
    }

    /** The columns, by the names they may have. */
    enum Column {
        NAME("name", "namn", "nimi"), STREET("street", "address", "gata", "gatuadress", "adress", "katuosoite",
                "osoite"),
        POSTCODE("postcode", "postnummer", "postinumero"),
        TOWN("town", "postort", "postanstalt", "ort", "postitoimipaikka"),
        LANGUAGE("language", "språk", "kieli");

        private final List<String> names;

        Column(String... names) {
            this.names = List.of(names);
        }

        String field() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One receiver of a letter. */
    record Receiver(String name, String street, String postcode, String town, String language) {}

    /** What a table says; nobody is taken from it while anything is wrong. */
    record Read(List<Receiver> people, List<Mistake> wrong) {}

    /** @throws Refused telling why the file as a whole is not taken */
    static Read read(byte[] file) {
        return read(Table.sent(file));
    }

    static Read read(Table table) {
        List<Mistake> wrong = new ArrayList<>();
        Map<Column, Integer> columns = new HashMap<>();
        for (Column column : Column.values()) columns.put(column, table.column(column.names));
        for (Column needed : List.of(Column.NAME, Column.STREET, Column.POSTCODE, Column.TOWN))
            if (columns.get(needed) < 0)
                wrong.add(new Mistake(1, needed.field(), new Refused("choosing:column_missing")));
        if (!wrong.isEmpty()) return new Read(List.of(), wrong);
        if (table.rows().isEmpty()) throw new Refused("file", "choosing:rows_none");
        Map<Receiver, Integer> seen = new HashMap<>();
        List<Receiver> people = table.rows().stream().map(row -> receiver(row, columns, seen, wrong)).toList();
        return new Read(people, wrong);
    }

    private static Receiver receiver(Table.Row row, Map<Column, Integer> columns, Map<Receiver, Integer> seen,
                                     List<Mistake> wrong) {
        Map<Column, String> cells = new HashMap<>();
        columns.forEach((column, at) -> cells.put(column, at < 0 ? "" : row.cell(at)));
        for (Column needed : List.of(Column.NAME, Column.STREET, Column.POSTCODE, Column.TOWN)) {
            int most = needed == Column.POSTCODE ? LONGEST_POSTCODE : LONGEST;
            String cell = cells.get(needed);
            if (cell.isEmpty()) wrong.add(new Mistake(row.number(), needed.field(),
                    new Refused("choosing:cell_missing")));
            if (cell.length() > most) wrong.add(new Mistake(row.number(), needed.field(), new Refused("",
                    "web:too_long", most)));
        }
        String language = language(cells.get(Column.LANGUAGE));
        if (language.isEmpty()) wrong.add(new Mistake(row.number(), Column.LANGUAGE.field(),
                new Refused("recruitment:language_unknown")));
        Receiver one = new Receiver(cells.get(Column.NAME), cells.get(Column.STREET), cells.get(Column.POSTCODE),
                cells.get(Column.TOWN), language);
        Integer earlier = seen.putIfAbsent(one, row.number());
        if (earlier != null) wrong.add(new Mistake(row.number(), Column.NAME.field(),
                new Refused("", "choosing:row_twice", earlier)));
        return one;
    }

    /** Registers write S, 1, ruotsi or sv; where nothing is said the person is written to in Swedish. */
    private static String language(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "", "sv", "s", "svenska", "ruotsi", "swedish" -> "sv";
            case "fi", "f", "finska", "suomi", "finnish" -> "fi";
            case "en", "e", "engelska", "englanti", "english" -> "en";
            default -> "";
        };
    }

    /**
     * Takes all of them; who stands in an earlier table already is not taken twice.
     *
     * @return how many are new
     */
    int store(Me me, OpenCall call, List<Receiver> people) {
        Turn.alone(call);
        if (call.decided()) throw new Refused("file", "recruitment:decided_already");
        call.checkGoesOn("file");
        List<Receiver> fresh = fresh(call, people);
        Panel panel = call.panel;
        fresh.forEach(one -> {
            Person person = Person.named(one.name(), null, Role.PARTICIPANT, panel.kind.speaksAs(panel.kind.seat()),
                    one.language());
            person.livesAt(one.street(), one.postcode(), one.town());
            Addressee.of(call, person);
        });
        ledger.keep(me, new RecruitmentEvent.Sampled(call.ref(), fresh.size()));
        return fresh.size();
    }

    /** Those of them who stand in no earlier table. */
    static List<Receiver> fresh(OpenCall call, List<Receiver> people) {
        List<Receiver> here = Addressee.<Addressee>list("from Addressee d join fetch d.person where d.call = ?1", call)
                .stream().map(one -> new Receiver(one.person.name, one.person.street, one.person.postcode,
                        one.person.town, one.person.language)).toList();
        if (here.size() + people.size() > MOST) throw new Refused("file", "choosing:sample_big", MOST);
        List<Receiver> fresh = new ArrayList<>(people);
        fresh.removeAll(new HashSet<>(here));
        return fresh;
    }

    /** From now on the letters are written, a batch at a time, in the name of whoever wanted them. */
    void order(Me me, OpenCall call) {
        Turn.alone(call);
        if (!call.planned() && !call.open()) throw new Refused("recruitment:call_closed");
        if (Addressee.of(call) == 0) throw new Refused("choosing:sample_none");
        call.letters(Person.findById(me.id()));
    }

    @Scheduled(every = "15s", delayed = "40s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void write() {
        while (batch()) continue;
    }

    /** The slow part, the codes, before anything is held. */
    boolean batch() {
        long waiting = QuarkusTransaction.requiringNew().call(() -> Addressee.count(
                "written = false and call.lettersBy is not null and call.decidedAt is null"
                        + " and call.offAt is null"));
        if (waiting == 0) return false;
        List<Codes.Drawn> drawn = codes.draw((int) Math.min(waiting, BATCH));
        return QuarkusTransaction.requiringNew().call(() -> written(drawn));
    }

    private boolean written(List<Codes.Drawn> drawn) {
        List<Addressee> next = Addressee.getEntityManager().unwrap(Session.class).createQuery("""
                select d from Addressee d where d.written = false and d.call.id = (
                  select min(e.call.id) from Addressee e where e.written = false and e.call.lettersBy is not null
                    and e.call.decidedAt is null and e.call.offAt is null) order by d.id""",
                Addressee.class).setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED).setMaxResults(drawn.size())
                .getResultList();
        if (next.isEmpty()) return false;
        OpenCall call = next.get(0).call;
        List<Person> people = next.stream().map(one -> one.person).toList();
        letters.write(call.lettersBy, call.panel.project, people, drawn.subList(0, people.size()), call.ref(), null);
        next.forEach(Addressee::write);
        return true;
    }
}
