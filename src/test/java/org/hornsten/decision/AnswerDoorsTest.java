package org.hornsten.decision;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hornsten.Statements;
import org.hornsten.World;
import org.hornsten.draft.Draft;
import org.hornsten.input.Contribution;
import org.hornsten.input.Viewpoint;
import org.hornsten.ledger.Entry;
import org.hornsten.project.Project;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hornsten.Browser.api;
import static org.hornsten.Browser.as;
import static org.hornsten.World.act;
import static org.hornsten.World.fanny;
import static org.hornsten.World.lena;
import static org.hornsten.World.linus;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Answering what was said, by page and by program. */
@QuarkusTest
class AnswerDoorsTest {

    private static String viewpoint(Contribution said) {
        return act(() -> Viewpoint.<Viewpoint>find("contribution.id", said.id).firstResult().publicId);
    }

    private static Response decide(Project project, Map<String, ?> body) {
        return api(lena()).body(body).post("/api/v1" + project.path() + "/decisions");
    }

    private static long decisions(Project project) {
        return act(() -> Decision.count("project.id", project.id));
    }

    private static long entries(Project project) {
        return act(() -> Entry.count("aboutId = ?1 and verb = 'decided'", project.publicId));
    }

    private static final Map<String, String> REASON = Map.of("sv", "Vi lovar en dag.", "fi", "Lupaamme päivän.");

    @Test
    void an_answer_is_stored_with_its_reason_and_one_entry() {
        Draft draft = World.openDraft();
        String id = viewpoint(World.said(draft, "Ring tillbaka samma dag."));
        String decision = decide(draft.project,
                Map.of("viewpoints", List.of(id), "disposition", "partly_adopted", "reason", REASON))
                .then().statusCode(201).extract().path("id");
        assertEquals(1, entries(draft.project));
        api(lena()).get("/api/v1/decisions/" + decision).then().statusCode(200)
                .body("disposition", equalTo("partly_adopted"))
                .body("reason.fi", equalTo("Lupaamme päivän.")).body("promised", equalTo(true))
                .body("viewpoints.id", contains(id));
        api(lena()).get("/api/v1" + draft.project.path() + "/contributions").then()
                .body("items[0].viewpoints[0].disposition", equalTo("partly_adopted"));
        api(lena()).get("/api/v1" + draft.project.path() + "/decisions?part=promised").then().body("items", hasSize(1));
    }

    @Test
    void an_answer_against_the_rules_is_refused_beside_its_field_and_nothing_is_kept() {
        Draft draft = World.openDraft();
        String id = viewpoint(World.said(draft, "Ring tillbaka samma dag."));
        List<String> mine = List.of(id);
        decide(draft.project, Map.of("viewpoints", mine, "disposition", "not_adopted")).then().statusCode(422)
                .body("errors[0].field", equalTo("reason"));
        decide(draft.project, Map.of("viewpoints", mine, "disposition", "not_adopted", "reason", Map.of("sv", "  ")))
                .then().statusCode(422).body("errors[0].field", equalTo("reason"));
        decide(draft.project, Map.of("viewpoints", mine, "disposition", "later", "reason", REASON)).then()
                .statusCode(422).body("errors[0].field", equalTo("reviewOn"));
        decide(draft.project, Map.of("viewpoints", mine, "reason", REASON)).then().statusCode(422)
                .body("errors[0].field", equalTo("disposition"));
        decide(draft.project, Map.of("viewpoints", List.of(), "disposition", "adopted")).then().statusCode(422)
                .body("errors[0].field", equalTo("viewpoints"));
        decide(draft.project, Map.of("viewpoints", mine, "disposition", "not_adopted", "reason",
                Map.of("sv", "x".repeat(4001)))).then().statusCode(422).body("errors[0].field", equalTo("reason"));
        decide(draft.project, Map.of("viewpoints", mine, "disposition", "adopted", "action", Map.of("text", REASON)))
                .then().statusCode(422).body("errors[0].field", equalTo("action"));
        decide(draft.project, Map.of("viewpoints", mine, "disposition", "maybe")).then().statusCode(400);
        decide(draft.project, Map.of("viewpoints", mine, "disposition", "adopted", "mood", "good")).then()
                .statusCode(400);
        assertEquals(0, decisions(draft.project));
        assertEquals(0, entries(draft.project));
    }

