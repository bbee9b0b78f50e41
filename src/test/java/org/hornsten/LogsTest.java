package org.hornsten;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.hornsten.draft.Draft;
import org.hornsten.guard.Discreet;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.api;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What people type, who they are and what opens their doors is in no line of the log, failures included. */
@QuarkusTest
class LogsTest {
    private static final String MARK = "Kornettblå" + UUID.randomUUID();

    @Test
    void nothing_anybody_types_is_in_the_log() {
        String token = Browser.token(World.pekka());
        String log = heard(new Discreet(), () -> everythingThatCanGoWrong(token));
        assertTrue(log.contains("Answered 500, error "), log);
        for (String personal : List.of(MARK, token, "127.0.0.1", "/trial/failing", World.pekka().name))
            assertFalse(log.contains(personal), () -> personal + " is in\n" + log);
    }

    @Test
    void a_log_that_is_not_discreet_would_be_found() {
        // at the logger itself, before any other ear has heard of it
        String log = heard("org.hornsten.planted", record -> true, () -> Logger.getLogger("org.hornsten.planted")
                .log(java.util.logging.Level.SEVERE, "failed", new IllegalStateException("typed " + MARK)));
        assertTrue(log.contains(MARK));
    }

    @Test
    void a_failure_is_written_by_kind_and_place_with_the_number_the_reader_was_told() {
        String[] told = new String[1];
        String log = heard(new Discreet(), () -> told[0] = RestAssured.get("/api/v1/trial/failing/other").then()
                .statusCode(500).extract().path("instance"));
        assertTrue(log.contains(told[0].replace("urn:error:", "")), told[0]);
        assertTrue(log.contains("java.lang.IllegalStateException") && log.contains("TrialPages.failure"), log);
        assertEquals(-1, log.indexOf("planted"), "its words");
    }

    private static void everythingThatCanGoWrong(String token) {
        Draft draft = World.openDraft();
        RestAssured.given().header("Authorization", "Bearer " + token + MARK).get("/api/v1/me");
        RestAssured.given().header("Authorization", "Bearer " + MARK).get("/api/v1/me");
        RestAssured.given().header("X-Forwarded-For", "127.0.0.1").cookie("hornsten", MARK).get("/me");
        RestAssured.given().get("/trial/failing/other?words=" + MARK);
        RestAssured.given().get("/trial/failing/database?words=" + MARK);
        RestAssured.given().get("/" + MARK);
        RestAssured.given().contentType("application/json").body("{\"" + MARK + "\":").post("/api/v1/trial");
        api(World.pekka()).header("Idempotency-Key", MARK).body(Map.of("version", 1, "language", MARK, "kind", "comment",
                "words", MARK)).post("/api/v1" + draft.path() + "/contributions");
        api(World.pekka()).header("Idempotency-Key", MARK + 1).body(Map.of("version", 1, "language", "sv", "kind",
                "comment", "words", MARK)).post("/api/v1" + draft.path() + "/contributions").then().statusCode(201);
        try {
            World.act(() -> org.hornsten.identity.Person.getEntityManager().createNativeQuery(
                    "insert into person select * from person where name = '" + MARK + "' union select '" + MARK + "'")
                    .executeUpdate());
        } catch (RuntimeException refused) {
            Logger.getLogger("org.hornsten.trial").log(java.util.logging.Level.WARNING, "a statement failed", refused);
        }
    }

    private static String heard(Filter filter, Runnable acts) {
        return heard("", filter, acts);
    }

    private static String heard(String at, Filter filter, Runnable acts) {
        StringWriter written = new StringWriter();
        PrintWriter log = new PrintWriter(written);
        Handler ear = new Handler() {
            private final PatternFormatter lines = new PatternFormatter("%d %p %c %m %e%n");

            @Override
            public void publish(LogRecord record) {
                if (!filter.isLoggable(record)) return;
                synchronized (log) {
                    log.print(lines.format(record));
                }
            }

            @Override
            public void flush() {
                log.flush();
            }

            @Override
            public void close() {}
        };
        Logger root = org.jboss.logmanager.Logger.getLogger(at);
        root.addHandler(ear);
        try {
            acts.run();
        } finally {
            root.removeHandler(ear);
        }
        return written.toString();
    }
}
