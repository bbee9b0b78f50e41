package org.hornsten.input;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.hornsten.World;
import org.hornsten.decision.Answered;
import org.hornsten.decision.Disposition;
import org.hornsten.draft.Draft;
import org.hornsten.kit.Secrets;
import org.hornsten.ledger.Entry;
import org.hornsten.project.Project;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.containsString;
import static org.hornsten.Browser.api;
import static org.hornsten.Browser.as;
import static org.hornsten.World.act;
import static org.hornsten.World.fanny;
import static org.hornsten.World.lena;
import static org.hornsten.World.linus;
import static org.hornsten.World.pekka;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is done with the words of people, before anybody answers them. */
@QuarkusTest
class InputDoorsTest {
    private static final String WORDS =
            "Telefonen är stängd för tidigt. Min syster Maj har reumatism. Skicka planen hem.";

    private static Response split(Contribution said, Object... exact) {
        return api(lena()).body(Map.of("viewpoints",
                java.util.Arrays.stream(exact).map(e -> Map.of("exact", e)).toList()))
                .post("/api/v1" + said.path() + "/viewpoints");
    }

    private static long entries(Contribution said) {
        return act(() -> (long) Entry.about(said.ref()).size());
    }

    private static Contribution now(Contribution said) {
        return act(() -> Contribution.<Contribution>find("from Contribution c left join fetch c.viewpoints where c.id = ?1", said.id)
                .firstResult());
    }

    @Test
    void marked_words_take_the_place_of_the_whole_and_one_entry_is_kept() {
        Contribution said = World.said(World.openDraft(), WORDS);
        long before = entries(said);
        split(said, "Telefonen är stängd för tidigt", "Skicka planen hem").then().statusCode(200)
                .body("viewpoints.exact", contains("Telefonen är stängd för tidigt", "Skicka planen hem"));
        assertEquals(before + 1, entries(said));
    }

    @Test
    void words_that_are_empty_unsaid_or_taken_are_refused_and_nothing_half_is_kept() {
        Contribution said = World.said(World.openDraft(), WORDS);
        long before = entries(said);
        split(said, "").then().statusCode(422).body("errors[0].field", equalTo("viewpoints"));
        split(said).then().statusCode(422);
        split(said, "Skicka planen hem", "Det här sade ingen").then().statusCode(422)
                .body("detail", containsString("Det här sade ingen"));
        split(said, "Telefonen är stängd", "stängd för tidigt").then().statusCode(422);
        assertEquals(1, now(said).viewpoints.size());
        assertTrue(now(said).viewpoints.get(0).automatic);
        assertEquals(before, entries(said));
    }

    @Test
    void the_same_words_said_twice_can_be_marked_twice() {
        Contribution said = World.said(World.openDraft(), "Ring mig. Och igen: Ring mig.");
        split(said, "Ring mig", "Ring mig").then().statusCode(200).body("viewpoints", hasSize(2));
        split(said, "Ring mig").then().statusCode(422);
    }

    @Test
    void space_may_be_pasted_wider_than_it_was_said() {
        Contribution said = World.said(World.openDraft(), "Ring på\nförmiddagen 👵🏽 tack");
        split(said, "Ring  på\r\nförmiddagen 👵🏽").then().statusCode(200)
                .body("viewpoints[0].exact", equalTo("Ring på\nförmiddagen 👵🏽"));
    }

    @Test
    void a_viewpoint_that_is_answered_is_neither_joined_nor_split_again() {
        Contribution said = World.said(World.openDraft(), WORDS);
        World.decided(said, Disposition.ADOPTED);
        split(said, "Skicka planen hem").then().statusCode(422);
        api(lena()).body(Map.of("viewpoint", now(said).viewpoints.get(0).publicId))
                .post("/api/v1" + said.path() + "/joining").then().statusCode(422);
    }

    @Test
    void a_mark_taken_back_leaves_the_whole_again() {
        Contribution said = World.said(World.openDraft(), WORDS);
        String id = split(said, "Skicka planen hem").path("viewpoints[0].id");
        api(lena()).body(Map.of("viewpoint", id)).post("/api/v1" + said.path() + "/joining").then().statusCode(200)
                .body("viewpoints.exact", contains(WORDS));
        api(lena()).body(Map.of("viewpoint", id)).post("/api/v1" + said.path() + "/joining").then().statusCode(422);
    }

    @Test
    void a_topic_is_kept_and_one_too_long_is_refused() {
        Contribution said = World.said(World.openDraft(), WORDS);
        String id = now(said).viewpoints.get(0).publicId;
        api(lena()).body(Map.of("viewpoint", id, "topic", " öppettider ")).post("/api/v1" + said.path() + "/topics")
                .then().statusCode(200).body("viewpoints[0].topic", equalTo("öppettider"));
        api(lena()).body(Map.of("viewpoint", id, "topic", "x".repeat(101))).post("/api/v1" + said.path() + "/topics")
                .then().statusCode(422).body("errors[0].field", equalTo("topic"));
    }

