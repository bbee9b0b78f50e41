package org.hornsten.hearing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hornsten.Dump;
import org.hornsten.fault.BinaryLog.Change;
import org.hornsten.fault.BinaryLog.Row;
import org.hornsten.fault.BinaryLog;
import org.hornsten.fault.Caller;
import org.hornsten.fault.Scene;
import org.hornsten.fault.TwoServers;
import org.hornsten.identity.Passes;
import org.hornsten.kit.PublicId;
import org.hornsten.numbers.SmallNumbers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Two hundred known people answer in a known order through two servers. Somebody then has every table, the binary log of
 * the database, what both servers printed, the ledger and what can be fetched, and must not find out who said what. The
 * key of the pool is not among it: who has that and the binary log can open old envelopes, as decision 15 says.
 */
class AnonymityIT {
    private static final int PEOPLE = 200;
    private static final int CROWDS = 5;
    private static final String MARK = "Rost" + PublicId.random().substring(0, 6).replaceAll("[-_]", "x");
    private static final List<String> PAIRS = List.of("came ~ id", "came ~ publicId", "came ~ receipt", "came ~ salt",
            "came ~ viewpoint", "came ~ viewpointId", "came ~ seq", "came ~ written", "came ~ length",
            "removed ~ id", "removed ~ viewpoint", "removed ~ seq", "removed ~ written", "size ~ length",
            "sealed ~ publicId", "sealed ~ receipt", "sealed ~ salt", "form ~ publicId", "form ~ receipt");

    private static TwoServers house;
    private static Scene scene;
    private static final List<Known> people = new ArrayList<>();

    /** @param clues by which the rows and the log know this person's coming */
    private record Known(String name, String email, String pass) {
        String id() {
            return pass.substring(Passes.PREFIX.length()).split("\\.")[0];
        }
    }

    /** What one person sent, and got for it. */
    private record Sent(String submission, String words, String receipt) {}

    @BeforeAll
    static void ask() {
        house = TwoServers.running();
        scene = house.scene.another().withProject();
        for (int i = 0; i < PEOPLE; i++) {
            String name = MARK + "namn" + i;
            people.add(new Known(name, name + "@example.org", scene.member(name, name + "@example.org")));
        }
    }

    @Test
    void nothing_that_is_kept_or_printed_leads_from_an_answer_to_who_gave_it() throws Exception {
        scene.draft(5, "anonymous");
        List<Sent> few = answer(0, 2 * SmallNumbers.K - 1);
        Thread.sleep(1500);
        Everything before = everything();
        assertEquals(Set.of(), before.places(List.of(scene.draft() + " och")), "nine answers are read by nobody, anywhere");
        List<Sent> all = new ArrayList<>(few);
        all.addAll(answer(few.size(), PEOPLE));
        close();
        Everything after = everything();
        all.forEach(sent -> assertTrue(after.answers().containsKey(sent.words()), "told: " + sent.words()));
        assertEquals(Set.of(), after.places(Stream.concat(all.stream().flatMap(sent ->
                Stream.of(sent.submission(), sent.receipt(), sent.receipt().replace("-", ""))),
                people.stream().map(Known::pass)).toList()), "forms, receipts, passes");
        assertEquals(Set.of("person.name", "person.email", "binary log"), after.places(people.stream()
                .flatMap(known -> Stream.of(known.name(), known.email())).toList()), "names and addresses");
        assertEquals(Set.of("contribution.words", "binary log", "fetched"),
                after.places(all.stream().map(Sent::words).toList()), "the words themselves");
        assertEquals(List.of(), after.joins(), "no value stands both with an answer and elsewhere");
        assertEquals(List.of(), after.together(), "no transaction holds an answer and who is here");
    }

    @Test
    void no_guess_by_order_number_time_or_size_beats_chance() throws Exception {
        Set<String> suspects = new HashSet<>(PAIRS);
        Map<String, Attack.Score> last = Map.of();
        // two sigma are passed by chance one time in twenty: a clue is one that passes them with crowd after crowd
        for (int crowd = 0; crowd < CROWDS && !suspects.isEmpty(); crowd++) {
            scene.draft(5, "anonymous");
            answer(0, PEOPLE);
            close();
            Attack attack = everything().attack();
            attack.people().stream().collect(Collectors.groupingBy(Attack.Person::batch, Collectors.counting()))
                    .forEach((batch, size) -> assertTrue(size >= SmallNumbers.K, "a batch of " + size));
            last = attack.scores(suspects);
            last.forEach((pair, score) -> {
                if (!score.beatsChance()) suspects.remove(pair);
            });
            System.out.println("Crowd " + (crowd + 1) + ": suspect " + suspects + " of " + last);
        }
        assertEquals(Set.of(), suspects, "" + last);
    }