    @Test
    void a_foreign_viewpoint_is_told_like_one_that_does_not_exist() {
        Draft draft = World.openDraft();
        Draft other = World.openDraft();
        String own = viewpoint(World.said(draft, "Ring tillbaka samma dag."));
        String foreign = viewpoint(World.said(other, "Något annat."));
        String there = decide(draft.project, Map.of("viewpoints", List.of(own, foreign), "disposition", "adopted"))
                .then().statusCode(422).body("errors[0].field", equalTo("viewpoints")).extract().path("detail");
        decide(draft.project, Map.of("viewpoints", List.of(own, "nothing"), "disposition", "adopted")).then()
                .statusCode(422).body("detail", equalTo(there));
        assertEquals(0, decisions(draft.project));
    }

    @Test
    void what_is_answered_is_not_answered_again_and_nothing_half_is_kept() {
        Draft draft = World.openDraft();
        String one = viewpoint(World.said(draft, "Ring tillbaka samma dag."));
        String other = viewpoint(World.said(draft, "Skicka planen hem."));
        decide(draft.project, Map.of("viewpoints", List.of(one), "disposition", "adopted")).then().statusCode(201);
        decide(draft.project, Map.of("viewpoints", List.of(other, one), "disposition", "adopted")).then()
                .statusCode(409);
        assertEquals(1, decisions(draft.project));
        api(lena()).get("/api/v1" + draft.project.path() + "/contributions?state=undecided").then()
                .body("total", equalTo(1));
    }

