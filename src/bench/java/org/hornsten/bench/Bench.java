package org.hornsten.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hornsten.fault.OwnDatabase;
import org.hornsten.fault.PackagedServer;
import org.hornsten.fault.Scene;
import org.hornsten.kit.PublicId;

/**
 * {@code mvn -Pbench verify}: measures, prints one table and writes it into the page named as the only argument. With
 * {@code -Dbench.only=P13} (or P5, P7) only that, and the other lines of the table stay as they are.
 */
public final class Bench {
    private static final Path FOLDER = Path.of("target", "bench");
    private static final int ROUNDS = 5;

    private Bench() {}

    public static void main(String... page) throws Exception {
        // run inside Maven, whose class loader the JDK does not search for drivers
        Class.forName("org.mariadb.jdbc.Driver");
        long from = System.nanoTime();
        try (OwnDatabase database = OwnDatabase.startedIn(FOLDER);
             PackagedServer server = PackagedServer.on(database.settings(database.port()),
                     FOLDER.resolve("server.log"))) {
            Scene house = Scene.on(server, database);
            Optional<String> only = Optional.ofNullable(System.getProperty("bench.only"));
            List<Line> lines = only.isPresent() ? measure(only.get(), database, house) : measure(database, house);
            Report report = new Report(Machine.here(database), lines, (System.nanoTime() - from) / 1_000_000_000);
            System.out.println(report.markdown());
            if (only.isPresent()) report.replaceIn(Path.of(page[0]));
            else report.writeInto(Path.of(page[0]));
        }
    }

    private static List<Line> measure(String only, OwnDatabase database, Scene house) throws IOException {
        return switch (only) {
            case "P5" -> aged(house);
            case "P7" -> new Explaining(database, house).measure();
            case "P13" -> watched(database, house);
            default -> throw new IllegalArgumentException(only + " is not measured by itself");
        };
    }

    private static List<Line> measure(OwnDatabase database, Scene house) throws IOException {
        List<Line> lines = new ArrayList<>();
        told(lines, new Sending(database, house.another().withDraft(50)).measure(ROUNDS));

        Scene read = house.another().withDraft(50);
        String member = read.member("Läsaren");
        say(read, member, 50);
        Map<String, Long> small = new Growth(database).count(read, member);
        say(read, member, 450);
        told(lines, List.of(new Reading(read, member).measure(ROUNDS)));
        say(read, member, 4500);
        told(lines, Growth.lines(small, new Growth(database).count(read, member)));

        told(lines, aged(house));
        told(lines, watched(database, house));
        told(lines, new Explaining(database, house).measure());
        return lines;
    }

    private static List<Line> aged(Scene house) throws IOException {
        return new Ageing(said(house, 50), said(house, 5000)).measure(ROUNDS);
    }

    private static Ageing.Read said(Scene house, int times) throws IOException {
        Scene scene = house.another().withDraft(50);
        String member = scene.member("Läsaren");
        say(scene, member, times);
        return new Ageing.Read(scene, member);
    }

    private static List<Line> watched(OwnDatabase database, Scene house) throws IOException {
        return new Watching(database, house, FOLDER).measure(ROUNDS);
    }

    /** Said at once, for whoever waits. */
    private static void told(List<Line> lines, List<Line> measured) {
        measured.forEach(line -> System.out.println(line.markdown()));
        lines.addAll(measured);
    }

    private static void say(Scene scene, String member, int times) throws IOException {
        try (var caller = scene.server().caller().bearing(member)) {
            for (int i = 0; i < times; i++)
                caller.postJson("/api/v1/drafts/" + scene.draft() + "/contributions",
                        scene.comment(1, i, Commenting.WORDS), Map.of("Idempotency-Key", PublicId.random())).is(201);
        }
    }
}
