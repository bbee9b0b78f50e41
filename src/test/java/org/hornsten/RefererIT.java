package org.hornsten;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whoever goes from one of our pages to another site tells it nothing of where they come from, nor does our log. */
class RefererIT {
    private static final String GO = """
            to => { const link = document.createElement('a'); link.href = to.address; link.textContent = 'out';
                if (to.policy) link.referrerPolicy = to.policy; document.body.append(link); link.click(); }""";

    @Test
    void no_other_site_and_no_log_learns_a_token_a_code_a_receipt_or_a_page() throws IOException {
        Trial trial = new Trial();
        List<String> secrets = new ArrayList<>();
        try (Stranger stranger = Stranger.open(); Screen satu = Screen.of(Screen.Device.DESKTOP, "sv")) {
            String link = trial.link("Satu Sand");
            String code = trial.letter("Aino Lind", "sv");
            satu.open(link);
            out(satu, stranger, "");
            satu.press(satu.shown("main button[value=myself]"));
            out(satu, stranger, "");
            Marking.of(satu, MainJob.SENTENCE).begin(Marking.How.SENTENCES);
            satu.fill("words", "Det tar för lång tid.").send("/comments").at("^/thanks");
            String receipt = satu.page().locator(".receipt-code").innerText().strip();
            out(satu, stranger, "");
            satu.open("/r").fill("code", receipt).send("/r");
            out(satu, stranger, "");
            satu.page().context().cookies(House.address()).forEach(cookie -> secrets.add(cookie.value));
            satu.open("/code").fill("letter", code).send("/code").at("^/link$");
            out(satu, stranger, "");
            satu.page().context().cookies(House.address()).forEach(cookie -> secrets.add(cookie.value));
            secrets.removeIf(value -> value.length() < 10);
            secrets.addAll(List.of(link.substring("/link/".length()), code, receipt));
            assertEquals(5, stranger.heard().size());
            assertEquals(List.of(), told(stranger, secrets));
        }
        Path log = Path.of("target", "test-house.log");
        if (!Files.exists(log)) return;
        String words = Files.readString(log);
        for (String secret : secrets) assertFalse(words.contains(secret), secret);
    }

    @Test
    void a_page_that_tells_where_one_comes_from_would_be_found() {
        Trial trial = new Trial();
        try (Stranger stranger = Stranger.open(); Screen satu = Screen.of(Screen.Device.DESKTOP, "sv")) {
            satu.open(trial.link("Satu Sand"));
            out(satu, stranger, "unsafe-url");
            assertTrue(told(stranger, List.of("/link")).size() >= 2, () -> stranger.heard().toString());
        }
    }

    private static List<String> told(Stranger stranger, List<String> secrets) {
        List<String> told = new ArrayList<>();
        for (String heard : stranger.heard()) {
            if (heard.contains("Referer")) told.add(heard);
            secrets.stream().filter(heard::contains).forEach(told::add);
        }
        return told;
    }

    /** To the other site by a link on this page, and back. */
    private static void out(Screen screen, Stranger stranger, String policy) {
        Page page = screen.page();
        // not by the house's own name: cookies know no ports
        String elsewhere = stranger.address("localhost");
        page.waitForNavigation(() -> page.evaluate(GO, Map.of("address", elsewhere, "policy", policy)));
        assertTrue(page.url().startsWith(elsewhere), page.url());
        page.goBack();
    }
}
