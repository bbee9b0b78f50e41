package org.hornsten;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A workshop's room: a projector, phones on a hall's weak network, people without one, and paper afterwards. */
class BoardIT {
    private static final Screen.Device PROJECTOR = new Screen.Device(1280, 720, false, true, false);
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(15_000);

    private final Trial trial = new Trial();
    private final String workshop = planned();

    private String planned() {
        Instant starts = Clock.systemUTC().instant().plus(Duration.ofHours(2));
        return as("lead").body(Map.of("title", Map.of("sv", "Resultatverkstad " + trial.name(), "fi",
                "Tulospaja " + trial.name()), "form", "in_person",
                "starts", starts.toString(), "ends", starts.plus(Duration.ofHours(2)).toString(),
                "place", Map.of("sv", "Stadshuset", "fi", "Kaupungintalo"), "draft", trial.draft().substring(8),
                "programme", List.of(step("notes", "notes", "Vad saknas i utkastet?", "Mitä luonnoksesta puuttuu?"),
                        step("votes", "votes", "Vad är viktigast?", "Mikä on tärkeintä?"),
                        step("rate", "rating", "Vi bedömer utkastet", "Arvioimme luonnoksen"))))
                .post("/api/v1" + trial.project() + "/workshops").then().statusCode(201).extract().path("id");
    }

    private static Map<String, ?> step(String key, String kind, String swedish, String finnish) {
        return Map.of("key", key, "kind", kind, "title", Map.of("sv", swedish, "fi", finnish), "minutes", 20);
    }

    private String board() {
        return "/workshops/" + workshop + "/board";
    }

    @Test
    void phones_typing_and_paper_end_up_on_one_board_and_in_one_record() {
        List<Screen> phones = new ArrayList<>();
        try (Screen lena = Screen.of(PROJECTOR, "sv").telling("board").reading("sv").signIn("lead")) {
            lena.open(board()).send("/board/opening").open(board()).shot("before");
            String code = lena.page().locator(".screen-code").innerText();
            go(lena);
            for (int table = 1; table <= 4; table++) phones.add(joined(code, table, table % 2 == 0 ? "fi" : "sv"));
            for (int i = 0; i < 4; i++) write(phones.get(i), "Lapp från bord " + (i + 1));
            for (int i = 1; i <= 4; i++)
                assertThat(lena.page().locator("[data-board]")).containsText("Lapp från bord " + i, SOON);
            phones.get(0).shot("phone-notes");
            phones.get(1).shot("phone-notes-fi");
            lena.shot("notes");
            for (Screen screen : List.of(lena, phones.get(0), phones.get(1))) fits(screen);
            typed(lena, "Sagt av någon utan telefon");
            group(lena, "Att nå någon");
            lena.open(board()).shot("grouped");
            go(lena);
            for (Screen phone : phones) vote(phone);
            phones.get(0).shot("phone-votes");
            fits(phones.get(0));
            assertThat(lena.page().locator(".screen-count")).containsText("4 röster är givna", SOON);
            go(lena);
            lena.sees("4 röster").shot("voted");
            for (Screen phone : phones) rate(phone);
            phones.get(0).shot("phone-rated");
            go(lena);
            lena.shot("end");
            fits(lena);
            paper(lena, "Papper ett, rad ett\nPapper ett, rad två", "4");
            paper(lena, "Papper två", "2");
            lena.shot("paper");
            dark();
        } finally {
            phones.forEach(Screen::close);
        }
        List<Map<String, Object>> said = said();
        assertEquals(4 + 1 + 3, said.size());
        assertEquals(8, new HashSet<>(said.stream().map(one -> one.get("words")).toList()).size());
        assertTrue(said.stream().allMatch(one -> ((Map<?, ?>) one.get("about")).get("draft") != null));
    }

