package org.hornsten;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A computer at a library: whoever sits down at it next finds nothing of who sat there before, back, forth or anew. */
class SharedComputerIT {
    private static final String WORDS = "Det här sade jag i förtroende.";
    private static final String KEPT = """
            async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...await caches.keys(),
                ...(await indexedDB.databases()).map(one => one.name)].join()""";
    private static final String KEEP = """
            async () => { localStorage.setItem('mine', '1'); sessionStorage.setItem('mine', '1');
                await (await caches.open('mine')).put('/mine', new Response('mine')); }""";

    @Test
    void after_a_person_by_link_nothing_is_left() {
        Trial trial = new Trial();
        try (Screen satu = Screen.of(Screen.Device.DESKTOP, "sv").open(trial.link("Satu Sand"))) {
            satu.press(satu.shown("main button[value=myself]")).at("^" + trial.draft());
            String receipt = says(satu);
            satu.open("/me").sees("S. S.");
            assertEquals(List.of(), left(satu, () -> out(satu), "S. S.", WORDS, receipt));
        }
    }

    @Test
    void after_a_person_by_letter_nothing_is_left() {
        Trial trial = new Trial();
        try (Screen aino = Screen.of(Screen.Device.PHONE, "sv").open("/code")) {
            aino.fill("letter", trial.letter("Aino Lind", "sv")).send("/code")
                    .press(aino.shown("main button[value=myself]")).open("/me").sees("A. L.");
            assertEquals(List.of(), left(aino, () -> out(aino), "A. L.", "Aino", "Lind"));
        }
    }

    @Test
    void after_staff_nothing_is_left() {
        Trial trial = new Trial();
        trial.say(WORDS);
        try (Screen lena = Screen.of(Screen.Device.DESKTOP, "sv").signIn("lead").open(trial.project() + "/people")) {
            lena.press(lena.shown("main form[action$='/people/links'] button").first()).at("/people/links$");
            String link = lena.page().locator(".once").first().innerText();
            lena.open(trial.project() + "/input").sees(WORDS).open("/me");
            assertEquals(List.of(), left(lena, () -> out(lena), "Inloggad som", WORDS, link));
        }
    }

    @Test
    void after_a_receipt_is_closed_its_words_are_gone() {
        Trial trial = new Trial();
        String receipt = trial.say(WORDS);
        try (Screen reader = Screen.of(Screen.Device.DESKTOP, "sv").open("/r")) {
            reader.fill("code", receipt).send("/r").sees(WORDS);
            assertEquals(List.of(), left(reader, () -> reader.send("/r/closing"), WORDS, receipt));
        }
    }

    @Test
    void after_somebody_has_erased_themselves_nothing_is_left() {
        Trial trial = new Trial();
        try (Screen siv = Screen.of(Screen.Device.DESKTOP, "sv").open(trial.link("Siv Sund"))) {
            siv.press(siv.shown("main button[value=myself]")).open("/me").sees("S. S.").open("/me/erasure");
            assertEquals(List.of(), left(siv, () -> siv.send("/me/erasure"), "S. S."));
        }
    }

    @Test
    void somebody_who_only_walks_away_would_be_found() {
        Trial trial = new Trial();
        try (Screen satu = Screen.of(Screen.Device.DESKTOP, "sv").open(trial.link("Satu Sand"))) {
            satu.press(satu.shown("main button[value=myself]")).open("/me").sees("S. S.");
            String found = left(satu, () -> satu.press(satu.shown("footer a[href='/help']")), "S. S.").toString();
            for (String what : List.of("S. S.", "signed in", "mine", "cookie hornsten", "Clear-Site-Data"))
                assertTrue(found.contains(what), what + " in " + found);
        }
    }

    /** What somebody finds who goes back and forward through all that was seen, and opens each address anew. */
    private static List<String> left(Screen screen, Runnable leaving, String... personal) {
        Page page = screen.page();
        page.evaluate(KEEP);
        List<String> found = new ArrayList<>();
        List<String> told = new ArrayList<>();
        List<String> seen = new ArrayList<>(List.of(screen.path()));
        page.onResponse(answer -> told.add(answer.headerValue("clear-site-data")));
        leaving.run();
        if (!told.contains("\"cache\", \"storage\"")) found.add("Clear-Site-Data is not told: " + told);
        int steps = ((Number) page.evaluate("() => history.length")).intValue() - 1;
        look(page, "at once", personal, found);
        for (int i = 0; i < steps && move(page, true); i++) {
            seen.add(screen.path());
            look(page, "back", personal, found);
        }
        while (move(page, false)) look(page, "forward", personal, found);
        for (String path : seen) {
            page.navigate(House.address() + path);
            look(page, "anew", personal, found);
            page.reload();
            look(page, "again", personal, found);
        }
        String kept = (String) page.evaluate(KEPT);
        if (!kept.isEmpty()) found.add("kept: " + kept);
        for (Cookie cookie : page.context().cookies(House.address()))
            if (!cookie.name.equals("hornsten-reading")) found.add("cookie " + cookie.name);
        return found;
    }

    private static boolean move(Page page, boolean back) {
        Response answer = back ? page.goBack() : page.goForward();
        return answer != null;
    }

    private static void look(Page page, String how, String[] personal, List<String> found) {
        String shown = page.content();
        for (String words : personal) if (shown.contains(words)) found.add(how + " " + page.url() + ": " + words);
        if (shown.contains("action=\"/sign-out\"")) found.add(how + " " + page.url() + ": signed in");
    }

    private static void out(Screen screen) {
        screen.press(screen.shown("form[action='/sign-out'] button"));
    }

    /** @return the code of the receipt, which the browser knows now, too */
    private static String says(Screen satu) {
        Marking.of(satu, MainJob.SENTENCE).begin(Marking.How.SENTENCES);
        satu.fill("words", WORDS).send("/comments").at("^/thanks");
        String receipt = satu.page().locator(".receipt-code").innerText().strip();
        satu.open("/r").fill("code", receipt).send("/r").sees(WORDS);
        return receipt;
    }
}
