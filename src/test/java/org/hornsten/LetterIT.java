package org.hornsten;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Aino is 82 and has a letter, a tablet and no account. */
class LetterIT {
    private static final Screen.Device TABLET = new Screen.Device(820, 1180, true, true, false);

    @Test
    void aino_types_the_code_from_her_letter_on_a_tablet_and_is_in() {
        Trial trial = new Trial();
        String code = trial.letter("Aino Lind", "sv");
        try (Screen aino = Screen.of(TABLET, "sv").telling("letter-aino").open("/").shot("first")
                .open("/code").shot("code")) {
            aino.fill("letter", "O" + code.substring(1)).sendInVain("/code").sees("Tecknet O").shot("foreign");
            aino.fill("letter", swapped(code)).sendInVain("/code").sees("Ett tecken är fel").shot("slip");
            aino.fill("letter", code.toLowerCase().replace('-', ' ')).send("/code").at("^/link$").sees("A. L.")
                    .sees("Vem svarar?").shot("who");
            assertFalse(aino.page().content().contains("Lind"));
            aino.press(aino.shown("main button[value=supported]")).at("^" + trial.draft()).shot("in");
            aino.open("/me").sees("A. L.").shot("me");
        }
    }

    @Test
    void a_keyboard_a_phone_and_the_dark_are_enough() {
        Trial trial = new Trial();
        String code = trial.letter("Väinö Virta", "fi");
        try (Screen vaino = Screen.of(Screen.Device.PHONE.withoutScript().inTheDark(), "fi").telling("letter-vaino")
                .open("/code")) {
            Page page = vaino.page();
            Keys keys = new Keys(vaino).to(page.locator("#letter")).write(code).to(page.locator(
                    "main form button.govuk-button"));
            vaino.shot("code").press(() -> keys.press("Enter")).at("^/link$").sees("V. V.").shot("who");
            keys.to(page.locator("main button[value=myself]"));
            vaino.press(() -> keys.press("Enter")).at("^" + trial.draft());
        }
    }

    @Test
    void a_browser_that_loads_all_and_presses_nothing_uses_nothing_up() {
        Trial trial = new Trial();
        String link = trial.link("Satu Sand");
        try (Screen scanner = Screen.of(Screen.Device.DESKTOP, "sv").open(link)) {
            for (int i = 0; i < 3; i++) scanner.page().reload();
            scanner.open("/me").at("^/sign-in");
        }
        try (Screen satu = Screen.of(Screen.Device.PHONE, "sv").telling("letter-satu").open(link).shot("link")) {
            satu.press(satu.shown("main button[value=myself]")).at("^" + trial.draft());
        }
    }

    @Test
    void no_address_no_history_and_no_referrer_keeps_the_token() {
        Trial trial = new Trial();
        String link = trial.link("Satu Sand");
        String token = link.substring("/link/".length());
        List<String> addresses = new ArrayList<>();
        List<String> referrers = new ArrayList<>();
        try (Screen satu = Screen.of(Screen.Device.DESKTOP, "sv").open("/help")) {
            satu.page().onRequest(request -> {
                addresses.add(request.url());
                referrers.add(request.headers().getOrDefault("referer", ""));
            });
            satu.open(link).at("^/link$").press(satu.shown("main button[value=myself]")).at("^" + trial.draft());
            for (int i = 0; i < 2; i++) {
                satu.page().goBack();
                assertFalse(satu.page().url().contains(token));
            }
        }
        assertEquals(1, addresses.stream().filter(address -> address.contains(token)).count());
        assertTrue(referrers.stream().anyMatch(from -> from.endsWith("/link")), referrers::toString);
        assertEquals(List.of(), referrers.stream().filter(from -> from.contains(token)).toList());
    }

    @Test
    void lena_prints_letters_one_to_a_sheet() {
        Trial trial = new Trial();
        try (Screen lena = Screen.of(Screen.Device.DESKTOP, "sv").telling("letter-lena").signIn("lead")
                .open(trial.project() + "/people").shot("people").follow("a[href$='/letters']").shot("letters")
                .send("/letters").at("/letters/[^/]+$").shot("batch").follow("a[href$='/sheets']").shot("sheets")) {
            lena.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(lena.page().locator(".sheet .letter-code")).hasCount(1);
            assertThat(lena.page().locator(".head")).isHidden();
            lena.shot("paper");
        }
    }

    private static String swapped(String code) {
        char[] signs = code.toCharArray();
        for (int i = 1; i < 3; i++)
            if (signs[i] != signs[i - 1]) {
                char one = signs[i];
                signs[i] = signs[i - 1];
                signs[i - 1] = one;
                return new String(signs);
            }
        return code.substring(0, 10) + (code.charAt(10) == 'A' ? 'C' : 'A');
    }
}