    private void dark() {
        try (Screen fanny = Screen.of(PROJECTOR.inTheDark(), "fi").telling("board-dark").reading("fi")
                .signIn("lead")) {
            fanny.open(board()).shot("end");
            fits(fanny);
            for (String page : List.of("/desk", "/paper", "/desk/step?step=votes", "/desk/step?step=notes")) {
                fanny.open(board() + page).shot(page.replaceAll("\\W", ""));
                fits(fanny);
            }
        }
    }

    private static void fits(Screen screen) {
        assertEquals(List.of(), Axe.faults(screen.page()), screen.path());
    }

    /** On to the next step. */
    private void go(Screen lena) {
        lena.open(board()).press(lena.page().locator(".screen-bar form:has(button:not(.govuk-button--secondary)) button")
                .first());
    }

    private static Screen joined(String code, int table, String language) {
        Screen phone = Screen.of(Screen.Device.PHONE, language).telling("board-phone-" + table);
        phone.open("/w").fill("code", code).fill("table", "" + table);
        if (table == 1) phone.shot("join");
        return phone.send("/w").at("/phone$");
    }

    private static void write(Screen phone, String words) {
        assertThat(phone.page().locator("textarea[name=words]")).isVisible();
        phone.fill("words", words);
        phone.page().locator("form[data-keep=note] button").click();
        assertThat(phone.page().locator("[data-queue-sent]")).containsText("-", SOON);
        assertThat(phone.page().locator("[data-queue-list] li")).hasCount(0);
    }

    private static void vote(Screen phone) {
        Locator button = phone.page().locator(".vote form button").first();
        button.waitFor(new Locator.WaitForOptions().setTimeout(15_000));
        button.click();
        assertThat(phone.page().locator(".vote input[name=back]").first()).isAttached(
                new LocatorAssertions.IsAttachedOptions().setTimeout(15_000));
    }

    private static void rate(Screen phone) {
        phone.page().locator("form[action$='/ratings']").waitFor(new Locator.WaitForOptions().setTimeout(15_000));
        phone.pick("clear", "4").pick("fair", "3");
        phone.page().locator("form[action$='/ratings'] button").click();
        assertThat(phone.page().locator("[data-queue-sent]")).not().isEmpty(
                new LocatorAssertions.IsEmptyOptions().setTimeout(15_000));
        assertThat(phone.page().locator("[data-queue-list] li")).hasCount(0);
    }

    private void typed(Screen lena, String words) {
        lena.open(board() + "/desk").fill("table", "5").fill("words", words);
        lena.page().locator("main select[name=person]").selectOption("CUSTOMER");
        lena.send("/typed").sees(words).shot("desk");
    }

    private void group(Screen lena, String heading) {
        lena.open(board() + "/desk");
        lena.page().locator("main input[name=fresh]").first().fill(heading);
        lena.press(lena.page().locator("main .board-fresh button").first()).sees(heading);
    }

    private void paper(Screen lena, String words, String face) {
        lena.open(board() + "/paper").fill("table", "6").fill("words", words).pick("clear", face);
        lena.page().locator("main select[name=person]").selectOption("COUNCIL_REPRESENTATIVE");
        lena.send("/paper").sees("Papperet är sparat.");
    }

    @Test
    void what_is_written_without_a_network_is_stored_once_when_it_is_back() {
        String code = atNotes();
        try (BrowserContext phone = Chromium.browser().newContext(new Browser.NewContextOptions()
                .setBaseURL(House.address()).setViewportSize(390, 844).setLocale("sv"))) {
            Page page = phone.newPage();
            page.navigate("/w");
            page.fill("[name=code]", code);
            page.click("main form[action='/w'] button");
            page.waitForURL("**/phone");
            phone.setOffline(true);
            for (int i = 1; i <= 30; i++) {
                page.fill("textarea[name=words]", "Utan nät " + i);
                page.click("form[data-keep=note] button");
            }
            assertThat(page.locator("[data-queue-state]")).containsText("inte skickat än: 30");
            assertThat(page.locator("[data-queue-list] li")).hasCount(30);
            assertEquals(0, said().size());
            try {
                page.reload();
            } catch (PlaywrightException noNetwork) {
                // as a phone that was put away and taken out again
            }
            // the first answers get lost on their way back, when the server has stored what they answer
            AtomicInteger lost = new AtomicInteger();
            page.route("**/phone/notes", route -> loses(route, lost));
            phone.setOffline(false);
            page.navigate(board() + "/phone");
            assertThat(page.locator("[data-queue-list] li")).hasCount(0,
                    new LocatorAssertions.HasCountOptions().setTimeout(60_000));
            assertTrue(lost.get() > 3);
            page.reload();
            assertThat(page.locator("[data-queue-list] li")).hasCount(0);
        }
        List<Map<String, Object>> said = said();
        assertEquals(30, said.size());
        assertEquals(30, new HashSet<>(said.stream().map(one -> one.get("words")).toList()).size());
    }

