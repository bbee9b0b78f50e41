package org.hornsten.publishing;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hornsten.World;
import org.hornsten.decision.Decision;
import org.hornsten.decision.Disposition;
import org.hornsten.diff.Change;
import org.hornsten.draft.Because;
import org.hornsten.draft.Draft;
import org.hornsten.input.Contribution;
import org.hornsten.kit.Multilingual;
import org.hornsten.ledger.Entry;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hornsten.Browser.api;
import static org.hornsten.Browser.as;
import static org.hornsten.World.act;
import static org.hornsten.World.fanny;
import static org.hornsten.World.lena;
import static org.hornsten.World.linus;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Saying why the text changes, publishing it, closing its round. */
@QuarkusTest
class PublishingDoorsTest {

    private static Change changed(Draft draft) {
        return World.rewrite(draft, "så snart vi hinner", "senast följande vardag").get(0);
    }

    private static Decision promise(Draft draft) {
        return World.decided(World.said(draft, "Lova en dag för samtalet."), Disposition.ADOPTED);
    }

    private static Response explain(Draft draft, Change change, Map<String, ?> body) {
        return api(lena()).body(body).put("/api/v1" + draft.path() + "/working-copy/changes/" + change.key());
    }

    private static Response publish(Draft draft, Map<String, ?> body) {
        return api(lena()).body(body).post("/api/v1" + draft.path() + "/versions");
    }

    private static long entries(Draft draft, String verb) {
        return act(() -> Entry.count("aboutId = ?1 and verb = ?2", draft.publicId, verb));
    }

    @Test
    void a_change_names_the_decision_it_serves_by_a_key_with_or_without_escaped_colons() {
        Draft draft = World.openDraft();
        Decision decision = promise(draft);
        Change change = changed(draft);
        explain(draft, change, Map.of("because", List.of(decision.publicId))).then().statusCode(200)
                .body("because", hasItem(decision.publicId)).body("explained", equalTo(true));
        api(lena()).urlEncodingEnabled(false).body(Map.of("because", List.of(decision.publicId)))
                .put("/api/v1" + draft.path() + "/working-copy/changes/" + change.key().replace(":", "%3A")).then()
                .statusCode(200);
        assertEquals(2, entries(draft, "explained"));
        publish(draft, Map.of()).then().statusCode(201).body("number", equalTo(2));
    }

    @Test
    void single_words_serve_their_own_decision() {
        Draft draft = World.openDraft();
        Decision decision = promise(draft);
        Change change = changed(draft);
        int from = change.after().indexOf("vardag");
        explain(draft, change, Map.of("ownReason", "editorial", "text", Map.of("sv", "Klarare"), "words",
                List.of(Map.of("from", from, "to", from + 6, "because", List.of(decision.publicId))))).then()
                .statusCode(200)
                .body("ownReason", equalTo("editorial")).body("words[0].because", hasItem(decision.publicId));
        explain(draft, change, Map.of("words",
                List.of(Map.of("from", 0, "to", 9999, "because", List.of(decision.publicId)))))
                .then().statusCode(422).body("errors[0].field", equalTo("words"));
        explain(draft, change, Map.of("words", List.of(Map.of("from", 0, "to", 4)))).then().statusCode(422);
        explain(draft, change, Map.of("words", List.of(Map.of("because", List.of(decision.publicId))))).then()
                .statusCode(422);
    }

    @Test
    void a_reason_that_is_none_is_refused_and_nothing_is_kept() {
        Draft draft = World.openDraft();
        Decision foreign = promise(World.openDraft());
        Decision decision = promise(draft);
        Change change = changed(draft);
        explain(draft, change, Map.of()).then().statusCode(422).body("errors[0].field", equalTo("because"));
        explain(draft, change, Map.of("because", List.of(foreign.publicId))).then().statusCode(422);
        explain(draft, change, Map.of("ownReason", "legal")).then().statusCode(422)
                .body("errors[0].field", equalTo("text"));
        explain(draft, change, Map.of("ownReason", "legal", "text", Map.of("sv", "Lagen"), "because",
                List.of(decision.publicId))).then().statusCode(422).body("errors[0].field", equalTo("ownReason"));
        explain(draft, change, Map.of("ownReason", "whim", "text", Map.of("sv", "Lust"))).then().statusCode(400);
        api(lena()).body(Map.of("because", List.of(decision.publicId)))
                .put("/api/v1" + draft.path() + "/working-copy/changes/words:passage:nothing").then().statusCode(422);
        assertEquals(0, entries(draft, "explained"));
        api(fanny()).body(Map.of("because", List.of(decision.publicId)))
                .put("/api/v1" + draft.path() + "/working-copy/changes/" + change.key()).then().statusCode(404);
        api(linus()).get("/api/v1" + draft.path() + "/working-copy/changes").then().statusCode(404);
    }

