package org.hornsten.bench;

import java.util.ArrayList;
import java.util.List;
import org.hornsten.bench.Line.Rounds;
import org.hornsten.fault.OwnDatabase;
import org.hornsten.fault.Scene;

/** P1 and P2: comments sent through the page's form, round by round beside the raw transaction on the same database. */
final class Sending {
    private static final int MANY = 32;
    private static final double SECONDS = 2.5;
    /** Until nothing is left to compile: the compiler shares the processors with the load, and needs its time. */
    private static final double WARM_UP_SECONDS = 180;
    private static final double RAW_FAST_MILLIS = 15;

    private final OwnDatabase database;
    private final Scene scene;
    private final List<String> passes = new ArrayList<>();

    Sending(OwnDatabase database, Scene scene) {
        this.database = database;
        this.scene = scene;
        Twin.prepare(database);
        for (int i = 0; i < MANY; i++) passes.add(scene.member("Deltagare " + i));
    }

    String reader() {
        return passes.get(0);
    }

    List<Line> measure(int rounds) {
        Loop.run(8, WARM_UP_SECONDS, this::commenting);
        Loop.run(8, 2, this::twin);
        List<Loop.Pace> raw8 = new ArrayList<>();
        List<Loop.Pace> ours8 = new ArrayList<>();
        List<Loop.Pace> raw32 = new ArrayList<>();
        List<Loop.Pace> ours32 = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            raw8.add(Loop.run(8, SECONDS, this::twin));
            ours8.add(Loop.run(8, SECONDS, this::commenting));
            raw32.add(Loop.run(MANY, SECONDS, this::twin));
            ours32.add(Loop.run(MANY, SECONDS, this::commenting));
        }
        return List.of(throughput(ours8, raw8), tail(ours32, raw32));
    }

    private Loop.Act commenting(int client) throws Exception {
        return new Commenting(scene, passes.get(client), client);
    }

    private Loop.Act twin(int client) throws Exception {
        return new Twin(database);
    }

    private static Line throughput(List<Loop.Pace> ours, List<Loop.Pace> raw) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) ratios.add(ours.get(i).perSecond() / raw.get(i).perSecond());
        Rounds rates = Rounds.of(ours.stream().map(Loop.Pace::perSecond).toList());
        Rounds floor = Rounds.of(raw.stream().map(Loop.Pace::perSecond).toList());
        Rounds ratio = Rounds.of(ratios);
        return new Line("P1", "comment sent by form, 8 clients; floor: raw JDBC, 1 + 10 rows, " + floor.middle("/s"),
                rates.middle("/s"), rates.spread(), ratio.middle("") + " (" + ratio.spread() + ")", "≥ 0.25",
                Line.met(ratio.median() >= 0.25));
    }

    private static Line tail(List<Loop.Pace> ours, List<Loop.Pace> raw) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) ratios.add(ours.get(i).percentile(0.99) / raw.get(i).percentile(0.99));
        Rounds p99 = Rounds.of(ours.stream().map(pace -> pace.percentile(0.99)).toList());
        Rounds floor = Rounds.of(raw.stream().map(pace -> pace.percentile(0.99)).toList());
        Rounds ratio = Rounds.of(ratios);
        boolean met = floor.median() <= RAW_FAST_MILLIS ? p99.median() <= 60 : ratio.median() <= 4;
        return new Line("P2", "99 % of comments sent by form, 32 clients, within; floor: raw JDBC, "
                + floor.middle(" ms"), p99.middle(" ms"), p99.spread(), ratio.middle("") + " (" + ratio.spread() + ")",
                "≤ 60 ms where the floor is ≤ 15 ms, else ratio ≤ 4", Line.met(met));
    }
}
