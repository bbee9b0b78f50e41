package org.hornsten.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.hornsten.bench.Line.Rounds;
import org.hornsten.fault.Caller;
import org.hornsten.fault.Hall;
import org.hornsten.fault.OwnDatabase;
import org.hornsten.fault.PackagedServer;
import org.hornsten.fault.Scene;
import org.hornsten.fault.Watcher;
import org.hornsten.kit.PublicId;

/**
 * P13: 300 readers of one board, half of them at each of two servers, and notes written at one and the other in turn,
 * from the sending of a note to the moment a reader has it. At the end one server is killed and its readers go on at
 * the other. All readers hang on one client on the same machine.
 */
final class Watching {
    private static final int READERS = 300;
    private static final int NOTES = 30;
    private static final int WARM_UP = 60;
    private static final long PAUSE_MILLIS = 300;
    private static final double MOST = 0.95;
    private static final double BAR_MILLIS = 1000;

    private final OwnDatabase database;
    private final Scene scene;
    private final Path folder;
    private final Map<String, Long> sent = new HashMap<>();
    private final List<Watcher> readers = new ArrayList<>();
    private Hall hall;
    private String member;

    Watching(OwnDatabase database, Scene house, Path folder) {
        this.database = database;
        this.scene = house.another().withDraft(10);
        this.folder = folder;
    }

    /** How late a note was, in milliseconds: for nearly all who read it, and for the last of them. */
    private record Late(double most, double last) {}

    List<Line> measure(int rounds) throws IOException {
        Map<String, String> settings = new HashMap<>(database.settings(database.port()));
        settings.put("hornsten.data", folder.resolve("second").toString());
        try (PackagedServer second = PackagedServer.on(settings, folder.resolve("second.log"))) {
            List<PackagedServer> servers = List.of(scene.server(), second);
            hall = Hall.open(scene, List.of("notes"));
            member = scene.member("Deltagaren");
            listen(servers);
            write(servers, WARM_UP);
            List<Late> late = new ArrayList<>();
            for (int i = 0; i < rounds; i++) late.add(late(write(servers, NOTES)));
            double resumed = kill(second);
            return lines(late, resumed);
        }
    }

    private List<Line> lines(List<Late> late, double resumed) {
        Rounds most = Rounds.of(late.stream().map(Late::most).toList());
        Rounds last = Rounds.of(late.stream().map(Late::last).toList());
        long notes = readers.get(0).last();
        long wrong = readers.stream().filter(reader -> !reader.whole()).count();
        return List.of(
                new Line("P13", "note on a live board, seen by 95 % of 300 readers on two servers, within",
                        most.middle(" ms"), most.spread(), "", "≤ 1,000 ms", Line.met(most.median() <= BAR_MILLIS)),
                new Line("P13", "95 % of such notes, seen by the last of the 300 readers, within",
                        last.middle(" ms"), last.spread(), "", "", ""),
                new Line("P13", "one server killed: the last of its 150 readers has all it missed, after",
                        Line.Rounds.number(resumed) + " ms", "", "", "", ""),
                new Line("P13", "readers who missed one of %,d events, or had one twice or out of order"
                        .formatted(notes), "" + wrong, "", "", "0", Line.met(wrong == 0)));
    }

    private void listen(List<PackagedServer> servers) {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .executor(Executors.newFixedThreadPool(4, Watching::inTheBackground)).build();
        for (int i = 0; i < READERS; i++) readers.add(new Watcher(client, servers, i, hall.events(),
                member).begin());
        await(() -> readers.stream().allMatch(Watcher::listens), "not all listen");
    }

    /** @return the words of each, when all have been seen by all */
    private List<String> write(List<PackagedServer> servers, int notes) throws IOException {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < notes; i++) {
            written.add(say(servers.get(i % servers.size())));
            pause();
        }
        await(() -> readers.stream().allMatch(reader -> reader.last() >= sent.size()), "not all have heard");
        return written;
    }

    private String say(PackagedServer server) throws IOException {
        String words = PublicId.random();
        try (Caller caller = server.caller().bearing(member)) {
            caller.get("/q/health/live");
            sent.put(words, System.nanoTime());
            caller.postJson(hall.api() + "/notes", Scene.json(Map.of("language", "sv", "words",
                    words)), Map.of("Idempotency-Key", words)).is(201);
        }
        return words;
    }

    private Late late(List<String> written) {
        Map<String, List<Double>> each = new HashMap<>();
        written.forEach(words -> each.put(words, new ArrayList<>()));
        readers.forEach(reader -> reader.heard().stream().filter(heard -> each.containsKey(heard.words()))
                .forEach(heard -> each.get(heard.words()).add((heard.nanos() - sent.get(heard.words())) / 1e6)));
        return new Late(most(each.values().stream().flatMap(List::stream).toList()),
                most(each.values().stream().map(all -> new TreeSet<>(all).last()).toList()));
    }

    private static double most(List<Double> values) {
        return values.stream().sorted().toList().get((int) Math.ceil(MOST * values.size()) - 1);
    }

    /** Notes go on at the other server meanwhile. */
    private double kill(PackagedServer second) throws IOException {
        long before = sent.size();
        long from = System.nanoTime();
        second.kill();
        List<String> meanwhile = write(List.of(scene.server()), NOTES / 3);
        // who came back late had several at once: the first one it missed tells when it was back
        return IntStream.range(0, READERS).filter(i -> i % 2 == 1).mapToLong(i -> readers.get(i).heard().stream()
                .filter(heard -> heard.number() > before && meanwhile.contains(heard.words())).findFirst().orElseThrow()
                .nanos()).max().orElseThrow() / 1e6 - from / 1e6;
    }

    private static void await(BooleanSupplier done, String otherwise) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > until) throw new IllegalStateException(otherwise);
            pause();
        }
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
