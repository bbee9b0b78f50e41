package org.hornsten.desk;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.hornsten.World;
import org.hornsten.draft.Draft;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.api;
import static org.hornsten.World.lena;
import static org.hornsten.World.pekka;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The working copy as programs read and write it. */
@QuarkusTest
class WorkingCopyApiTest {

    @Test
    void what_was_given_can_be_sent_back_with_one_passage_edited_and_one_added() {
        Draft draft = World.openDraft();
        Response given = api(lena()).get(path(draft));
        List<Map<String, Object>> sections = given.jsonPath().getList("sections");
        passages(sections, 0).get(1).put("text", "Vi ringer tillbaka samma dag.");
        passages(sections, 1).add(Map.of("text", "Ett nytt stycke."));
        JsonPath kept = api(lena()).header("If-Match", given.header("ETag"))
                .body(Map.of("language", "sv", "sections", sections))
                .put(path(draft)).then().statusCode(200).extract().jsonPath();
        assertEquals(List.of("edited", "added"), kept.getList("changes.kind"));
        assertEquals(passages(sections, 0).get(1).get("id"), kept.getString("changes[0].passage"));
        assertEquals("Vi ringer tillbaka så snart vi hinner.", kept.getString("changes[0].before"));
        assertEquals(List.of(), kept.getList("changes[0].because"));
    }

    @Test
    void a_stale_edition_is_refused_and_nothing_overwritten() {
        Draft draft = World.draft(World.project());
        String seen = api(lena()).get(path(draft)).header("ETag");
        Map<String, Object> first = Map.of("language", "sv", "markdown", "# T\n\nFörst.");
        String now = api(lena()).header("If-Match", seen).body(first).put(path(draft)).then().statusCode(200).extract()
                .header("ETag");
        assertNotEquals(seen, now);
        api(lena()).header("If-Match", seen).body(Map.of("language", "sv", "markdown", "# T\n\nSedan."))
                .put(path(draft)).then().statusCode(412);
        assertEquals("Först.", api(lena()).get(path(draft)).jsonPath().getString("sections[0].passages[0].text"));
        api(lena()).header("If-Match", "*").body(first).put(path(draft)).then().statusCode(200);
    }

    @Test
    void a_language_begins_with_its_first_text_and_only_known_languages_do() {
        Draft draft = World.draft(World.project());
        JsonPath easy = api(lena()).body(Map.of("language", "sv-x-easy", "markdown", World.TEXT)).put(path(draft))
                .then().statusCode(200).extract().jsonPath();
        assertEquals(List.of("sv", "sv-x-easy"), easy.getList("languages"));
        api(lena()).body(Map.of("language", "tlh", "markdown", "Qapla")).put(path(draft)).then().statusCode(422);
        api(lena()).get(path(draft) + "?language=fi").then().statusCode(404);
    }

    @Test
    void a_translation_that_lags_is_named_by_its_sections() {
        Draft draft = World.draft(World.project());
        api(lena()).body(Map.of("language", "fi", "markdown", World.TEXT)).put(path(draft)).then().statusCode(200);
        api(lena()).body(Map.of("language", "sv", "markdown", World.TEXT.replace("9–14", "8–18"))).put(path(draft))
                .then().statusCode(200);
        JsonPath finnish = api(lena()).get(path(draft) + "?language=fi").jsonPath();
        assertEquals(List.of(finnish.getString("sections[0].id")), finnish.getList("behind"));
    }

    @Test
    void ids_of_another_draft_twins_and_wrong_shapes_are_refused() {
        Draft draft = World.draft(World.project());
        String foreign = api(lena()).get(path(World.draft(World.project()))).jsonPath()
                .getString("sections[0].passages[0].id");
        String own = api(lena()).get(path(draft)).jsonPath().getString("sections[0].passages[0].id");
        put(draft, List.of(Map.of("heading", "A", "passages", List.of(Map.of("id", foreign, "text", "x"))))).then()
                .statusCode(422);
        Map<String, String> twin = Map.of("id", own, "text", "x");
        put(draft, List.of(Map.of("heading", "A", "passages", List.of(twin, twin)))).then().statusCode(422);
        put(draft, List.of(Map.of("heading", "A", "passages", List.of(Map.of("text", " "))))).then().statusCode(422);
        put(draft, List.of(Map.of("heading", "A", "colour", "red"))).then().statusCode(400);
        api(lena()).body(Map.of("language", "sv")).put(path(draft)).then().statusCode(422);
        api(lena()).body(Map.of("language", "sv", "markdown", " ")).put(path(draft)).then().statusCode(422);
        api(lena()).body(Map.of("language", "sv", "markdown", "x".repeat(200_001))).put(path(draft)).then()
                .statusCode(422);
        assertTrue(api(lena()).get(path(draft)).asString().contains("Numret är öppet"), "nothing half");
    }

    @Test
    void a_text_without_a_title_keeps_the_one_it_had() {
        Draft draft = World.openDraft();
        JsonPath kept = api(lena())
                .body(Map.of("language", "sv", "markdown", World.TEXT.replace("# En modell på prov\n", "")))
                .put(path(draft)).then().statusCode(200).extract().jsonPath();
        assertEquals("En modell på prov", kept.getString("title"));
        assertEquals(List.of(), kept.getList("changes"));
    }

    @Test
    void only_the_lead_reads_it() {
        Draft draft = World.openDraft();
        api(pekka()).get(path(draft)).then().statusCode(404);
        api(pekka()).body(Map.of("language", "sv", "markdown", "x")).put(path(draft)).then().statusCode(404);
    }

    private static Response put(Draft draft, List<?> sections) {
        return api(lena()).body(Map.of("language", "sv", "sections", sections)).put(path(draft));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> passages(List<Map<String, Object>> sections, int index) {
        return (List<Map<String, Object>>) sections.get(index).get("passages");
    }

    private static String path(Draft draft) {
        return "/api/v1" + draft.path() + "/working-copy";
    }
}
