package org.hornsten.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hornsten.bench.Line.Rounds;
import org.hornsten.fault.Caller;
import org.hornsten.fault.Scene;

/**
 * P5: how much longer the same page takes in a project in which a hundred times as much was said. Both are opened by
 * one reader in turn, in the same minutes; the ratio is that of the medians of a round.
 */
final class Ageing {
    private static final double BAR = 1.5;
    private static final int WARM_UP = 60;
    private static final int READINGS = 15;

    /** One project, and whose eyes read it. */
    record Read(Scene scene, String member) {}

    private final Read small;
    private final Read large;

    Ageing(Read small, Read large) {
        this.small = small;
        this.large = large;
    }

    List<Line> measure(int rounds) {
        Map<String, String> few = pages(small.scene());
        Map<String, String> many = pages(large.scene());
        List<Line> lines = new ArrayList<>();
        few.forEach((page, path) -> lines.add(line(page, path, many.get(page), rounds)));
        return lines;
    }

    private static Map<String, String> pages(Scene scene) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("draft", "/drafts/" + scene.draft());
        pages.put("why", "/drafts/" + scene.draft() + "/versions/1/why");
        pages.put("project", "/projects/" + scene.project());
        pages.put("coverage", "/projects/" + scene.project() + "/coverage");
        pages.put("work list of all input", "/projects/" + scene.project() + "/input");
        return pages;
    }

    private Line line(String page, String few, String many, int rounds) {
        boolean staff = page.equals("work list of all input");
        try (Caller little = browser(small, staff); Caller much = browser(large, staff)) {
            for (int i = 0; i < WARM_UP; i++) {
                millis(little, few);
                millis(much, many);
            }
            List<Double> ratios = new ArrayList<>();
            List<Double> took = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                List<Double> shorter = new ArrayList<>();
                List<Double> longer = new ArrayList<>();
                for (int i = 0; i < READINGS; i++) {
                    shorter.add(millis(little, few));
                    longer.add(millis(much, many));
                }
                took.add(Rounds.of(longer).median());
                ratios.add(Rounds.of(longer).median() / Rounds.of(shorter).median());
            }
            Rounds ratio = Rounds.of(ratios);
            return new Line("P5", "page " + page + " with 5,000 contributions; floor: with 50",
                    Rounds.of(took).middle(" ms"), Rounds.of(took).spread(), ratio.middle("") + " (" + ratio.spread()
                    + ")", "≤ 1.5", Line.met(ratio.median() <= BAR));
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static double millis(Caller caller, String path) throws IOException {
        long from = System.nanoTime();
        caller.get(path).is(200);
        return (System.nanoTime() - from) / 1e6;
    }

    private static Caller browser(Read read, boolean staff) {
        Scene scene = read.scene();
        return scene.server().caller().with("Cookie", scene.cookie(staff ? scene.lead() : read.member()));
    }
}