    @Test
    void the_same_attack_finds_everybody_where_nothing_is_mixed() throws Exception {
        scene.draft(5, "pseudonym");
        answer(0, PEOPLE);
        Attack attack = everything().attack();
        assertEquals(PEOPLE, attack.scores(List.of("came ~ seq")).get("came ~ seq").hits());
        List<String> found = PAIRS.stream().filter(pair -> pair.matches("came ~ (id|viewpoint|written)")).toList();
        attack.scores(found).forEach((pair, score) -> assertTrue(score.rank() > 5, pair + " " + score));
    }

    /** Those people, one after the other, by turns through both servers, in words of all lengths. */
    private static List<Sent> answer(int from, int to) throws IOException {
        List<Caller> callers = house.servers.stream().map(server -> server.caller()).toList();
        List<Sent> sent = new ArrayList<>();
        for (int i = from; i < to; i++) {
            String words = MARK + "ord" + (1000 + i) + scene.draft() + " och".repeat(1 + i * 37 % 179 * 5);
            String submission = MARK + "form" + PublicId.random();
            Caller.Answer answer = callers.get(i % callers.size()).call("POST", "/api/v1/drafts/" + scene.draft()
                    + "/contributions", Map.of("Content-Type", "application/json", "Idempotency-Key", submission,
                    "Authorization", "Bearer " + people.get(i).pass()), scene.comment(1, i, words)).is(201);
            sent.add(new Sent(submission, words, Scene.read(answer).get("receipt").asText()));
        }
        return sent;
    }

    private static void close() {
        scene.post("/api/v1/drafts/" + scene.draft() + "/closing", Map.of("overrideReason", "Alla har svarat."));
    }

    private static Everything everything() throws SQLException {
        StringBuilder binary = new StringBuilder();
        // of what is sealed only what is not
        List<List<Row>> transactions = BinaryLog.of(house.database, line -> binary.append(
                line.length() > 1500 && !line.contains(MARK) ? "" : line).append('\n'));
        try (Connection connection = house.database.connect()) {
            Dump dump = Dump.of(connection);
            Map<String, StringBuilder> texts = new LinkedHashMap<>(Map.of("binary log", binary, "printed",
                    new StringBuilder(house.logs()), "fetched", new StringBuilder(fetched())));
            dump.tables().forEach((table, rows) -> rows.forEach(row -> row.forEach((column, cell) ->
                    texts.computeIfAbsent(table + "." + column, c -> new StringBuilder()).append(cell).append('\n'))));
            return new Everything(dump, columns(connection), transactions, texts, scene.draft());
        }
    }

    private static Map<String, Integer> columns(Connection connection) throws SQLException {
        Map<String, Integer> places = new HashMap<>();
        try (var statement = connection.createStatement(); var found = statement.executeQuery("""
                select concat(table_name, '.', column_name), ordinal_position from information_schema.columns
                where table_schema = database()""")) {
            while (found.next()) places.put(found.getString(1), found.getInt(2));
        }
        return places;
    }

    /** What the project's lead can fetch about it. */
    private static String fetched() {
        String project = "/api/v1/projects/" + scene.project();
        String draft = "/api/v1/drafts/" + scene.draft();
        return Stream.of(project + "/contributions?size=200", project + "/coverage", project + "/decisions",
                draft, draft + "/ratings", draft + "/versions/1", draft + "/versions/1/why?language=sv")
                .map(path -> "" + scene.get(path)).collect(Collectors.joining("\n"));
    }

