package org.hornsten.fault;

import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hornsten.kit.PublicId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** One board on two servers, of which one is killed in the end: nothing is lost, nothing doubled, all screens agree. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BoardRaceIT {
    private static final List<String> STEPS = List.of("notes", "grouping", "votes");
    private static final int PHONES = 12;
    private static final int EACH = 20;
    private static final int READERS = 20;
    private static final int DOTS = 3;

    private static TwoServers house;
    private static HttpClient client;

    private final List<Watcher> readers = new ArrayList<>();
    private Scene scene;
    private String member;
    private Hall hall;
    private String code;

    @BeforeAll
    static void start() {
        house = TwoServers.apart("board-race");
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    @AfterAll
    static void stop() {
        if (house != null) house.close();
    }

    @BeforeEach
    void open() {
        scene = house.scene.another().withDraft(5);
        member = scene.member("Läsaren");
        hall = Hall.open(scene, STEPS);
        hall.go(house.servers.get(0), "", "notes");
        code = hall.code();
        for (int i = 0; i < READERS; i++)
            readers.add(new Watcher(client, house.servers, i, hall.events(), member).begin());
    }

    @AfterEach
    void leave() {
        readers.forEach(Watcher::leave);
    }

    @Test
    @Order(1)
    void a_note_sent_with_one_id_to_both_servers_at_once_hangs_once() throws Exception {
        Phone phone = Phone.joined(hall, code, house.servers, 0);
        phone.write("Vem ringer vem?");
        List<Caller.Answer> answers = Crowd.atOnce(callers(40), (caller, who) -> phone.sendOldest(caller));
        assertEquals(Set.of(201), answers.stream().map(Caller.Answer::status).collect(Collectors.toSet()));
        assertEquals(1, answers.stream().map(Caller.Answer::text).distinct().count(), "all get its receipt");
        assertStored(List.of("Vem ringer vem?"), 2);
    }

    @Test
    @Order(2)
    void the_last_dot_is_put_once_whichever_server_is_asked() throws Exception {
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < 10; i++) notes.add(said("Lapp " + i));
        hall.go(house.servers.get(0), "notes", "votes");
        List<Caller.Answer> taps = Crowd.atOnce(callers(2 * notes.size()), (caller, who) -> vote(caller,
                notes.get(who / 2), "key " + who));
        assertEquals(Set.of(201, 422), taps.stream().map(Caller.Answer::status).collect(Collectors.toSet()));
        assertEquals(DOTS, count("select count(*) from board_dot d where d.board_id = " + board()));
        assertEquals(DOTS, taps.stream().filter(answer -> answer.status() == 201).count());
        assertEquals(DOTS, count("select count(distinct note_id) from board_dot d where d.board_id = " + board()));
        agree(10 + 2 + DOTS);
    }

    @Test
    @Order(3)
    void a_vote_sent_with_one_id_to_both_servers_is_one_dot() throws Exception {
        String note = said("Vi ringer själva");
        hall.go(house.servers.get(0), "notes", "votes");
        List<Caller.Answer> taps = Crowd.atOnce(callers(20), (caller, who) -> vote(caller, note, "ett tryck"));
        assertEquals(Set.of(201), taps.stream().map(Caller.Answer::status).collect(Collectors.toSet()));
        assertEquals(1, count("select count(*) from board_dot d where d.board_id = " + board()));
        agree(1 + 2 + 1);
    }

    /** Two facilitators press at once, phones hang up in the middle of sending, and a server dies. */
    @Test
    @Order(4)
    void when_one_server_is_killed_while_the_room_writes_nothing_is_lost_and_nothing_doubled() throws Exception {
        List<Phone> phones = IntStream.range(0, PHONES).mapToObj(i -> Phone.joined(hall, code, house.servers, i % 2))
                .toList();
        List<CompletableFuture<Void>> writing = new ArrayList<>();
        for (int i = 0; i < PHONES; i++) {
            int phone = i;
            writing.add(CompletableFuture.runAsync(() -> write(phones.get(phone), phone)));
        }
        both("notes", "grouping");
        both("grouping", "notes");
        awaitUntil(() -> readers.get(0).last() > PHONES * EACH / 3, "nobody writes");
        house.servers.get(1).kill();
        hall.go(house.servers.get(0), "notes", "grouping");
        for (CompletableFuture<Void> one : writing) one.get(60, TimeUnit.SECONDS);
        List<String> written = IntStream.range(0, PHONES).boxed().flatMap(phone -> IntStream.range(0, EACH)
                .mapToObj(n -> words(phone, n))).toList();
        // into the notes, and thrice from step to step, however many pressed
        assertStored(written, 1 + 3 + written.size());
        try (PackagedServer again = house.server(3)) {
            assertEquals(hall.words(house.servers.get(0)), hall.words(again), "both screens show the same");
        }
        assertEquals(new HashSet<>(written), new HashSet<>(hall.words(house.servers.get(0))));
    }

    private void write(Phone phone, int number) {
        for (int n = 0; n < EACH; n++) {
            phone.write(words(number, n));
            if (n % 5 == 4) phone.sendAndHangUp();
            phone.send();
            nap(40);
        }
        for (int i = 0; phone.waits() && i < 100; i++) {
            phone.send();
            nap(100);
        }
    }

    private static String words(int phone, int number) {
        return "Telefon " + phone + " skriver lapp " + number;
    }

    /** Two people press the same button at two servers. */
    private void both(String from, String to) {
        nap(300);
        CompletableFuture.allOf(house.servers.stream().map(server -> CompletableFuture.runAsync(() ->
                hall.go(server, from, to))).toArray(CompletableFuture[]::new)).join();
    }

    private void assertStored(List<String> words, long events) throws Exception {
        String here = " from contribution c where c.about_id = '" + scene.draft() + "'";
        assertEquals(words.size(), count("select count(*)" + here));
        assertEquals(words.size(), count("select count(distinct words)" + here));
        assertEquals(words.size(), count("select count(*) from board_note n where n.board_id = " + board()));
        assertEquals(words.size(), count("select count(*) from ledger_entry where verb = 'said' and about_id = '"
                + scene.draft() + "'"));
        agree(events);
    }

    /** All who watch saw each event once and in order, at whichever server. */
    private void agree(long events) throws Exception {
        assertEquals(events, count("select last_event from board b where b.id = " + board()));
        awaitUntil(() -> readers.stream().allMatch(reader -> reader.last() >= events), "not all have heard");
        assertTrue(readers.stream().allMatch(Watcher::whole));
        assertEquals(1, readers.stream().map(reader -> reader.heard().stream().map(Watcher.Heard::words).toList())
                .distinct().count());
    }

    private long board() throws Exception {
        return count("select b.id from board b join workshop w on w.id = b.workshop_id where w.public_id = '"
                + hall.workshop() + "'");
    }

    private String said(String words) throws Exception {
        try (Caller caller = house.servers.get(0).caller().bearing(member)) {
            return Scene.read(caller.postJson(hall.api() + "/notes", Scene.json(Map.of("language", "sv", "words",
                    words)), Map.of("Idempotency-Key", PublicId.random())).is(201)).get("id").asText();
        }
    }

    private Caller.Answer vote(Caller caller, String note, String key) throws IOException {
        return caller.bearing(member).postJson(hall.api() + "/votes", Scene.json(Map.of("note", note)),
                Map.of("Idempotency-Key", key));
    }

    private static List<Caller> callers(int many) {
        return IntStream.range(0, many).mapToObj(i -> house.servers.get(i % 2).caller()).toList();
    }

    private static void awaitUntil(BooleanSupplier done, String otherwise) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!done.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, otherwise);
            nap(50);
        }
    }

    private static void nap(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static long count(String question) throws Exception {
        try (Connection connection = house.database.connect();
             PreparedStatement statement = connection.prepareStatement(question);
             ResultSet found = statement.executeQuery()) {
            found.next();
            return found.getLong(1);
        }
    }
}