    @Test
    void of_two_leads_who_answer_at_once_one_is_told_that_the_other_was_first() throws Exception {
        Draft draft = World.openDraft();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) ids.add(viewpoint(World.said(draft, "Samma sak " + i)));
        List<String> backwards = new ArrayList<>(ids);
        java.util.Collections.reverse(backwards);
        Callable<Integer> first = () -> decide(draft.project, Map.of("viewpoints", ids, "disposition", "adopted"))
                .statusCode();
        Callable<Integer> second = () ->
                decide(draft.project, Map.of("viewpoints", backwards, "disposition", "adopted")).statusCode();
        ExecutorService both = Executors.newFixedThreadPool(2);
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : both.invokeAll(List.of(first, second))) statuses.add(answer.get());
        both.shutdown();
        assertEquals(List.of(201, 409), statuses.stream().sorted().toList());
        assertEquals(1, decisions(draft.project));
        assertEquals(1, entries(draft.project));
    }

    @Test
    void a_revised_decision_stays_and_is_revised_only_once() {
        Draft draft = World.openDraft();
        Decision decision = World.decided(World.said(draft, "Ring tillbaka samma dag."), Disposition.ADOPTED);
        String revision = "/api/v1/decisions/" + decision.publicId + "/revision";
        api(lena()).body(Map.of("disposition", "not_adopted")).post(revision).then().statusCode(422);
        String next = api(lena()).body(Map.of("disposition", "not_adopted", "reason", REASON)).post(revision).then()
                .statusCode(201).extract().path("id");
        api(lena()).body(Map.of("disposition", "adopted")).post(revision).then().statusCode(409);
        api(lena()).get("/api/v1/decisions/" + next).then().body("supersedes", equalTo(decision.publicId));
        api(lena()).get("/api/v1" + draft.project.path() + "/decisions").then().body("items.id", contains(next));
        as(lena()).get(decision.path()).shows("Det här beslutet har ändrats");
    }

    @Test
    void a_change_made_for_a_decision_that_was_revised_is_looked_at_again() {
        Draft draft = World.openDraft();
        Decision decision = World.decided(World.said(draft, "Lova en dag."), Disposition.ADOPTED);
        World.publishNext(draft, decision);
        api(lena()).body(Map.of("disposition", "partly_adopted", "reason", REASON))
                .post("/api/v1/decisions/" + decision.publicId + "/revision").then().statusCode(201);
        api(lena()).body(Map.of()).post("/api/v1" + draft.path() + "/closing").then().statusCode(422);
        String page = draft.project.path() + "/decisions";
        as(lena()).post(page, page + "/confirmations").seesOther(page);
        assertTrue(as(lena()).get(page).document().select(".suspect").isEmpty());
        api(lena()).body(Map.of()).post("/api/v1" + draft.path() + "/closing").then().statusCode(200);
    }

    @Test
    void an_answer_to_words_masked_since_is_looked_at_again() {
        Draft draft = World.openDraft();
        Contribution said = World.said(draft, "Min syster Maj väntar på samtal.");
        World.decided(said, Disposition.ALREADY_SO);
        api(lena()).body(Map.of("exact", "Maj")).post("/api/v1" + said.path() + "/masking").then().statusCode(200);
        api(lena()).get("/api/v1" + draft.project.path() + "/contributions?state=suspect").then()
                .body("total", equalTo(1));
        String page = draft.project.path() + "/decisions";
        as(lena()).post(page, page + "/confirmations").seesOther(page);
        api(lena()).get("/api/v1" + draft.project.path() + "/contributions?state=suspect").then()
                .body("total", equalTo(0));
    }

    @Test
    void what_is_done_outside_the_text_is_marked_as_done_once() {
        Draft draft = World.openDraft();
        String id = viewpoint(World.said(draft, "Utbilda personalen."));
        String decision = decide(draft.project, Map.of("viewpoints", List.of(id), "disposition", "adopted", "action",
                Map.of("text", REASON, "responsible", "Sara", "dueOn", "2027-03-01"))).then().statusCode(201).extract()
                .path("id");
        as(lena()).get("/decisions/" + decision).shows("Sara").submit("form[action$=/completion]", Map.of()).is(303);
        api(lena()).get("/api/v1/decisions/" + decision).then().body("promised", equalTo(false));
        api(lena()).post("/api/v1/decisions/" + decision + "/completion").then().statusCode(409);
        Decision without = World.decided(World.said(draft, "Annat."), Disposition.ADOPTED);
        api(lena()).post("/api/v1/decisions/" + without.publicId + "/completion").then().statusCode(422);
    }

    @Test
    void only_a_lead_answers_and_only_staff_see_the_decisions() {
        Draft draft = World.openDraft();
        String id = viewpoint(World.said(draft, "Ring tillbaka samma dag."));
        String list = "/api/v1" + draft.project.path() + "/decisions";
        Map<String, Object> body = Map.of("viewpoints", List.of(id), "disposition", "adopted");
        api(fanny()).body(body).post(list).then().statusCode(404);
        api(linus()).body(body).post(list).then().statusCode(404);
        api(fanny()).get(list).then().statusCode(200);
        api(World.pekka()).get(list).then().statusCode(404);
        api(linus()).get(list).then().statusCode(404);
    }

    @Test
    void reasons_worth_using_again_are_kept_and_filled_in_without_script() {
        Draft draft = World.openDraft();
        String phrases = "/api/v1" + draft.project.path() + "/phrases";
        api(lena()).body(Map.of("text", Map.of())).post(phrases).then().statusCode(422);
        String id = api(lena()).body(Map.of("text", REASON)).post(phrases).then().statusCode(201).extract().path("id");
        api(lena()).get(phrases).then().body("items.id", contains(id));
        Contribution said = World.said(draft, "Ring tillbaka samma dag.");
        var filled = as(lena()).get(said.path()).submit("button[name=phrase]",
                Map.of("disposition", "LATER", "reason-sv", "Bra tanke.")).is(200).document();
        assertEquals("Bra tanke. Vi lovar en dag.", filled.selectFirst("#reason-sv").text());
        assertEquals("Lupaamme päivän.", filled.selectFirst("#reason-fi").text());
        assertEquals(1, filled.select("#disposition-LATER[checked]").size());
        assertEquals(0, decisions(draft.project));
    }

    @Test
    void after_an_answer_the_next_that_waits_is_there_at_once() {
        Draft draft = World.openDraft();
        Contribution first = World.said(draft, "Ring tillbaka samma dag.");
        Contribution second = World.said(draft, "Skicka planen hem till mig.");
        as(lena()).post(first.path(), first.path() + "/decisions", "disposition", "ADOPTED").is(303).follow()
                .shows("Svaret är sparat").shows("Skicka planen hem till mig.");
        as(lena()).post(second.path(), second.path() + "/decisions", "disposition", "NOT_ADOPTED").refuses("reason");
        as(lena()).post(second.path(), second.path() + "/decisions", "disposition", "LATER", "reason-sv", "Snart",
                "reviewOn", "nästa år").refuses("reviewOn");
        as(lena()).post(second.path(), second.path() + "/decisions", "disposition", "NOT_ADOPTED", "reason-sv",
                "Det går inte nu.").seesOther(draft.project.path() + "/decisions");
        as(lena()).get(draft.project.path() + "/input").shows("Allt är besvarat");
    }

    @Test
    void the_same_form_sent_twice_counts_once() {
        Draft draft = World.openDraft();
        Contribution said = World.said(draft, "Ring tillbaka samma dag.");
        World.said(draft, "Skicka planen hem till mig.");
        var page = as(lena()).get(said.path());
        page.submit("form[action$=/decisions]", Map.of("disposition", "ADOPTED")).is(303);
        page.submit("form[action$=/decisions]", Map.of("disposition", "ADOPTED")).is(303);
        assertEquals(1, decisions(draft.project));
        assertEquals(1, entries(draft.project));
    }

    @Test
    void all_that_waits_under_a_topic_is_answered_at_once() {
        Draft draft = World.openDraft();
        List<Contribution> said = List.of(World.said(draft, "Öppna tidigare."), World.said(draft, "Stäng senare."),
                World.said(draft, "Annat."));
        said.subList(0, 2).forEach(s -> api(lena()).body(Map.of("viewpoint", viewpoint(s), "topic", "tider / öppet"))
                .post("/api/v1" + s.path() + "/topics").then().statusCode(200));
        String link = as(lena()).get(draft.project.path() + "/input").shows("2 väntar").document().select(".topics a")
                .attr("href");
        var page = as(lena()).get(link).shows("Öppna tidigare.").shows("Stäng senare.").hides("Annat.");
        page.submit("form[action*=topics]", Map.of("disposition", "ADOPTED")).is(303);
        assertEquals(1, decisions(draft.project));
        api(lena()).get("/api/v1" + draft.project.path() + "/contributions?state=undecided").then()
                .body("total", equalTo(1));
    }

    @Test
    void three_hundred_viewpoints_need_no_more_statements_than_a_few() {
        Draft draft = World.openDraft();
        Contribution one = World.said(draft, "Ring tillbaka samma dag.");
        for (int i = 0; i < 299; i++) World.said(draft, "Ring tillbaka samma dag, säger nummer " + i + ".");
        var lena = as(lena());
        for (String path : List.of(draft.project.path() + "/input", one.path(), draft.project.path() + "/decisions")) {
            List<String> heard = Statements.during(() -> lena.get(path).is(200));
            assertTrue(heard.size() <= 8, () -> path + "\n" + String.join("\n", heard));
        }
        decide(draft.project, Map.of("viewpoints",
                act(() -> Viewpoint.<Viewpoint>list("project.id", draft.project.id).stream()
                .map(v -> v.publicId).toList()), "disposition", "adopted")).then().statusCode(201);
        World.rewrite(draft, "så snart vi hinner", "senast följande vardag");
        List<String> heard = Statements.during(() -> lena.get(draft.path() + "/working-copy/changes").is(200));
        assertTrue(heard.size() <= 8, () -> String.join("\n", heard));
    }
}