    @Test
    void masked_words_are_gone_for_good_and_so_is_the_salt_that_could_prove_a_guess() {
        Contribution said = World.said(World.openDraft(), WORDS);
        api(lena()).body(Map.of("exact", "Maj har reumatism")).post("/api/v1" + said.path() + "/masking")
                .then().statusCode(200).body("masked", equalTo(true));
        Contribution now = now(said);
        assertFalse(now.words.contains("reumatism"));
        assertEquals(WORDS.length(), now.words.length());
        assertEquals(null, now.salt);
        api(lena()).body(Map.of("exact", "Maj har reumatism")).post("/api/v1" + said.path() + "/masking")
                .then().statusCode(422).body("errors[0].field", equalTo("exact"));
    }

    @Test
    void a_deflected_contribution_waits_for_no_answer_and_goes_only_once() {
        Draft draft = World.openDraft();
        Contribution said = World.said(draft, WORDS);
        api(lena()).body(Map.of("to", "patience", "note", "")).post("/api/v1" + said.path() + "/deflection").then()
                .statusCode(400);
        api(lena()).body(Map.of("note", "Till enheten")).post("/api/v1" + said.path() + "/deflection").then()
                .statusCode(422).body("errors[0].field", equalTo("to"));
        api(lena()).body(Map.of("to", "statutory_reminder", "note", "Till enhetens chef"))
                .post("/api/v1" + said.path() + "/deflection")
                .then().statusCode(200).body("deflected", equalTo("statutory_reminder"));
        api(lena()).body(Map.of("to", "complaint", "note", "")).post("/api/v1" + said.path() + "/deflection").then()
                .statusCode(422);
        api(lena()).get("/api/v1" + draft.project.path() + "/contributions?state=undecided").then()
                .body("total", equalTo(0));
        api(lena()).get("/api/v1" + draft.project.path() + "/contributions").then().body("total", equalTo(1))
                .body("items[0].deflected", equalTo("statutory_reminder"));
    }

    @Test
    void masking_puts_in_doubt_only_answers_to_words_it_blanked() {
        Draft draft = World.openDraft();
        Contribution said = World.said(draft, WORDS);
        split(said, "Telefonen är stängd för tidigt", "Skicka planen hem").then().statusCode(200);
        World.decided(said, Disposition.ALREADY_SO);
        api(lena()).body(Map.of("exact", "Telefonen")).post("/api/v1" + said.path() + "/masking").then()
                .statusCode(200);
        assertEquals(1, act(() -> Answered.suspect(Project.findById(draft.project.id)).size()));
    }

    @Test
    void what_is_taken_back_takes_its_conversation_along_and_no_fingerprint_confirms_a_guess() {
        Contribution said = World.said(World.openDraft(), WORDS);
        act(() -> Message.written(Contribution.findById(said.id), false, "Jag heter Pekka Testman.", World.today()));
        String before = now(said).viewpoints.get(0).fingerprint;
        assertNotEquals(Secrets.hexFingerprint(WORDS), before);
        api(pekka()).body(Map.of()).post("/api/v1" + said.path() + "/withdrawal").then().statusCode(200);
        api(lena()).get("/api/v1" + said.path() + "/journey").then().statusCode(200)
                .body("messages[0].words", not(containsString("Pekka")));
    }

    @Test
    void only_its_author_takes_it_back_and_the_fact_that_it_was_said_stays() {
        Draft draft = World.openDraft();
        Contribution said = World.said(draft, WORDS);
        api(lena()).post("/api/v1" + said.path() + "/withdrawal").then().statusCode(404);
        api(World.aino()).post("/api/v1" + said.path() + "/withdrawal").then().statusCode(404);
        io.restassured.RestAssured.given().contentType("application/json").post("/api/v1" + said.path() + "/withdrawal")
                .then().statusCode(401);
        api(pekka()).body(Map.of()).post("/api/v1" + said.path() + "/withdrawal").then().statusCode(200);
        api(lena()).get("/api/v1" + draft.project.path() + "/contributions").then().body("total", equalTo(1))
                .body("items[0].words", not(containsString("Telefonen")));
        api(pekka()).post("/api/v1" + said.path() + "/withdrawal").then().statusCode(422);
    }

