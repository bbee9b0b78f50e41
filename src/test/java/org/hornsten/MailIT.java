package org.hornsten;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.restassured.RestAssured;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Lena invites by e-mail, and Aino and Väinö open it on their phones. */
class MailIT {
    @Test
    void lena_invites_by_mail_and_two_come_in_by_their_phones_in_their_own_languages() {
        Trial trial = new Trial();
        String mark = UUID.randomUUID().toString().substring(0, 6);
        try (Screen lena = Screen.of(Screen.Device.DESKTOP, "sv").telling("mail-lena").signIn("lead")) {
            meet(lena, trial, "Aino Lind", "sv", "lind-" + mark + "@post.example");
            meet(lena, trial, "Väinö Virta", "fi", "virta-" + mark + "@post.example");
            lena.open(trial.project() + "/invitations").shot("none").follow("a[href$='/invitations/new']");
            lena.page().locator("main input[name=about]").first().check();
            lena.page().locator("main input[name=member]").all().forEach(Locator::check);
            lena.pick("how", "email").fill("dueOn", "2099-05-03").fill("greeting", "Hej! Vi ses på torsdag.\n\nLena")
                    .shot("invite").send("/preview")
                    .sees("Mejl: 3").sees("Mejlet på finska").sees("Kutsujan tervehdys:").shot("preview").send("/invitations/new")
                    .sees("Inbjudningarna är på väg").shot("invited");
        }
        comes(trial, "sv", "lind-" + mark, "Läs och svara", "Vem svarar?");
        comes(trial, "fi", "virta-" + mark, "Lue ja vastaa", "Kuka vastaa?");
        try (Screen lena = Screen.of(Screen.Device.PHONE, "sv").telling("mail-lena-phone").signIn("lead")) {
            lena.open(trial.project() + "/invitations").follow("a[href*='about=draft']").sees("Öppnad").shot("list")
                    .open(trial.project() + "/mail").shot("undelivered").open("/demo/mail").shot("mailbox");
        }
    }

    @Test
    void who_is_invited_to_a_workshop_says_yes_by_one_mail_and_gives_the_place_back_by_the_next() {
        Trial trial = new Trial();
        String workshop = trial.workshop(1);
        String vera = "vera-" + UUID.randomUUID().toString().substring(0, 6) + "@post.example";
        try (Screen lena = Screen.of(Screen.Device.PHONE, "sv").telling("place-lena").signIn("lead")) {
            meet(lena, trial, "Vera Vinter", "fi", vera);
            lena.open(trial.project() + "/invitations/new?about=workshop:" + workshop.replaceFirst(".*/", ""));
            lena.page().locator("main input[name=member]").last().check();
            lena.pick("how", "email").fill("greeting", "Tervetuloa!").shot("invite");
            lena.page().locator("#greetingLanguage").selectOption("fi");
            lena.send("/preview").sees("Tervetuloa!").shot("preview").send("/invitations/new")
                    .sees("Inbjudningarna är på väg");
        }
        try (Screen phone = opened(vera, "Kutsu", "fi", "place-asked")) {
            phone.at("^" + workshop + "$").sees("Tuletko?").press(phone.shown("main button[name=answer][value=yes]"))
                    .sees("Sinulla on paikka");
        }
        try (Screen other = opened(vera, "Sinulla on paikka", "fi", "place-given")) {
            other.at("^" + workshop + "$").sees("Sinulla on paikka").shot("place")
                    .press(other.shown("main button[name=answer][value=no]")).sees("Olet vastannut: ei kiitos");
        }
    }

    /** The e-mail with that subject, opened on a phone that was never here before. */
    private static Screen opened(String receiver, String subject, String language, String story) {
        Screen phone = Screen.of(Screen.Device.PHONE, language).telling(story);
        Locator mail = phone.page().locator("li.card", new Page.LocatorOptions().setHasText(receiver))
                .filter(new Locator.FilterOptions().setHasText(subject)).locator("a").first();
        for (int i = 0; i < 30; i++) {
            phone.open("/demo/mail");
            if (mail.count() > 0) break;
            phone.page().waitForTimeout(500);
        }
        phone.press(mail).shot("words");
        phone.page().navigate(phone.page().url() + "/page");
        phone.shot("mail").press(() -> phone.page().locator("a").click()).at("^/link$")
                .press(phone.shown("main button[value=myself]"));
        return phone;
    }

    @Test
    void lena_sees_whom_she_tells_of_the_results_and_what_they_will_read() {
        String token = RestAssured.given().contentType("application/json").body(Map.of("person", "lead"))
                .post(House.address() + "/api/v1/demo/sign-in").then().statusCode(200).extract().path("token");
        String minutes = RestAssured.given().header("Authorization", "Bearer " + token)
                .get(House.address() + "/api/v1/projects/servicestyrning-for-aldre/workshops").then().statusCode(200)
                .extract().path("items.findAll { it.minutes }.max { it.starts }.id");
        for (String language : new String[] {"sv", "fi"})
            try (Screen lena = Screen.of(Screen.Device.PHONE, language).reading(language)
                    .telling("results-" + language).signIn("lead")) {
                boolean swedish = language.equals("sv");
                lena.open("/workshops/" + minutes + "/minutes").shot("minutes").follow("a[href$='/results']")
                        .sees(swedish ? "De som var med" : "Mukana olleet").shot("groups");
                assertEquals(390, lena.page().evaluate("document.documentElement.scrollWidth"));
                lena.open("/workshops/" + minutes + "/results/invited")
                        .sees(swedish ? "Det här kommer de att läsa" : "Tämän he tulevat lukemaan").shot("preview");
                assertEquals(390, lena.page().evaluate("document.documentElement.scrollWidth"));
            }
    }

    private static void meet(Screen lena, Trial trial, String name, String language, String email) {
        lena.open(trial.project() + "/people/new").pick("kind", "customer").pick("language", language)
                .fill("name", name).fill("email", email).send("/people/new");
    }

    private static void comes(Trial trial, String language, String receiver, String button, String asked) {
        try (Screen phone = Screen.of(Screen.Device.PHONE, language).telling("mail-" + language)) {
            Locator mail = phone.page().locator("li.card", new Page.LocatorOptions()
                    .setHasText(receiver)).locator("a");
            for (int i = 0; i < 30; i++) {
                phone.open("/demo/mail");
                if (mail.count() > 0) break;
                phone.page().waitForTimeout(500);
            }
            mail.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
            phone.press(mail).sees(button).shot("words");
            phone.page().navigate(phone.page().url() + "/page");
            assertEquals(language, phone.page().locator("html").getAttribute("lang"));
            assertEquals(390, phone.page().evaluate("document.documentElement.scrollWidth"));
            phone.shot("mail");
            phone.press(() -> phone.page().locator("a").click()).at("^/link$").sees(asked).shot("who")
                    .press(phone.shown("main button[value=myself]")).at("^" + trial.draft()).shot("in");
        }
    }

    @Test
    void who_has_lost_the_link_asks_for_it_on_the_phone() {
        for (String language : new String[] {"sv", "fi"})
            try (Screen aino = Screen.of(Screen.Device.PHONE.withoutScript(), language).telling("new-link-" + language)
                    .open("/new-link").shot("ask")) {
                aino.fill("email", "aino").sendInVain("/new-link").shot("wrong")
                        .fill("email", "nobody@post.example").send("/new-link").at("/new-link/sent").shot("sent");
            }
    }
}
