package org.hornsten.draft;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.decision.Disposition;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Channel;
import org.hornsten.input.Saying;
import org.hornsten.identity.PersonKind;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Secrets;
import org.hornsten.project.Project;
import org.hornsten.text.Markdown;
import org.hornsten.text.Quote;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.api;
import static org.hornsten.Browser.as;
import static org.hornsten.World.act;
import static org.hornsten.World.aino;
import static org.hornsten.World.fanny;
import static org.hornsten.World.lena;
import static org.hornsten.World.oskar;
import static org.hornsten.World.pekka;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Reading what is published, comparing versions, rating them. */
@QuarkusTest
class DraftPagesTest {
    private static final int MOST_STATEMENTS = 8;

    @Inject SessionFactory sessions;

    @Test
    void a_draft_never_published_is_told_to_staff_and_not_found_by_others() {
        Draft draft = World.draft(World.project());
        as(lena()).get(draft.path()).shows("Utkastet är inte publicerat ännu");
        assertEquals(404, as(pekka()).get(draft.path()).response.statusCode());
        assertEquals(303, Browser.nobody().get(draft.path()).response.statusCode());
    }

    @Test
    void changed_passages_carry_a_mark_that_leads_to_why() {
        Draft draft = World.openDraft();
        World.publishNext(draft, World.decided(World.said(draft, "Lova en dag."), Disposition.ADOPTED));
        Document page = as(pekka()).reading("sv").get(draft.path() + "?language=sv").is(200).document();
        assertEquals(1, page.select("a.changed").size());
        assertTrue(page.select("a.changed").attr("href").startsWith(draft.path() + "/versions/2/why/"));
        assertTrue(page.select("article .passage:has(a.changed)").text().contains("senast följande vardag"));
    }

    @Test
    void two_versions_are_compared_word_by_word_whichever_comes_first_in_the_address() {
        Draft draft = World.openDraft();
        World.publishNext(draft, World.decided(World.said(draft, "Lova en dag."), Disposition.ADOPTED));
        for (String pair : List.of("/versions/1/diff/2", "/versions/2/diff/1")) {
            Document page = as(aino()).get(draft.path() + pair).is(200).document();
            assertEquals("borttaget: så snart vi hinner (slut på borttaget)", page.select("del").text());
            assertEquals("tillagt: senast följande vardag (slut på tillagt)", page.select("ins").text());
        }
        List<Map<String, Object>> passages = api(pekka()).get("/api/v1" + draft.path() + "/versions/1/diff/2")
                .jsonPath().getList("passages.findAll { it.kind != 'same' }");
        assertEquals(1, passages.size());
        assertEquals("edited", passages.get(0).get("kind"));
        assertEquals(404, api(pekka()).get("/api/v1" + draft.path() + "/versions/1/diff/7").statusCode());
    }

    @Test
    void what_was_removed_stands_where_it_stood() {
        Comparison compared = Comparison.between(withIds("# T\n\n## A\n\nEtt.\n\nTvå.\n\nTre.\n"),
                withIds("# T\n\n## A\n\nEtt.\n\nTre.\n"));
        assertEquals(List.of("T", "A", "Ett.", "Två.", "Tre."), compared.rows().stream()
                .map(row -> row.pieces().get(0).text()).toList());
    }

    private static org.hornsten.text.Outline withIds(String markdown) {
        var read = Markdown.read(markdown);
        return read.withSections(read.sections().stream().map(s -> s.withId(s.heading()).withPassages(
                s.passages().stream().map(p -> p.withId(p.text())).toList())).toList());
    }

    @Test
    void the_same_page_again_is_not_sent_again() {
        Draft draft = World.openDraft();
        var first = api(pekka()).get("/api/v1" + draft.path() + "/versions/1");
        assertEquals(304, api(pekka()).header("If-None-Match", first.header("ETag"))
                .get("/api/v1" + draft.path() + "/versions/1").statusCode());
        String page = as(pekka()).get(draft.path()).response.header("ETag");
        assertEquals(page, as(pekka()).get(draft.path()).response.header("ETag"), "tokens do not count");
        World.said(draft, "Nu är det en till.");
        assertFalse(page.equals(as(pekka()).get(draft.path()).response.header("ETag")));
    }

    @Test
    void a_language_that_is_missing_is_told_and_the_main_text_shown() {
        Draft draft = World.openDraft();
        as(pekka()).get(draft.path() + "?language=fi").shows("Tätä versiota ei ole tällä kielellä: suomi")
                .shows("Numret är öppet");
        as(pekka()).reading("sv").get(draft.path() + "?language=sv-x-easy").is(200);
        assertEquals(404, api(pekka()).get("/api/v1" + draft.path() + "/versions/1?language=fi").statusCode());
        assertEquals(404, api(pekka()).get("/api/v1" + draft.path() + "/versions/9").statusCode());
    }

    @Test
    void the_level_of_privacy_changes_until_the_first_answer_and_never_after() {
        Draft draft = World.openDraft(Anonymity.NAMED);
        String version = "/api/v1" + draft.path() + "/versions/1";
        assertEquals("anonymous", api(lena()).body(Map.of("anonymity", "anonymous")).patch(version).then()
                .statusCode(200).extract().path("anonymity"));
        World.said(draft, "Nu har någon svarat.");
        api(lena()).body(Map.of("anonymity", "named")).patch(version).then().statusCode(409);
        api(pekka()).body(Map.of("anonymity", "named")).patch(version).then().statusCode(404);
    }

    @Test
    void an_anonymous_round_promises_no_more_than_confidence() {
        Draft draft = World.openDraft(Anonymity.ANONYMOUS);
        String page = as(aino()).get(draft.path()).is(200).document().text();
        assertTrue(page.contains("Vi visar inte vem som svarat"), page);
    }

