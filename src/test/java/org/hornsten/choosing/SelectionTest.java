package org.hornsten.choosing;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hornsten.Browser.api;
import static org.hornsten.Browser.as;
import static org.hornsten.Browser.nobody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.ledger.Entry;
import org.hornsten.letter.LetterBatch;
import org.hornsten.panel.Panel;
import org.hornsten.panel.Target;
import org.hornsten.project.Project;
import org.hornsten.recruitment.Application;
import org.hornsten.recruitment.OpenCall;
import org.junit.jupiter.api.Test;

/** A call as its lead works with it: announced, filled in by profile and never by name, decided once. */
@QuarkusTest
class SelectionTest {
    private static final Target FINNS = new Target(Map.of("from_18", 1), Map.of("Vasa", 1, "Närpes", 1),
            Map.of("fi", 2), null);

    private static void apply(OpenCall call, String language, String age, String town) {
        RestAssured.given().contentType("application/json").header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("name", "Namn " + town, "phone", "0" + Math.abs(UUID.randomUUID().hashCode()) + "11",
                        "language",
                        language, "ageGroup", age, "municipality", town, "mayApply", true))
                .post("/api/v1/calls/" + call.publicId + "/applications").then().statusCode(201);
    }

    private static OpenCall filled() {
        Project project = World.project();
        Panel panel = World.panel(project, 3, FINNS);
        OpenCall call = World.openCall(panel, OpenCall.Method.CHOICE, 3);
        apply(call, "sv", "from_65", "Vasa");
        apply(call, "fi", "from_18", "Närpes");
        apply(call, "fi", "from_65", "Vasa");
        apply(call, "fi", "from_75", "Korsholm");
        apply(call, "sv", "from_75", "Korsholm");
        return call;
    }

    private static void close(OpenCall call) {
        World.act(() -> OpenCall.update("closesAt = ?1 where id = ?2", Instant.now().minusSeconds(1), call.id));
    }

    @Test
    void the_page_shows_gaps_and_profiles_and_no_name() {
        OpenCall call = filled();
        Browser lena = as(World.lena()).reading("sv");
        Browser.Page page = lena.get(call.desk() + "/selection").shows("18–29 år: 1 till.").shows("Finska: 2 till.")
                .hides("Namn");
        assertEquals(5, page.document().select("#candidates ~ .table tbody tr").size());
        assertEquals(4, page.document().select("svg .chart-wish").size());
        page.document().select(".gaps a").forEach(gap -> assertTrue(gap.attr("href").contains("?trait=")));
        lena.get(call.desk() + "/selection?trait=language%3Afi").shows("Bara: Finska.");
        assertEquals(3, lena.get(call.desk() + "/selection?trait=language%3Afi").document()
                .select("#candidates ~ .table tbody tr").size());
        lena.get(call.desk() + "/selection?trait=municipality%3AN%C3%A4rpes").shows("Närpes");
        assertEquals(404, as(World.fanny()).tried("GET", call.desk() + "/selection"));
    }

    @Test
    void each_choice_is_a_line_of_the_ledger_and_the_gaps_follow() {
        OpenCall call = filled();
        Browser lena = as(World.lena()).reading("sv");
        String page = call.desk() + "/selection";
        mark(lena, page, 2, "chosen");
        lena.get(page).shows("Valda: 1 av 3.").hides("18–29 år: 1 till.").shows("Finska: 1 till.");
        mark(lena, page, 3, "reserve");
        mark(lena, page, 2, "");
        mark(lena, page, 2, "");
        lena.get(page).shows("Valda: 0 av 3.").shows("Reserver: 1.");
        assertEquals(3, World.act(() -> Entry.count("verb = 'marked' and payload like ?1", "%" + call.publicId + "%")));
        lena.get(page).submit("form[action$=/suggestion]", Map.of()).is(303);
        lena.get(page).shows("Valda: 3 av 3.");
    }

    private static void mark(Browser browser, String page, int number, String mark) {
        browser.get(page).submit("form[action=" + page + "]", Map.of("number", number, "mark", mark)).is(303);
    }

    @Test
    void the_suggestion_meets_what_can_be_met_and_deciding_asks_those_chosen() {
        OpenCall call = filled();
        Browser lena = as(World.lena()).reading("sv");
        String page = call.desk() + "/selection";
        lena.get(page).submit("form[action$=/suggestion]", Map.of()).is(303);
        assertTrue(lena.get(page).document().select(".gaps li").isEmpty());
        mark(lena, page, 5, "reserve");
        assertFalse(lena.get(page).document().select("form[action$=/decision]").size() > 0, "not before it closes");
        close(call);
        Browser.Page twice = lena.get(page);
        twice.submit("form[action$=/decision]", Map.of()).seesOther(call.desk());
        twice.submit("form[action$=/decision]", Map.of()).is(303);
        assertEquals(1, World.act(() -> Entry.count("verb = 'decided' and aboutId = ?1", call.publicId)));
        List<String> states = World.act(() -> Application.of(OpenCall.<OpenCall>findById(call.id)).stream()
                .map(one -> one.state.name()).sorted().toList());
        assertEquals(List.of("ASKED", "ASKED", "ASKED", "NOT_CHOSEN", "RESERVE"), states);
        assertEquals(422, lena.smuggled(page, Map.of("number", "1", "mark", "chosen")));
    }

    @Test
    void who_is_chosen_and_has_no_e_mail_gets_a_letter_that_opens_the_question() {
        OpenCall call = filled();
        RestAssured.given().contentType("application/json").header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("name", "Mejla Meri", "email", UUID.randomUUID() + "@post.example", "language", "sv",
                        "ageGroup", "from_65", "municipality", "Vasa", "mayApply", true))
                .post("/api/v1/calls/" + call.publicId + "/applications").then().statusCode(201);
        close(call);
        api(World.lena()).body(Map.of("chosen", List.of(2, 6), "reserves", List.of(1)))
                .post("/api/v1/calls/" + call.publicId + "/selection").then().statusCode(200);
        Browser lena = as(World.lena()).reading("sv");
        lena.get(call.desk()).shows("Brev till dem som inte har e-post skrivs nu: 1");
        Offers offers = Arc.container().instance(Offers.class).get();
        offers.write();
        offers.write();
        String batch = lena.get(call.desk()).hides("skrivs nu").document().select("main h3 ~ ul a").attr("href");
        lena.get(batch + "/sheets").shows("Sinut on valittu. Haluatko mukaan?").hides("Mejla");
        Browser namn = nobody().reading("sv");
        namn.post("/code", "/code", "letter", code(lena, batch)).seesOther("/link").follow()
                .submit("form[action=/link]", Map.of()).follow().shows("Haluatko mukaan?")
                .submit("form:has(input[value=no])", Map.of()).is(303);
        offers.write();
        lena.get(call.desk() + "/selection").shows("Nej");
        assertEquals(2, lena.get(call.desk()).document().select("main h3 ~ ul a").size(), "the reserve's own letter");
        assertEquals(2, World.act(() -> LetterBatch.count("aboutKind = 'offer' and aboutId = ?1", call.publicId)));
        as(World.fanny()).get(batch).is(404);
    }

    private static String code(Browser lena, String batch) {
        return lena.get(batch + "/codes").is(200).response.asString().lines().toList().get(1).split("\"")[3];
    }

    @Test
    void more_than_there_are_places_are_not_asked_and_nobody_neither() {
        OpenCall call = filled();
        close(call);
        String path = "/api/v1/calls/" + call.publicId + "/selection";
        api(World.lena()).body(Map.of("chosen", List.of(1, 2, 3, 4))).post(path).then().statusCode(422);
        api(World.lena()).body(Map.of("chosen", List.of())).post(path).then().statusCode(422);
        api(World.lena()).body(Map.of("chosen", List.of(1, 99))).post(path).then().statusCode(422)
                .body("errors[0].field", equalTo("chosen"));
        JsonPath before = api(World.lena()).get(path).then().statusCode(200).extract().jsonPath();
        assertEquals(4, before.getList("gaps").size());
        assertEquals(3, before.getList("suggested").size());
        assertFalse(before.prettify().contains("Namn"));
        api(World.lena()).body(Map.of("chosen", before.getList("suggested"), "reserves", List.of())).post(path).then()
                .statusCode(200).body("candidates.state", hasItem("asked"));
        api(World.lena()).body(Map.of("chosen", List.of(1))).post(path).then().statusCode(422);
        api(World.lena()).body(Map.of()).post("/api/v1/calls/" + call.publicId + "/draw").then().statusCode(422);
        api(World.fanny()).get(path).then().statusCode(404);
    }

    @Test
    void a_call_is_announced_changed_before_it_opens_and_given_more_time() {
        Project project = World.project();
        Panel panel = World.panel(project);
        Browser lena = as(World.lena()).reading("sv");
        String page = project.path() + "/calls/new";
        Browser.Page form = lena.get(page);
        form.submit("form[action=" + page + "]", Map.of("wordsSv", "", "places", "många")).refuses("wordsSv");
        Browser.Page refused = form.submit("form[action=" + page + "]", Map.of("wordsSv", "Kom!", "closesAt",
                "2020-01-01T10:00")).refuses("closesAt");
        assertEquals("Kom!", refused.document().select("#wordsSv").val());
        String desk = form.submit("form[action=" + page + "]", Map.of("wordsSv", "Kom med!", "wordsFi", "Tule mukaan!",
                "panel", panel.publicId)).is(303).response.header("Location").replaceFirst("https?://[^/]+", "");
        form.submit("form[action=" + page + "]", Map.of("wordsSv", "Kom med!", "wordsFi", "Tule mukaan!", "panel",
                panel.publicId)).seesOther(desk);
        assertEquals(1, World.act(() -> OpenCall.of(Project.<Project>findById(project.id)).size()));
        lena.post(desk + "/edit", desk + "/edit", "places", "7").seesOther(desk);
        OpenCall call = World.act(() -> OpenCall.of(Project.<Project>findById(project.id)).get(0));
        assertEquals(7, call.places);
        nobody().get(call.path()).is(303);
        as(World.pekka()).get(call.path()).is(404);
        World.act(() -> OpenCall.update("opensAt = ?1 where id = ?2", Instant.now().minusSeconds(5), call.id));
        lena.get(desk + "/edit").shows("kan inte ändras längre");
        lena.post(desk, desk + "/prolonging", "until", "2020-01-01T10:00").refuses("until");
        lena.post(desk, desk + "/prolonging", "until", "2099-01-01T10:00").seesOther(desk);
        assertEquals(1, World.act(() -> Entry.count("verb = 'prolonged' and aboutId = ?1", call.publicId)));
        nobody().reading("fi").get(call.path()).shows("Tule mukaan!");
    }

    @Test
    void a_program_announces_a_call_whose_seed_others_draw_in_public() {
        Project project = World.project();
        Panel panel = World.panel(project);
        Map<String, Object> body = Map.of("panel", panel.publicId, "words", Map.of("sv", "Kom med!"), "opensAt",
                "2026-01-01T10:00:00Z", "closesAt", Instant.now().plusSeconds(3600).toString(), "method", "draw",
                        "places", 2,
                "source", Map.of("sv", "Lottoraden lördagen den 5 december"));
        String calls = "/api/v1/projects/" + project.slug + "/calls";
        String id = api(World.lena()).body(body).post(calls).then().statusCode(201).body("state", equalTo("open"))
                .extract().path("id");
        api(World.lena()).get(calls).then().body("total", equalTo(1));
        api(World.lena()).body(Map.of("panel", "x")).post(calls).then().statusCode(422).body("errors[0].field",
                equalTo("panel"));
        api(World.fanny()).get(calls).then().statusCode(404);
        OpenCall call = World.act(() -> OpenCall.<OpenCall>find("publicId", id).firstResult());
        for (String age : List.of("from_18", "from_30", "from_45")) apply(call, "sv", age, "Vasa");
        close(call);
        String draw = "/api/v1/calls/" + id + "/draw";
        nobody().reading("sv").get("/calls/" + id + "/draw").shows("Lottoraden lördagen den 5 december");
        api(World.lena()).body(Map.of()).post(draw).then().statusCode(422).body("errors[0].field", equalTo("seed"));
        api(World.lena()).body(Map.of("seed", " 3  7 12\n19 22 31 38 ")).post(draw).then().statusCode(200);
        RestAssured.get(draw).then().body("seed", equalTo("3 7 12 19 22 31 38")).body("chosen.size()", equalTo(2));
    }
}