    /** All there is to look at, about one draft. */
    private record Everything(Dump dump, Map<String, Integer> columns, List<List<Row>> transactions,
                              Map<String, StringBuilder> texts, String draft) {
        private static final Set<String> TOLD = Set.of("contribution", "viewpoint", "ledger_entry");

        /** Where any of these stands. */
        Set<String> places(Collection<String> words) {
            return texts.entrySet().stream().filter(text -> {
                String all = text.getValue().toString();
                return words.stream().anyMatch(all::contains);
            }).map(Map.Entry::getKey).collect(Collectors.toSet());
        }

        /** The rows of the draft's contributions by their words. */
        Map<String, Map<String, String>> answers() {
            return dump.rows("contribution").stream().filter(row -> row.get("about_id").equals(draft))
                    .collect(Collectors.toMap(row -> row.get("words"), row -> row));
        }

        private Map<String, String> viewpoint(Map<String, String> answer) {
            return dump.rows("viewpoint").stream()
                    .filter(row -> row.get("contribution_id").equals(answer.get("id"))).findFirst().orElseThrow();
        }

        private Map<String, String> entry(Map<String, String> answer) {
            return dump.rows("ledger_entry").stream().filter(row -> row.get("verb").equals("said")
                    && row.get("payload").contains(answer.get("public_id"))).findFirst().orElseThrow();
        }

        /** Values of one answer alone that stand in another table too. */
        List<String> joins() {
            Map<String, Integer> often = new HashMap<>();
            answers().values().stream().flatMap(answer -> Stream.of(answer, viewpoint(answer), entry(answer)))
                    .flatMap(row -> row.values().stream()).filter(value -> value.length() >= 16)
                    .forEach(value -> often.merge(value, 1, Integer::sum));
            Set<String> own = often.entrySet().stream().filter(e -> e.getValue() < SmallNumbers.K)
                    .map(Map.Entry::getKey).collect(Collectors.toSet());
            Set<String> elsewhere = new HashSet<>();
            dump.tables().forEach((table, rows) -> {
                if (!TOLD.contains(table)) rows.forEach(row -> elsewhere.addAll(row.values()));
            });
            return own.stream().filter(elsewhere::contains).toList();
        }

        /** Transactions in which somebody's right or form and somebody's answer meet. */
        List<String> together() {
            return transactions.stream().map(rows -> rows.stream().filter(row -> row.change() == Change.INSERT)
                    .map(Row::table).collect(Collectors.toSet()))
                    .filter(tables -> tables.contains("contribution")
                            && (tables.contains("spent_right") || tables.contains("submission")))
                    .map(Object::toString).toList();
        }

        Attack attack() {
            Map<String, Map<String, String>> answers = answers();
            List<Attack.Person> asked = new ArrayList<>();
            List<Attack.Answer> said = new ArrayList<>();
            List<Map<String, String>> waiting = waiting();
            int came = 0;
            for (int batch = 0; batch < transactions.size(); batch++) {
                List<Row> rows = transactions.get(batch);
                List<String> removed = rows.stream().filter(row -> row.is(Change.DELETE, "sealed_answer"))
                        .map(row -> cell(row, "id")).toList();
                int written = 0;
                for (Row row : rows) {
                    Optional<Map<String, String>> answer = row.is(Change.INSERT, "contribution")
                            ? Optional.ofNullable(answers.get(unquoted(cell(row, "words")))) : Optional.empty();
                    if (answer.isEmpty()) continue;
                    // where nothing waits, all who came are one batch
                    said.add(answer(answer.get(), removed.isEmpty() ? -1 : batch, removed.isEmpty() ? said.size()
                            : written++));
                    if (removed.isEmpty()) asked.add(new Attack.Person(came, -1, Map.of("came", "" + came++)));
                }
                if (written == 0) continue;
                for (int i = 0; i < waiting.size(); i++) if (removed.contains(waiting.get(i).get("sealed"))) {
                    Map<String, String> clues = new LinkedHashMap<>(waiting.get(i));
                    clues.put("came", "" + i);
                    clues.put("removed", "" + removed.indexOf(clues.get("sealed")));
                    asked.add(new Attack.Person(i, batch, clues));
                }
            }
            assertEquals(IntStream.range(0, answers.size()).boxed().collect(Collectors.toSet()),
                    asked.stream().map(Attack.Person::number).collect(Collectors.toSet()), "the log tells of all");
            return new Attack(asked, said);
        }

        /** The envelopes of this draft in the order of coming, with what the log tells of each. */
        private List<Map<String, String>> waiting() {
            List<Map<String, String>> waiting = new ArrayList<>();
            Set<String> instruments = new HashSet<>();
            for (List<Row> rows : transactions)
                if (rows.stream().anyMatch(row -> row.is(Change.INSERT, "contribution")
                        && cell(row, "about_id").equals("'" + draft + "'")))
                    rows.stream().filter(row -> row.is(Change.DELETE, "sealed_answer"))
                            .forEach(row -> instruments.add(cell(row, "instrument")));
            for (List<Row> rows : transactions) for (Row row : rows)
                if (row.is(Change.INSERT, "sealed_answer") && instruments.contains(cell(row, "instrument")))
                    waiting.add(Map.of("sealed", cell(row, "id"), "size", "" + cell(row, "envelope").length(),
                            "form", rows.stream().filter(other -> other.is(Change.INSERT, "submission"))
                                    .map(other -> cell(other, "mark")).findFirst().orElseThrow()));
            return waiting;
        }

        private Attack.Answer answer(Map<String, String> row, int batch, int written) {
            int number = Integer.parseInt(row.get("words").substring((MARK + "ord").length(),
                    (MARK + "ord").length() + 4)) - 1000;
            Map<String, String> viewpoint = viewpoint(row);
            return new Attack.Answer(number, batch, Map.of("id", row.get("id"), "publicId", row.get("public_id"),
                    "receipt", row.get("receipt"), "salt", row.get("salt"), "viewpoint", viewpoint.get("id"),
                    "viewpointId", viewpoint.get("public_id"), "seq", entry(row).get("seq"), "written", "" + written,
                    "length", "" + row.get("words").length()));
        }

        private String cell(Row row, String column) {
            return row.cells().getOrDefault(columns.get(row.table() + "." + column), "");
        }

        private static String unquoted(String cell) {
            return cell.replaceAll("^'|'$", "");
        }
    }
}
