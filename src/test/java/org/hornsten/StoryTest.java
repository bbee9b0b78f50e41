package org.hornsten;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hornsten.identity.Person;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.api;
import static org.hornsten.World.lena;
import static org.hornsten.World.oskar;
import static org.hornsten.World.pekka;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The main job from end to end through the JSON API: from a text to a changed sentence, and back to who asked for
 * it.
 */
@QuarkusTest
class StoryTest {
    private static final Map<String, Object> ROUND = Map.of("criteria", List.of(
            Map.of("key", "clear", "label", Map.of("sv", "Tydlig", "fi", "Selkeä"))), "anonymity", "pseudonym");

    @Test
    void a_comment_becomes_a_changed_sentence_that_says_why() {
        Response set = api(lena())
                .body(Map.of("title", Map.of("sv", "Äldres väg " + UUID.randomUUID()), "level", "consult",
                "stage", "draft", "languages", List.of("sv", "fi"))).post("/api/v1/projects");
        String project = is(201, set).getString("id");
        is(201, api(lena()).body(Map.of("person", "panelist", "role", "participant", "kind", "panel_member"))
                .post("/api/v1/projects/" + project + "/members"));

        JsonPath draft = is(201, api(lena()).body(Map.of("title", Map.of("sv", "Modell"), "language", "sv",
                "markdown", World.TEXT)).post("/api/v1/projects/" + project + "/drafts"));
        String d = "/api/v1/drafts/" + draft.getString("id");
        String passage = draft.getString("sections[0].passages[1].id");
        assertEquals("Vi ringer tillbaka så snart vi hinner.", draft.getString("sections[0].passages[1].text"));

        // nobody but staff sees it before it is published
        is(404, api(pekka()).get(d + "/versions/1"));
        assertEquals(1, is(201, api(lena()).body(ROUND).post(d + "/versions")).getInt("number"));
        assertEquals(passage, is(200, api(pekka()).get(d + "/versions/1?language=sv"))
                .getString("sections[0].passages[1].id"));

        Map<String, Object> comment = Map.of("version", 1, "language", "sv", "passage", passage, "quote",
                Map.of("exact", "så snart vi hinner"), "kind", "comment", "words",
                "Lova en bestämd dag. Och ha öppet på natten.");
        String key = UUID.randomUUID().toString();
        JsonPath said = is(201, keyed(pekka(), key).body(comment).post(d + "/contributions"));
        String c = said.getString("id");
        assertEquals(said.getString("receipt"),
                keyed(pekka(), key).body(comment).post(d + "/contributions").jsonPath().getString("receipt"));
        is(409, keyed(pekka(), key).body(changed(comment, "words", "Något annat")).post(d + "/contributions"));
        is(400, api(pekka()).body(comment).post(d + "/contributions"));
        is(422, keyed(pekka(), "q" + key).body(changed(comment, "quote", Map.of("exact", "står inte här")))
                .post(d + "/contributions"));
        is(404, keyed(oskar(), "o" + key).body(comment).post(d + "/contributions"));
        is(201, keyed(pekka(), "r" + key).body(Map.of("version", 1, "scores", Map.of("clear", 2)))
                .post(d + "/ratings"));
        assertNull(is(200, api(lena()).get(d + "/ratings")).get("items[0].mean"), "one rating is too few to show");

        is(422, api(lena()).body(Map.of("viewpoints", List.of(Map.of("exact", "sade jag aldrig"))))
                .post("/api/v1/contributions/" + c + "/viewpoints"));
        is(422, api(lena()).body(Map.of("viewpoints",
                List.of(Map.of("exact", "Lova en bestämd dag"), Map.of("exact", "bestämd dag. Och"))))
                .post("/api/v1/contributions/" + c + "/viewpoints"));
        JsonPath split = is(200, 201, api(lena()).body(Map.of("viewpoints", List.of(
                Map.of("exact", "Lova en bestämd dag", "topic", "återuppringning"),
                Map.of("exact", "ha öppet på natten")))).post("/api/v1/contributions/" + c + "/viewpoints"));
        String day = split.getString("viewpoints.find { it.exact == 'Lova en bestämd dag' }.id");
        String night = split.getString("viewpoints.find { it.exact == 'ha öppet på natten' }.id");

        is(422, api(lena()).body(Map.of("viewpoints", List.of(night), "disposition", "not_adopted"))
                .post("/api/v1/projects/" + project + "/decisions"));
        String yes = is(201, api(lena()).body(Map.of("viewpoints", List.of(day), "disposition", "adopted", "reason",
                Map.of("sv", "Vi lovar en dag.", "fi", "Lupaamme päivän.")))
                .post("/api/v1/projects/" + project + "/decisions")).getString("id");

        JsonPath copy = is(200, api(lena()).body(Map.of("language", "sv", "markdown",
                World.TEXT.replace("så snart vi hinner", "senast följande vardag"))).put(d + "/working-copy"));
        assertEquals(List.of("edited"), copy.getList("changes.kind"));
        String change = copy.getString("changes[0].id");
        JsonPath refused = is(422, api(lena()).body(ROUND).post(d + "/versions"));
        assertTrue(refused.prettify().contains(change), "the unexplained change is named");
        is(200, api(lena()).body(Map.of("because", List.of(yes))).put(d + "/working-copy/changes/" + change));
        assertEquals(2, is(201, api(lena()).body(ROUND).post(d + "/versions")).getInt("number"));

        JsonPath why = is(200, api(pekka()).get(d + "/versions/2/why?language=sv"));
        List<Map<String, Object>> spans = why.getList("sections[0].passages[1].spans");
        assertEquals("Vi ringer tillbaka senast följande vardag.",
                String.join("", spans.stream().map(s -> (String) s.get("text")).toList()));
        String span = "sections[0].passages[1].spans.find { it.text.contains('följande vardag') }";
        assertEquals(2, why.getInt(span + ".since"));
        assertEquals(yes, why.getString(span + ".because[0].decision"));
        assertEquals(c, why.getString(span + ".because[0].viewpoints[0].contribution"));
        assertTrue(why.getString("sections[0].passages[1].removed[0].text").contains("så snart vi hinner"));

        Response receipt = RestAssured.get("/api/v1/receipts/" + said.getString("receipt"));
        JsonPath journey = is(200, receipt);
        assertEquals("received", journey.getString("steps[0].step"));
        assertEquals("Vi ringer tillbaka senast följande vardag.", journey.getString("viewpoints[0].changes[0].after"));
        assertEquals("adopted", journey.getString("viewpoints[0].disposition"));

        JsonPath coverage = is(200, api(lena()).get("/api/v1/projects/" + project + "/coverage"));
        assertEquals(2, coverage.getInt("viewpoints.total"));
        assertEquals(1, coverage.getInt("viewpoints.decided"));
        JsonPath gate = is(422, api(lena()).body(Map.of()).post(d + "/closing"));
        assertTrue(gate.getString("detail").contains("1"), gate.prettify());
        is(422, api(lena()).body(Map.of("overrideReason", " ")).post(d + "/closing"));
        is(200, 201, api(lena()).body(Map.of("overrideReason", "Nattfrågan tas i budgeten.")).post(d + "/closing"));
        is(422, keyed(pekka(), "late" + key).body(changed(comment, "version", 2)).post(d + "/contributions"));
    }

    private static Map<String, Object> changed(Map<String, Object> body, String field, Object value) {
        Map<String, Object> other = new HashMap<>(body);
        other.put(field, value);
        return other;
    }

    private static RequestSpecification keyed(Person person, String key) {
        return api(person).header("Idempotency-Key", key);
    }

    private static JsonPath is(int status, Response response) {
        return is(status, status, response);
    }

    private static JsonPath is(int status, int or, Response response) {
        assertTrue(response.statusCode() == status || response.statusCode() == or,
                () -> response.statusCode() + " instead of " + status + ": " + response.asString());
        return response.jsonPath();
    }
}
