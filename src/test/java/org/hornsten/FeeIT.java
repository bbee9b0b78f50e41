package org.hornsten;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Eva was at a workshop. She has a phone, no mouse, and wants no fee but her journey paid back. */
class FeeIT {
    private static final Map<String, List<String>> WORDS = Map.of(
            "sv", List.of("Nej tack", "36,05 €", "Väntar på svar", "Godkänd"),
            "fi", List.of("Ei kiitos", "36,05 €", "Odottaa vastausta", "Hyväksytty"));

    @Test
    void eva_claims_her_journey_and_no_fee_lena_approves_and_eva_sees_it() {
        for (String language : List.of("sv", "fi")) claim(language, WORDS.get(language));
    }

    private static void claim(String language, List<String> words) {
        Trial trial = new Trial();
        String workshop = trial.attended("expert");
        try (Screen eva = Screen.of(Screen.Device.PHONE, language).reading(language).telling("fee-eva-" + language)
                .signIn("expert").open("/me").shot("me-before").open(workshop + "/claim").shot("begin")) {
            Page page = eva.page();
            Keys keys = new Keys(eva);
            press(eva, keys);
            keys.choose("fee", "declined");
            eva.shot("fee");
            press(eva, keys);
            keys.to(page.locator("#kilometres")).write("43").to(page.locator("#tickets")).write("12,40")
                    .to(page.locator("#ticketNote")).write("Buss");
            eva.shot("travel");
            press(eva, keys);
            eva.shot("meals");
            press(eva, keys);
            eva.at("/check$").sees(words.get(0)).sees(words.get(1)).shot("check");
            press(eva, keys);
            eva.sees(words.get(2)).shot("sent");
            approve(trial, language, words);
            eva.open("/me").sees(words.get(3)).shot("me-after");
        }
    }

    private static void approve(Trial trial, String language, List<String> words) {
        try (Screen lena = Screen.of(Screen.Device.DESKTOP, language).reading(language).telling("fee-lena-" + language)
                .signIn("lead").open(trial.project() + "/claims").sees(words.get(1)).shot("claims")) {
            Page page = lena.page();
            Keys keys = new Keys(lena).to(page.locator("main tbody a"));
            lena.press(() -> keys.press("Enter"));
            keys.choose("decision", "APPROVED").to(page.locator("#payrollReference")).write("4711")
                    .to(page.locator("main form[action$='/decision'] button"));
            lena.shot("decide").press(() -> keys.press("Enter")).sees(words.get(3));
        }
    }

    private static void press(Screen eva, Keys keys) {
        keys.to(eva.page().locator("main form button.govuk-button"));
        eva.press(() -> keys.press("Enter"));
    }
}
