package org.hornsten.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.hornsten.kit.PublicId;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** MariaDB is killed under a running server, as the kernel kills, and started again on what it left behind. */
class DatabaseKillIT {
    private static final int SENDERS = 8;
    private static final int KILLS = 3;
    private static final long RECOVERY_SECONDS = 10;
    private static final String WORDS = "Skriv ut vilken dag någon ringer, och vem.";

    private static OwnDatabase database;
    private static PackagedServer server;
    private static Scene house;

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private Scene scene;

    @BeforeAll
    static void start() {
        database = OwnDatabase.startedIn(OwnDatabase.FOR_FAULTS);
        server = PackagedServer.on(database.settings(database.port()), Path.of("target", "fault-server.log"));
        house = Scene.on(server, database);
    }

    @AfterAll
    static void stop() {
        if (server != null) server.close();
        if (database != null) database.close();
    }

    @BeforeEach
    void open() {
        scene = house.another().withDraft(5);
    }

    @AfterEach
    void the_server_was_never_started_again() {
        over.set(true);
        assertTrue(server.alive());
    }

    @Test
    void what_was_acknowledged_is_there_once_and_what_was_not_can_be_sent_again() throws Exception {
        List<ApiDoor> doors = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++)
            doors.add(new ApiDoor(server.port, scene.member("Deltagare " + i), scene.draft()));
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try (Oracle oracle = Oracle.writing(Path.of("target", "fault-journals", "kill.tsv"))) {
            List<Future<?>> sending = doors.stream().<Future<?>>map(door ->
                    senders.submit(() -> send(oracle, door, doors.indexOf(door)))).toList();
            for (int i = 0; i < KILLS; i++) killUnderLoad();
            over.set(true);
            for (Future<?> sender : sending) sender.get(30, TimeUnit.SECONDS);
            Oracle.Verdict verdict = verdict(oracle, doors);
            System.out.println("MariaDB killed " + KILLS + " times under load: " + verdict);
            assertEquals(List.of(), verdict.findings());
            assertTrue(verdict.acknowledged() > 100, "too few to tell: " + verdict);
        } finally {
            senders.shutdownNow();
        }
    }

    private void send(Oracle oracle, ApiDoor door, int sender) {
        while (!over.get()) {
            String submission = sender + "-" + PublicId.random();
            oracle.sent(submission, WORDS + " " + submission);
            Optional<String> receipt = door.send(submission, WORDS + " " + submission);
            receipt.ifPresentOrElse(code -> {
                oracle.acknowledged(submission, code);
                acknowledged.incrementAndGet();
            }, () -> pause(100));
        }
    }

    private void killUnderLoad() {
        pause(1500);
        database.kill();
        pause(500);
        database.start();
        int before = acknowledged.get();
        long from = System.nanoTime();
        while (acknowledged.get() == before) {
            assertTrue(System.nanoTime() - from < TimeUnit.SECONDS.toNanos(RECOVERY_SECONDS), "nothing is taken again");
            pause(10);
        }
        System.out.println("Taken again " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from)
                + " ms after MariaDB came back");
    }

    private Oracle.Verdict verdict(Oracle oracle, List<ApiDoor> doors) throws SQLException {
        try (Connection connection = database.connect()) {
            return oracle.check(connection, scene.draft(), new Oracle.Door() {
                @Override
                public Optional<String> send(String submission, String words) {
                    // a submission belongs to who sent it
                    return doors.get(Integer.parseInt(submission.substring(0, 1))).send(submission, words);
                }

                @Override
                public Optional<String> opened(String receipt) {
                    return doors.get(0).opened(receipt);
                }
            });
        }
    }

    @Test
    void while_the_database_is_away_the_words_stay_on_the_page_and_are_sent_from_there_when_it_is_back() throws Exception {
        String pass = scene.member("Pekka");
        Caller browser = server.caller().with("Cookie", scene.cookie(pass));
        PageForm form = PageForm.on(browser.get("/drafts/" + scene.draft() + "/versions/1/comments/new?passage="
                + scene.passages().get(0)).is(200), "/comments").with("words", WORDS).with("kind", "comment");
        database.kill();
        try {
            assertEquals(200, server.health("live"));
            assertEquals(503, server.health("ready"));
            assertTrue(scene.say(pass, PublicId.random(), WORDS).is(503).header("Retry-After").isPresent());
            Caller.Answer away = browser.postForm(form.action(), form.fields()).is(503);
            assertTrue(away.header("Retry-After").isPresent());
            assertTrue(Jsoup.parse(away.text()).select("main").text().contains(WORDS), away.text());
            PageForm again = PageForm.on(away, "/comments");
            assertEquals(form.fields().get("submission"), again.fields().get("submission"));
            database.start();
            server.awaitReady(TimeUnit.SECONDS.toNanos(RECOVERY_SECONDS));
            assertEquals(receiptAfter(browser.postForm(again.action(), again.fields())),
                    receiptAfter(browser.postForm(form.action(), form.fields())));
        } finally {
            database.start();
        }
    }

    private String receiptAfter(Caller.Answer sent) throws IOException {
        String thanks = sent.is(303).cookie("hornsten-thanks").orElseThrow();
        return PageForm.receipt(server.caller().with("Cookie", "__Host-hornsten-thanks=" + thanks).get("/thanks")
                .is(200));
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
