package org.hornsten.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hornsten.bench.Line.Rounds;
import org.hornsten.fault.Caller;
import org.hornsten.fault.OwnDatabase;
import org.hornsten.fault.PackagedServer;
import org.hornsten.fault.PageForm;
import org.hornsten.fault.Scene;
import org.hornsten.kit.PublicId;

/**
 * P13: 300 readers of one board, half of them at each of two servers, and notes written at one and the other in turn.
 * From the sending of a note to the moment a reader has it; all readers hang on one client on the same machine.
 */
final class Watching {
    private static final int READERS = 300;
    private static final int NOTES = 30;
    private static final int WARM_UP = 20;
    private static final long PAUSE_MILLIS = 300;

    private final OwnDatabase database;
    private final Scene scene;
    private final Path folder;
    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final AtomicInteger heard = new AtomicInteger();

    Watching(OwnDatabase database, Scene house, Path folder) {
        this.database = database;
        this.scene = house.another().withDraft(10);
        this.folder = folder;
    }

    Line measure(int rounds) throws IOException {
        Map<String, String> settings = new HashMap<>(database.settings(database.port()));
        settings.put("hornsten.data", folder.resolve("second").toString());
        try (PackagedServer second = PackagedServer.on(settings, folder.resolve("second.log"))) {
            List<PackagedServer> servers = List.of(scene.server(), second);
            String workshop = workshop();
            String member = scene.member("Deltagaren");
            HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                    .executor(Executors.newFixedThreadPool(4, Watching::inTheBackground)).build();
            for (int i = 0; i < READERS; i++) listen(client, servers.get(i % 2), workshop, member);
            await(0);
            write(servers, workshop, member, WARM_UP);
            List<Double> late = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                write(servers, workshop, member, NOTES);
                late.add(percentile(0.95));
            }
            Rounds p95 = Rounds.of(late);
            return new Line("P13", "note on a live board, seen by 95 % of 300 readers on two servers, within",
                    p95.middle(" ms"), p95.spread(), "", "≤ 1,000 ms", Line.met(p95.median() <= 1000));
        }
    }

    private String workshop() throws IOException {
        Instant starts = Clock.systemUTC().instant().plus(Duration.ofHours(1));
        String id = scene.post("/api/v1/projects/" + scene.project() + "/workshops", Map.of("title", Map.of("sv",
                "Verkstad"), "form", "in_person", "starts", starts.toString(), "ends",
                starts.plus(Duration.ofHours(2)).toString(), "place", Map.of("sv", "Här"), "draft", scene.draft(),
                "programme", List.of(Map.of("key", "notes", "kind", "notes", "title", Map.of("sv", "Lappar"),
                        "minutes", 20)))).get("id").asText();
        try (Caller lead = scene.server().caller().with("Cookie", scene.cookie(scene.lead()))) {
            PageForm form = PageForm.on(lead.get("/workshops/" + id + "/board").is(200), "/opening");
            lead.postForm(form.action(), form.fields()).is(303);
        }
        return id;
    }

    private void listen(HttpClient client, PackagedServer server, String workshop, String member) {
        client.sendAsync(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port + "/api/v1/workshops/"
                + workshop + "/board/events")).header("Authorization", "Bearer " + member).build(),
                BodyHandlers.ofLines()).thenAccept(answer -> {
            if (answer.statusCode() != 200) throw new IllegalStateException("" + answer.statusCode());
            heard.incrementAndGet();
            Thread reader = inTheBackground(() -> answer.body().forEach(this::hear));
            reader.start();
        });
    }

    private void hear(String line) {
        int at = line.indexOf("\"words\":\"");
        if (at < 0) return;
        String words = line.substring(at + 9, line.indexOf('"', at + 9));
        Long from = sent.get(words);
        if (from == null) return;
        nanos.add(System.nanoTime() - from);
        heard.incrementAndGet();
    }

    private void write(List<PackagedServer> servers, String workshop, String member, int notes) throws IOException {
        nanos.clear();
        for (int i = 0; i < notes; i++) {
            heard.set(0);
            String words = PublicId.random();
            try (Caller caller = servers.get(i % 2).caller().bearing(member)) {
                sent.put(words, System.nanoTime());
                caller.postJson("/api/v1/workshops/" + workshop + "/notes", Scene.json(Map.of("language", "sv", "words",
                        words)), Map.of("Idempotency-Key", words)).is(201);
            }
            pause();
        }
        await(READERS);
    }

    /** Until all have heard; at the beginning, until all listen. */
    private void await(int wanted) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        int all = wanted == 0 ? READERS : wanted;
        while (heard.get() < all) {
            if (System.nanoTime() > until) throw new IllegalStateException(heard.get() + " of " + all + " readers");
            pause();
        }
    }

    private double percentile(double part) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length < READERS * NOTES) throw new IllegalStateException("lost: " + Arrays.stream(sorted).count());
        return sorted[(int) Math.ceil(part * sorted.length) - 1] / 1e6;
    }

    private static Thread inTheBackground(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