    @Test
    void the_list_is_filtered_and_leafed_through() {
        Draft draft = World.openDraft();
        for (int i = 0; i < 3; i++) World.said(draft, "Ord nummer " + i);
        String list = "/api/v1" + draft.project.path() + "/contributions";
        String next = api(lena()).get(list + "?size=2").then().statusCode(200).body("items", hasSize(2))
                .body("total", equalTo(3)).extract().path("next");
        api(lena()).get(list + "?size=2&after=" + next).then().body("items", hasSize(1)).body("next", equalTo(null));
        api(lena()).get(list + "?q=nummer 2").then().body("items.words", contains("Ord nummer 2"));
        for (String none : List.of("channel=phone", "kind=wish", "language=fi", "topic=buss", "state=decided",
            "state=suspect")) api(lena()).get(list + "?" + none).then().statusCode(200).body("total", equalTo(0));
        for (String wrong : List.of("channel=pigeon", "state=perhaps", "size=0", "size=201", "size=x"))
            api(lena()).get(list + "?" + wrong).then().statusCode(400);
    }

    @Test
    void nobody_but_the_projects_staff_finds_what_was_said() {
        Draft draft = World.openDraft();
        Contribution said = World.said(draft, WORDS);
        String list = "/api/v1" + draft.project.path() + "/contributions";
        api(fanny()).get(list).then().statusCode(200);
        api(linus()).get(list).then().statusCode(404);
        api(pekka()).get(list).then().statusCode(404);
        api(linus()).body(Map.of("exact", "Maj")).post("/api/v1" + said.path() + "/masking").then().statusCode(404);
        as(linus()).get(said.path() + "/viewpoints").is(404);
        as(pekka()).get(draft.project.path() + "/input").is(404);
    }

    @Test
    void an_anonymous_one_has_no_author_in_the_list() {
        Draft named = World.openDraft();
        World.said(named, WORDS);
        api(lena()).get("/api/v1" + named.project.path() + "/contributions").then()
                .body("items[0].author.kind", equalTo("panel_member"));
        Draft unnamed = World.openDraft(Anonymity.ANONYMOUS);
        World.said(unnamed, WORDS);
        api(lena()).get("/api/v1" + unnamed.project.path() + "/contributions").then()
                .body("items[0].author", equalTo(null));
    }

    @Test
    void as_whom_an_anonymous_one_was_said_is_on_no_page_of_staff() {
        for (Anonymity level : List.of(Anonymity.PSEUDONYM, Anonymity.ANONYMOUS)) {
            Draft draft = World.openDraft(level);
            Contribution said = World.said(draft, WORDS);
            api(lena()).body(Map.of("viewpoints", List.of(Map.of("exact", "Skicka planen hem", "topic", "post"))))
                    .post("/api/v1" + said.path() + "/viewpoints").then().statusCode(200);
            for (String page : List.of(draft.project.path() + "/input", said.path(), said.path() + "/viewpoints",
                    draft.project.path() + "/input/topics/post"))
                assertEquals(level == Anonymity.PSEUDONYM, as(lena()).get(page).is(200).document().text()
                        .contains("medlem i klientrådet"), level + " " + page);
        }
    }

    @Test
    void sentences_are_ticked_where_there_is_no_script() {
        Contribution said = World.said(World.openDraft(), WORDS);
        String page = said.path() + "/viewpoints";
        as(lena()).post(page, page, "sentence", List.of("0", "2"), "how", "together").is(422);
        as(lena()).post(page, page, "sentence", "2", "how", "together", "topic", "post").is(303).follow()
                .shows("Skicka planen hem.").shows("post");
        as(lena()).post(page, page, "exact", "Maj har ingen").refuses("exact");
        as(lena()).post(page, page, "exact", "").refuses("exact");
    }

    @Test
    void masking_asks_first_and_then_shows_what_is_left() {
        Contribution said = World.said(World.openDraft(), WORDS);
        var sure = as(lena()).post(said.path() + "/masking", said.path() + "/masking/question", "exact", "Maj")
                .shows("Maj").shows("för alltid");
        assertTrue(now(said).words.contains("Maj"));
        sure.submit("form[action=" + said.path() + "/masking]", Map.of()).is(303);
        assertFalse(now(said).words.contains("Maj"));
        as(lena()).post(said.path() + "/masking", said.path() + "/masking/question", "exact", "Karin").refuses("exact");
    }

    @Test
    void a_filter_in_use_can_be_taken_away_and_an_empty_list_says_why() {
        Draft draft = World.openDraft();
        as(lena()).get(draft.project.path() + "/input").shows("Ingen har sagt något ännu");
        World.said(draft, WORDS);
        var page = as(lena()).get(draft.project.path() + "/input?channel=letter&q=plan").shows("Inga träffar");
        assertEquals(draft.project.path() + "/input?q=plan", page.document().select(".chosen a").first().attr("href"));
        as(lena()).get(draft.project.path() + "/input?channel=pigeon").is(400);
    }
}