    @Test
    void a_version_is_rated_by_faces_and_again_replaces_while_it_is_open() {
        Draft draft = World.openDraft();
        Browser aino = as(aino());
        String rating = draft.path() + "/versions/1/rating";
        aino.post(rating, rating, "clear", "4").refuses("useful");
        aino.post(rating, rating, "clear", "0", "useful", "0").is(422);
        Document stored = aino.post(rating, rating, "clear", "4", "useful", "0").follow().shows("Ditt betyg är sparat.")
                .document();
        assertTrue(stored.select("#clear-4").hasAttr("checked"));
        aino.post(rating, rating, "clear", "2", "useful", "5").is(303);
        assertEquals(List.of(2, 5),
                act(() -> Rating.<Rating>list("version.draft = ?1 order by score", World.again(draft)).stream()
                .map(r -> r.score).toList()));
    }

    @Test
    void ratings_of_few_are_hidden_in_the_api_and_of_five_are_counted() {
        Draft draft = World.openDraft();
        String ratings = "/api/v1" + draft.path() + "/ratings";
        rate(draft, 4);
        assertEquals(List.of(true, false), api(lena()).get(ratings).jsonPath().getList("items.suppressed"));
        rate(draft, 1);
        var counted = api(lena()).get(ratings).jsonPath();
        assertEquals(5, counted.getInt("items[0].n"));
        assertEquals(List.of(0, 0, 5, 0, 0), counted.getList("items[0].distribution"));
        assertTrue(as(lena()).get(draft.path()).document().select("figure.chart table").text().contains("3,0"));
    }

    private void rate(Draft draft, int people) {
        act(() -> {
            Version version = Version.of(World.again(draft), 1).orElseThrow();
            IntStream.range(0, people).forEach(i -> Rating.given(version, Secrets.fingerprint("r" + UUID.randomUUID()),
                    Map.of("clear", 3), Channel.WORKSHOP, PersonKind.CUSTOMER));
            return people;
        });
    }

    @Test
    void rating_by_api_needs_a_key_an_open_round_and_known_questions() {
        Draft draft = World.openDraft();
        String ratings = "/api/v1" + draft.path() + "/ratings";
        api(pekka()).body(Map.of("version", 1, "scores", Map.of("clear", 3))).post(ratings).then().statusCode(400);
        keyed().body(Map.of("version", 1, "scores", Map.of("nej", 3))).post(ratings).then().statusCode(422);
        keyed().body(Map.of("version", 1, "scores", Map.of("clear", 6))).post(ratings).then().statusCode(422);
        keyed().body(Map.of("version", 1, "scores", Map.of())).post(ratings).then().statusCode(422);
        keyed().body(Map.of("version", 1, "scores", Map.of("clear", 3), "channel", "letter")).post(ratings).then()
                .statusCode(404);
        Draft closed = World.closedDraft();
        keyed().body(Map.of("version", 1, "scores", Map.of("clear", 3))).post("/api/v1" + closed.path() + "/ratings")
                .then().statusCode(422);
        assertEquals(404, api(oskar()).get(ratings).statusCode());
    }

    private static io.restassured.specification.RequestSpecification keyed() {
        return api(pekka()).header("Idempotency-Key", UUID.randomUUID().toString());
    }

    @Test
    void what_another_person_sent_under_the_same_key_is_not_given_out() {
        Draft draft = World.openDraft();
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("version", 1, "language", "sv", "kind", "comment", "words", "Samma ord.");
        String first = api(pekka()).header("Idempotency-Key", key).body(body)
                .post("/api/v1" + draft.path() + "/contributions").then().statusCode(201).extract().path("receipt");
        String other = api(aino()).header("Idempotency-Key", key).body(body)
                .post("/api/v1" + draft.path() + "/contributions").then().statusCode(201).extract().path("receipt");
        assertFalse(first.equals(other));
    }

    @Test
    void fifty_passages_and_five_hundred_comments_cost_no_more_statements_than_one() {
        Project project = World.project();
        String text = IntStream.range(0, 50).mapToObj(i -> (i % 10 == 0 ? "## Avsnitt " + i + "\n\n" : "")
                + "Det här är stycke nummer " + i + " i planen.\n\n").collect(Collectors.joining());
        Draft draft = act(() -> Draft.begun(Project.findById(project.id), Multilingual.of("sv", "Stor"), "sv",
                Markdown.read("# Stor\n\n" + text)));
        World.publish(draft, Anonymity.PSEUDONYM);
        act(() -> {
            Draft loaded = World.again(draft);
            List<String> passages = loaded.newest().orElseThrow().text("sv").orElseThrow().outline.passages().stream()
                    .map(p -> p.id()).toList();
            IntStream.range(0, 500).forEach(i ->
                    loaded.hear(new Remark(1, "sv", "", passages.get(i % 50), new Quote("", "", ""),
                    Saying.Kind.COMMENT, "Ord " + i, Channel.LETTER, null, World.today()),
                    new Remark.Speaker(Optional.empty(), PersonKind.CUSTOMER, "", 0, Optional.of(fanny())),
                    Secrets.fingerprint("big" + UUID.randomUUID())));
            return 500;
        });
        Statistics counted = sessions.getStatistics();
        for (var person : List.of(lena(), pekka())) for (String page
                : List.of("", "/versions/1", "/versions/1/comments",
                "/versions/1/comments/new", "/versions/1/rating")) {
            Browser browser = as(person);
            counted.setStatisticsEnabled(true);
            counted.clear();
            browser.get(draft.path() + page).is(200);
            long statements = counted.getPrepareStatementCount();
            counted.setStatisticsEnabled(false);
            assertTrue(statements > 1 && statements <= MOST_STATEMENTS, page + ": " + statements);
        }
    }
}
