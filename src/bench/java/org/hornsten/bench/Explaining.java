package org.hornsten.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.hornsten.bench.Line.Rounds;
import org.hornsten.fault.Caller;
import org.hornsten.fault.OwnDatabase;
import org.hornsten.fault.Scene;
import org.hornsten.kit.PublicId;

/**
 * P7: a plan of 500 passages that has gone through 40 versions, each hearing 125 contributions, answering them by ten
 * decisions and changing ten passages for them. Measured through the JSON API: all of publishing, all of reading.
 */
final class Explaining {
    private static final int PASSAGES = 500;
    private static final int VERSIONS = 40;
    private static final int HEARD = 125;
    private static final int CHANGES = 10;
    private static final int LAST = 7;
    private static final int WARM_UP = 500;
    private static final int READINGS = 20;

    private final OwnDatabase database;
    private final Scene scene;
    private final String member;
    private final List<Double> publishing = new ArrayList<>();

    Explaining(OwnDatabase database, Scene house) {
        this.database = database;
        scene = house.another().withDraft(PASSAGES);
        member = scene.member("Deltagaren");
    }

    List<Line> measure() {
        for (int version = 1; version < VERSIONS; version++) {
            hear(version);
            rewrite(version, decide());
            long from = System.nanoTime();
            scene.publish(Map.of());
            if (version >= VERSIONS - LAST) publishing.add((System.nanoTime() - from) / 1e6);
        }
        hear(VERSIONS);
        Rounds published = Rounds.of(publishing);
        Rounds read = Rounds.of(read());
        return List.of(
                new Line("P7", "publish version 40 of 500 passages, 5,000 contributions (all of the request)",
                        published.middle(" ms"), published.spread(), "", "≤ 2,000 ms",
                        Line.met(published.median() <= 2000)),
                new Line("P7", "read its why (all of the request, 500 passages as JSON)", read.middle(" ms"),
                        read.spread(), "", "≤ 20 ms", Line.met(read.median() <= 20)));
    }

    private void hear(int version) {
        AtomicInteger next = new AtomicInteger();
        List<Thread> speakers = new ArrayList<>();
        for (int i = 0; i < 4; i++) speakers.add(new Thread(() -> {
            try (Caller caller = scene.server().caller().bearing(member)) {
                for (int n = next.getAndIncrement(); n < HEARD; n = next.getAndIncrement())
                    caller.postJson("/api/v1/drafts/" + scene.draft() + "/contributions", scene.comment(version,
                            version * 11 + n, Commenting.WORDS), Map.of("Idempotency-Key", PublicId.random())).is(201);
            } catch (IOException problem) {
                throw new IllegalStateException(problem);
            }
        }));
        speakers.forEach(Thread::start);
        speakers.forEach(Explaining::await);
    }

    /** Answers all that waits, by ten decisions. */
    private List<String> decide() {
        List<String> waiting = waiting();
        List<String> decisions = new ArrayList<>();
        int share = (waiting.size() + CHANGES - 1) / CHANGES;
        for (int from = 0; from < waiting.size(); from += share)
            decisions.add(scene.post("/api/v1/projects/" + scene.project() + "/decisions", Map.of("viewpoints",
                    waiting.subList(from, Math.min(from + share, waiting.size())), "disposition", "adopted", "reason",
                    Map.of("sv", "Vi skriver ut vem som ringer och när."))).get("id").asText());
        return decisions;
    }

    private List<String> waiting() {
        try (Connection connection = database.connect(); PreparedStatement query = connection.prepareStatement("""
                select v.public_id from viewpoint v join contribution c on c.id = v.contribution_id
                where c.about_id = ? and not v.decided order by v.id""")) {
            query.setString(1, scene.draft());
            List<String> ids = new ArrayList<>();
            for (ResultSet rows = query.executeQuery(); rows.next(); ) ids.add(rows.getString(1));
            return ids;
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /** Ten passages get a new word for ten decisions. */
    private void rewrite(int version, List<String> decisions) {
        String copy = "/api/v1/drafts/" + scene.draft() + "/working-copy";
        List<Map<String, ?>> sections = new ArrayList<>();
        int[] number = {0};
        for (JsonNode section : scene.get(copy).get("sections")) {
            List<Map<String, ?>> passages = new ArrayList<>();
            section.get("passages").forEach(p -> passages.add(Map.of("id", p.get("id").asText(), "text",
                    number[0]++ % (PASSAGES / CHANGES) == version % (PASSAGES / CHANGES)
                            ? p.get("text").asText().replaceFirst(" och ", " nyttord" + version + " ")
                            : p.get("text").asText())));
            sections.add(Map.of("id", section.get("id").asText(), "heading", section.get("heading").asText(),
                    "passages", passages));
        }
        JsonNode answer = scene.put(copy, Map.of("language", "sv", "title", "En modell", "sections", sections));
        Iterator<String> reasons = decisions.iterator();
        answer.get("changes").forEach(change -> scene.put(copy + "/changes/" + change.get("id").asText(),
                Map.of("because", List.of(reasons.next()))));
    }

    private List<Double> read() {
        List<Double> millis = new ArrayList<>();
        try (Caller caller = scene.server().caller().bearing(scene.lead())) {
            for (int i = 0; i < WARM_UP + READINGS; i++) {
                long from = System.nanoTime();
                caller.get("/api/v1/drafts/" + scene.draft() + "/versions/" + VERSIONS + "/why").is(200);
                if (i >= WARM_UP) millis.add((System.nanoTime() - from) / 1e6);
            }
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
        return millis;
    }

    private static void await(Thread speaker) {
        try {
            speaker.join();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
