package org.hornsten.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hornsten.bench.Line.Rounds;
import org.hornsten.fault.Caller;
import org.hornsten.fault.Scene;
import org.jsoup.Jsoup;

/** P3: a member opens the draft's page, beside 20 kB of a static file of the same server. */
final class Reading {
    private static final int CLIENTS = 8;
    private static final double SECONDS = 2;
    private static final double WARM_UP_SECONDS = 120;
    private static final int STATIC_BYTES = 20_480;

    private final Scene scene;
    private final String pass;

    Reading(Scene scene, String pass) {
        this.scene = scene;
        this.pass = pass;
    }

    Line measure(int rounds) {
        String page = "/drafts/" + scene.draft();
        String sheet = sheet(page);
        Loop.run(CLIENTS, WARM_UP_SECONDS, client -> Getting.page(browser(), page));
        Loop.run(CLIENTS, 2, client -> Getting.part(browser(), sheet, STATIC_BYTES));
        List<Double> pages = new ArrayList<>();
        List<Double> files = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            files.add(Loop.run(CLIENTS, SECONDS, client -> Getting.part(browser(), sheet, STATIC_BYTES)).perSecond());
            pages.add(Loop.run(CLIENTS, SECONDS, client -> Getting.page(browser(), page)).perSecond());
            ratios.add(pages.get(i) / files.get(i));
        }
        Rounds ratio = Rounds.of(ratios);
        return new Line("P3", "draft page opened (50 passages, 500 contributions), 8 clients; floor: 20 kB static, "
                + Rounds.of(files).middle("/s"), Rounds.of(pages).middle("/s"), Rounds.of(pages).spread(),
                ratio.middle("") + " (" + ratio.spread() + ")", "≥ 0.10", Line.met(ratio.median() >= 0.10));
    }

    private Caller browser() {
        return scene.server().caller().with("Cookie", scene.cookie(pass));
    }

    private String sheet(String page) {
        try (Caller browser = browser()) {
            return Jsoup.parse(browser.get(page).is(200).text()).select("link[rel=stylesheet]").attr("href");
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
