package org.hornsten.reading;

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
import org.hornsten.draft.Comparison;
import org.hornsten.draft.Draft;
import org.hornsten.hearing.Remark;
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
import static org.hornsten.World.pekka;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Reading what is published, and comparing versions. */
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
    void the_same_page_again_is_not_sent_again() throws InterruptedException {
        Draft draft = World.openDraft();
        var first = api(pekka()).get("/api/v1" + draft.path() + "/versions/1");
        assertEquals(304, api(pekka()).header("If-None-Match", first.header("ETag"))
                .get("/api/v1" + draft.path() + "/versions/1").statusCode());
        String page = as(pekka()).get(draft.path()).response.header("ETag");
        // tokens tell the second they were made in
        Thread.sleep(1000);
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
                    new Remark(1, "sv", "", passages.get(i % 50), new Quote("", "", ""),
                    Saying.Kind.COMMENT, "Ord " + i, Channel.LETTER, null, World.today()).by(loaded,
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