    @Test
    void an_unexplained_change_stops_the_version_and_is_named() {
        Draft draft = World.openDraft();
        Change change = changed(draft);
        publish(draft, Map.of()).then().statusCode(422).body("errors", hasSize(1))
                .body("errors[0].field", equalTo(change.key()))
                .body("errors[0].message", containsString(change.passage()));
        publish(draft, Map.of("overrideReason", "  ")).then().statusCode(422)
                .body("errors[0].field", equalTo("overrideReason"));
        assertEquals(0, entries(draft, "published"));
        publish(draft, Map.of("overrideReason", "Nämnden väntar på texten")).then().statusCode(201);
        assertEquals(1, entries(draft, "published"));
        api(lena()).get("/api/v1" + draft.project.path() + "/coverage").then()
                .body("changes.total", equalTo(1)).body("changes.explained", equalTo(0));
    }

    @Test
    void of_a_version_published_too_early_the_explained_changes_still_count() {
        Draft draft = World.openDraft();
        Change change = changed(draft);
        World.explain(draft, change, Because.own(Because.OwnReason.LEGAL, Multilingual.of("sv", "Lagen ändrades.")));
        World.rewrite(draft, "Planen skickas hem.", "Planen skickas alltid hem.");
        publish(draft, Map.of("overrideReason", "Nämnden väntar på texten")).then().statusCode(201);
        api(lena()).get("/api/v1" + draft.project.path() + "/coverage").then()
                .body("changes.total", equalTo(2)).body("changes.explained", equalTo(1));
    }

    @Test
    void a_version_without_any_change_is_refused() {
        publish(World.openDraft(), Map.of()).then().statusCode(422);
    }

    @Test
    void a_round_with_wrong_terms_is_refused_beside_its_field() {
        Draft draft = World.draft(World.project());
        publish(draft, Map.of("opensAt", "2027-02-01T00:00:00Z", "closesAt", "2027-01-01T00:00:00Z")).then()
                .statusCode(422).body("errors[0].field", equalTo("closesAt"));
        publish(draft, Map.of("criteria", List.of(Map.of("key", "a b", "label", Map.of("sv", "A"))))).then()
                .statusCode(422).body("errors[0].field", equalTo("criteria"));
        publish(draft, Map.of("criteria", List.of(Map.of("key", "a", "label", Map.of())))).then().statusCode(422);
        publish(draft, Map.of("criteria",
                List.of(Map.of("key", "a", "label", Map.of("sv", "A")),
                Map.of("key", "a", "label", Map.of("sv", "B"))))).then().statusCode(422);
        publish(draft, Map.of("anonymity", "masked")).then().statusCode(400);
        publish(draft, Map.of("opensAt", "tomorrow")).then().statusCode(400);
        publish(draft, Map.of()).then().statusCode(201).body("number", equalTo(1));
    }

    @Test
    void a_round_is_closed_only_when_everybody_has_an_answer_or_a_reason_is_written() {
        Draft draft = World.openDraft();
        World.said(draft, "Ett.");
        World.said(draft, "Två.");
        String closing = "/api/v1" + draft.path() + "/closing";
        api(lena()).body(Map.of()).post(closing).then().statusCode(422).body("detail", containsString("2"));
        api(lena()).post(closing).then().statusCode(422);
        api(lena()).body(Map.of("overrideReason", " ")).post(closing).then().statusCode(422);
        as(lena()).get(draft.path() + "/closing").shows("2 synpunkter väntar på svar");
        as(lena()).post(draft.path() + "/closing", draft.path() + "/closing", "overrideReason", " ")
                .refuses("overrideReason");
        assertEquals(0, entries(draft, "closed"));
        api(fanny()).body(Map.of("overrideReason", "x")).post(closing).then().statusCode(404);
        api(lena()).body(Map.of("overrideReason", "Tiden är slut")).post(closing).then().statusCode(200);
        assertEquals(1, entries(draft, "closed"));
        api(lena()).body(Map.of("overrideReason", "En gång till")).post(closing).then().statusCode(422);
    }

