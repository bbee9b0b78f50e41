package org.hornsten;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Tab, Shift-Tab, Space, Enter and the arrows are enough. */
class KeyboardIT {
    private static final String WORDS = "Sanokaa, minä päivänä vastaatte.";

    @Test
    void pekka_comments_and_rates_without_a_mouse() {
        Trial trial = new Trial();
        try (Screen pekka = Screen.of(Screen.Device.DESKTOP, "fi").telling("keyboard-pekka").signIn("panelist")
                .open(trial.draft())) {
            Page page = pekka.page();
            Keys keys = new Keys(pekka);
            keys.press("Tab");
            assertThat(page.locator(".govuk-skip-link")).isFocused();
            keys.press("Enter").to(page.locator(".passage:has-text('Ring Hemhjälpen') a.comment-link"));
            pekka.shot("comment-link").press(() -> keys.press("Enter"));
            keys.to(page.locator("main input[name=quote][value=all]")).press("Space")
                    .to(page.locator("main input[name=quote]").nth(2)).press("Space").choose("kind", "WISH")
                    .to(page.locator("main textarea")).write(WORDS).to(page.locator("main form button.govuk-button"));
            pekka.shot("comment").press(() -> keys.press("Enter")).at("^/thanks");
            assertEquals(MainJob.SENTENCE, ((java.util.Map<?, ?>) trial.newestAbout().get("quote")).get("exact"));
            rate(pekka.open(trial.draft()), keys);
        }
    }

    private static void rate(Screen pekka, Keys keys) {
        keys.to(pekka.page().locator("main a[href$='/rating']"));
        pekka.press(() -> keys.press("Enter"));
        keys.choose("clear", "4").choose("fair", "0").to(pekka.page().locator("main form button.govuk-button"));
        pekka.shot("rating").press(() -> keys.press("Enter"));
        assertThat(pekka.page().locator("main input[name=clear][value='4']")).isChecked();
    }

    @Test
    void lena_answers_without_a_mouse() {
        Trial trial = new Trial();
        trial.say(WORDS);
        try (Screen lena = Screen.of(Screen.Device.DESKTOP, "sv").telling("keyboard-lena").signIn("lead")
                .open(trial.project() + "/input")) {
            Page page = lena.page();
            Keys keys = new Keys(lena).to(page.locator("main a[href$='/input/next'], main a[href^='/contributions/']"));
            lena.press(() -> keys.press("Enter"));
            // one key leads to the answer, wherever the focus is outside a field
            keys.press("d").choose("disposition", "ADOPTED").to(page.locator("#reason-sv")).write("Ni har rätt.")
                    .to(page.locator("#reason-fi")).write("Olette oikeassa.").back(page.locator("#reason-sv"))
                    .to(page.locator(".save-line button"));
            lena.shot("decide").press(() -> keys.press("Enter")).open(trial.project() + "/decisions")
                    .sees("Ni har rätt.");
        }
    }

    @Test
    void a_stop_that_cannot_be_seen_would_be_found() {
        try (Screen screen = Screen.of(Screen.Device.DESKTOP, "sv").open("/help")) {
            Keys keys = new Keys(screen).to(screen.page().locator(".brand"));
            screen.page().evaluate("() => { const sheet = new CSSStyleSheet(); sheet.replaceSync("
                    + "'*:focus { outline: none !important; box-shadow: none !important; background: none !important; "
                    + "color: inherit !important; text-decoration: none !important; border-color: inherit !important }');"
                    + " document.adoptedStyleSheets = [sheet]; }");
            assertThrows(AssertionError.class, () -> keys.to(screen.page().locator("footer a").last()));
        }
    }
}