    private static void loses(Route route, AtomicInteger lost) {
        if (lost.incrementAndGet() > 3) route.resume();
        else {
            route.fetch();
            route.abort();
        }
    }

    /** A hall's sign-in page answers everything, and it is not the server. */
    @Test
    void another_pages_answer_takes_nothing_away() {
        String code = atNotes();
        try (BrowserContext phone = Chromium.browser().newContext(new Browser.NewContextOptions()
                .setBaseURL(House.address()).setLocale("sv"))) {
            Page page = phone.newPage();
            page.navigate("/w/" + code.replace(" ", ""));
            page.click("main form[action='/w'] button");
            page.waitForURL("**/phone");
            page.route("**/phone/notes", route -> route.fulfill(new Route.FulfillOptions().setStatus(201)
                    .setContentType("application/json").setBody("{\"welcome\":\"to the hall\"}")));
            page.fill("textarea[name=words]", "Fast i hallen");
            page.click("form[data-keep=note] button");
            assertThat(page.locator("[data-queue-list] li")).hasCount(1);
            page.waitForTimeout(1_000);
            assertThat(page.locator("[data-queue-state]")).containsText("inte skickat än: 1");
            page.unroute("**/phone/notes");
            page.reload();
            assertThat(page.locator("[data-queue-list] li")).hasCount(0,
                    new LocatorAssertions.HasCountOptions().setTimeout(15_000));
        }
        assertEquals(1, said().size());
    }

    @Test
    void without_scripts_a_phone_takes_notes_and_votes() {
        String code = atNotes();
        try (Screen phone = Screen.of(Screen.Device.PHONE.withoutScript(), "fi").telling("board-plain")) {
            phone.open("/w").fill("code", code).send("/w").fill("words", "Ilman skriptiä").send("/phone/notes")
                    .sees("Kuittisi").shot("noted");
            try (Screen lena = Screen.of(PROJECTOR, "sv").signIn("lead")) {
                lena.open(board()).sees("Ilman skriptiä");
                go(lena);
            }
            phone.follow("a[href$='/phone']").press(phone.page().locator(".vote form button")).sees("1 ääni sinulta")
                    .shot("voted");
        }
        assertEquals(1, said().size());
    }

    private String atNotes() {
        try (Screen lena = Screen.of(PROJECTOR, "sv").signIn("lead")) {
            lena.open(board()).send("/board/opening");
            go(lena);
            return lena.page().locator(".screen-code").innerText();
        }
    }

    private List<Map<String, Object>> said() {
        JsonPath all = as("lead").get("/api/v1" + trial.project() + "/contributions?channel=workshop&size=200")
                .then().statusCode(200).extract().jsonPath();
        return all.getList("items");
    }

    private static RequestSpecification as(String who) {
        String token = given().body(Map.of("person", who)).post("/api/v1/demo/sign-in").then().statusCode(200).extract()
                .path("token");
        return given().header("Authorization", "Bearer " + token);
    }

    private static RequestSpecification given() {
        return RestAssured.given().baseUri(House.address()).contentType("application/json");
    }
}