    @Test
    void the_page_opens_at_the_next_unexplained_change_with_the_nearest_decision_first() {
        Draft draft = World.openDraft();
        Decision decision = promise(draft);
        changed(draft);
        String path = draft.path() + "/working-copy/changes";
        var page = as(lena()).get(path).shows("En ändring saknar ännu motivering").shows("tillagt: senast följande vardag")
                .shows("borttaget: så snart vi hinner").shows("föreslås");
        page.submit(".explain form[method=post]", Map.of()).refuses("because");
        page.submit(".explain form[method=post]", Map.of("ownReason", "LEGAL")).refuses("text");
        page.submit(".explain form[method=post]", Map.of("because", decision.publicId)).is(303).follow()
                .shows("Alla ändringar är motiverade");
    }

    @Test
    void the_page_explains_single_words_and_keeps_the_reason_of_the_others() {
        Draft draft = World.openDraft();
        Decision decision = promise(draft);
        changed(draft);
        String path = draft.path() + "/working-copy/changes";
        var page = as(lena()).get(path);
        String run = page.document().selectFirst("input[name=words]").val();
        page.submit(".explain form[method=post]", Map.of("because", decision.publicId, "words", run)).is(303).follow()
                .shows("”senast följande vardag”");
        page.submit(".explain form[method=post]", Map.of("because", decision.publicId, "words", "9-99999")).is(422);
    }

    @Test
    void a_decision_that_no_longer_promises_anything_explains_nothing() {
        Draft draft = World.openDraft();
        Decision decision = promise(draft);
        Change change = changed(draft);
        explain(draft, change, Map.of("because", List.of(decision.publicId))).then().statusCode(200);
        String next = api(lena()).body(Map.of("disposition", "partly_adopted", "reason", Map.of("sv", "Delvis")))
                .post("/api/v1/decisions/" + decision.publicId + "/revision").path("id");
        api(lena()).get("/api/v1" + draft.path() + "/working-copy/changes").then()
                .body("items[0].because", hasItem(next));
        api(lena()).body(Map.of("disposition", "not_adopted", "reason", Map.of("sv", "Nej")))
                .post("/api/v1/decisions/" + next + "/revision").then().statusCode(201);
        api(lena()).get("/api/v1" + draft.path() + "/working-copy/changes").then()
                .body("items[0].explained", equalTo(false));
    }

    @Test
    void the_publishing_page_names_what_is_unexplained_and_keeps_what_was_typed() {
        Draft draft = World.openDraft();
        Change change = changed(draft);
        String path = draft.path() + "/publishing";
        var page = as(lena()).get(path).shows("Publicera version 2").shows("Några ändringar saknar motivering");
        assertTrue(page.document().select("a[href$=" + "change=" + change.key() + "]").size() == 1);
        page.submit("form[action$=/publishing]", Map.of("closesAt", "när vi hinner")).refuses("closesAt");
        var again = page.submit("form[action$=/publishing]", Map.of("closesAt", "2031-05-01T16:00")).refuses("changes");
        assertEquals("2031-05-01T16:00", again.document().selectFirst("#closesAt").val());
        page.submit("form[action$=/publishing]", Map.of("closesAt", "2011-05-01T16:00", "overrideReason", "Brådskar"))
                .refuses("closesAt");
        page.submit("form[action$=/publishing]", Map.of("overrideReason", "Brådskar")).seesOther(draft.path());
        api(lena()).get("/api/v1" + draft.path() + "/versions").then().statusCode(200);
    }

    @Test
    void criteria_are_the_rows_that_are_left_and_the_ones_that_were_written() {
        Draft draft = World.draft(World.project());
        var page = as(lena()).get(draft.path() + "/publishing");
        assertEquals(List.of("clear", "useful", "fair", "reachable", "", ""),
                page.document().select("input[name=key]").eachAttr("value"));
        var rows = new HashMap<String, Object>();
        rows.put("key", List.of("clear", "useful", ""));
        rows.put("label-sv", List.of("Tydlig", "", "Egen fråga"));
        rows.put("label-fi", List.of("Selkeä", "", ""));
        page.submit("form[action$=/publishing]", rows).is(303);
        assertEquals(List.of("clear", "own_2"),
                act(() -> World.again(draft).newest().orElseThrow().round.criteria.stream()
                .map(criterion -> criterion.key()).toList()));
    }

    @Test
    void words_said_after_the_decision_are_still_answered_before_the_round_closes() {
        Draft draft = World.openDraft();
        Contribution said = World.said(draft, "Ett.");
        World.decided(said, Disposition.ALREADY_SO);
        as(lena()).get(draft.path() + "/closing").shows("Alla har fått svar");
        World.said(draft, "Två.");
        assertFalse(as(lena()).get(draft.path() + "/closing").document().text().contains("Alla har fått svar"));
    }
}
