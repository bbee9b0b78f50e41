package org.hornsten.trace;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.decision.Decision;
import org.hornsten.decision.Disposition;
import org.hornsten.draft.Draft;
import org.hornsten.hearing.Remark;
import org.hornsten.identity.Person;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Channel;
import org.hornsten.input.Contribution;
import org.hornsten.input.Receipts;
import org.hornsten.input.Saying;
import org.hornsten.publishing.Publication;
import org.hornsten.text.Quote;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.api;
import static org.hornsten.Browser.as;
import static org.hornsten.World.act;
import static org.hornsten.World.aino;
import static org.hornsten.World.lena;
import static org.hornsten.World.linus;
import static org.hornsten.World.oskar;
import static org.hornsten.World.pekka;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Why and where, through the doors people and programs use. */
@QuarkusTest
class TraceDoorsTest {
    @Inject Receipts receipts;

    /** What Pekka said of an open draft, with its receipt. */
    private record Said(Draft draft, Contribution contribution, String code) {}

    private Said said(Anonymity anonymity) {
        Draft draft = World.openDraft();
        Person pekka = pekka();
        String code = receipts.code(UUID.randomUUID().toString());
        return act(() -> {
            Draft loaded = World.again(draft);
            String passage = loaded.newest().orElseThrow().text("sv").orElseThrow().outline.passages().get(1).id();
            Remark remark = new Remark(1, "sv", "", passage, new Quote("", "", ""), Saying.Kind.COMMENT,
                    "Lova en bestämd dag.", Channel.WEB, anonymity, World.today());
            return new Said(draft, remark.by(loaded,
                    new Remark.Speaker(Optional.of(pekka), pekka.kind, "Panelisten", 1,
                    Optional.empty()), receipts.mark(code)), code);
        });
    }

    private Said changed() {
        Said said = said(Anonymity.PSEUDONYM);
        Decision decision = World.decided(said.contribution(), Disposition.ADOPTED);
        World.publishNext(said.draft(), decision);
        return said;
    }

    private static String why(Said said) {
        return "/api/v1/drafts/" + said.draft().publicId + "/versions/2/why?language=sv";
    }

    @Test
    void each_new_word_tells_its_version_its_decision_and_who_asked() {
        Said said = changed();
        JsonPath why = api(aino()).get(why(said)).then().statusCode(200).extract().jsonPath();
        String passage = "sections[0].passages[1]";
        assertEquals("Vi ringer tillbaka senast följande vardag.",
                String.join("", why.getList(passage + ".spans.text")));
        String span = passage + ".spans.find { it.since == 2 }";
        assertEquals("adopted", why.getString(span + ".because[0].disposition"));
        assertEquals("Vi lovar en dag.", why.getString(span + ".because[0].reason.sv"));
        assertEquals(said.contribution().publicId, why.getString(span + ".because[0].viewpoints[0].contribution"));
        assertEquals("så snart vi hinner", why.getString(passage + ".removed[0].text").strip());
        assertEquals(2, why.getInt(passage + ".removed[0].in"));
    }

    @Test
    void how_often_it_was_said_is_hidden_while_few_said_it() {
        Said said = changed();
        JsonPath why = api(lena()).get(why(said)).then().statusCode(200).extract().jsonPath();
        String told = "sections[0].passages[1].spans.find { it.since == 2 }.because[0]";
        assertNull(why.get(told + ".said"));
        assertTrue(why.getBoolean(told + ".suppressed"));
        as(lena()).get(place(said, 2)).shows("Sagt av färre än 5").shows("Lova en bestämd dag.");
    }

    @Test
    void outsiders_find_neither_the_text_nor_the_journey_nor_the_numbers() {
        Said said = changed();
        api(oskar()).get(why(said)).then().statusCode(404);
        api(linus()).get("/api/v1/contributions/" + said.contribution().publicId + "/journey").then().statusCode(404);
        api(oskar()).get("/api/v1/projects/" + project(said) + "/coverage").then().statusCode(404);
        RestAssured.get("/api/v1/contributions/" + said.contribution().publicId + "/journey").then().statusCode(401);
        as(oskar()).get("/drafts/" + said.draft().publicId + "/versions/2/why").is(404);
    }

    @Test
    void a_version_or_language_that_is_not_there_is_not_found() {
        Said said = changed();
        String draft = "/api/v1/drafts/" + said.draft().publicId;
        api(lena()).get(draft + "/versions/3/why").then().statusCode(404);
        api(lena()).get(draft + "/versions/2/why?language=fi").then().statusCode(404);
        api(lena()).get(draft + "/versions/2/why").then().statusCode(200);
    }

    @Test
    void the_page_of_a_passage_reads_before_and_after_in_words() {
        Said said = changed();
        as(aino()).get("/drafts/" + said.draft().publicId + "/versions/2/why").shows("Ändrat i version 2");
        Browser.Page page = as(aino()).get(place(said, 2)).shows("Vi lovar en dag.").shows("Ja, tillgodosedd");
        assertEquals("borttaget: så snart vi hinner slut på borttaget,", page.document().select("del").get(0).text());
        assertTrue(page.document().select("ins").get(0).text().startsWith("tillagt: senast följande vardag"));
        as(aino()).get(place(said, 1)).shows("De här orden har stått här sedan första versionen.");
    }

    private static String place(Said said, int version) {
        String passage = act(() -> World.again(said.draft()).newest().orElseThrow().text("sv").orElseThrow()
                .outline.passages().get(1).id());
        return "/drafts/%s/versions/%d/why/%s?language=sv".formatted(said.draft().publicId, version, passage);
    }

    private static String project(Said said) {
        return act(() -> World.again(said.draft()).project.publicId);
    }

    @Test
    void the_receipt_opens_the_journey_without_signing_in() {
        Said said = changed();
        JsonPath journey = RestAssured.get("/api/v1/receipts/" + said.code()).then().statusCode(200).extract()
                .jsonPath();
        assertEquals(List.of("received", "decided", "told", "changed"), journey.getList("steps.step"));
        assertEquals("Lova en bestämd dag.", journey.getString("viewpoints[0].exact"));
        assertEquals("Vi ringer tillbaka senast följande vardag.", journey.getString("viewpoints[0].changes[0].after"));
        Browser visitor = Browser.nobody();
        visitor.get("/r").submit("main form", Map.of("code", said.code().toLowerCase().replace("-", " ")))
                .seesOther("/r/journey").follow().shows("Texten ändrades i version 2").shows("Vi lovar en dag.");
    }

    @Test
    void the_author_opens_it_too_unless_it_was_said_anonymously() {
        Said open = said(Anonymity.PSEUDONYM);
        Said hidden = said(Anonymity.ANONYMOUS);
        String path = "/api/v1/contributions/%s/journey";
        api(pekka()).get(path.formatted(open.contribution().publicId)).then().statusCode(200);
        api(pekka()).get(path.formatted(hidden.contribution().publicId)).then().statusCode(404);
        api(lena()).get(path.formatted(hidden.contribution().publicId)).then().statusCode(200);
        as(pekka()).get(open.contribution().path() + "/journey").shows("Odottaa vastausta");
    }

    @Test
    void a_code_is_read_kindly_and_a_wrong_one_says_what_is_wrong() {
        Browser visitor = Browser.nobody();
        visitor.get("/r").submit("main form", Map.of("code", "")).refuses("code");
        visitor.get("/r").submit("main form", Map.of("code", "ACD0-4KMX")).refuses("code");
        String nobodys = receipts.code(UUID.randomUUID().toString());
        Browser.Page unknown = visitor.get("/r").submit("main form", Map.of("code", nobodys)).refuses("code");
        assertTrue(unknown.document().select("#code").val().equals(nobodys), "what was typed stays");
        RestAssured.get("/api/v1/receipts/" + nobodys).then().statusCode(404);
        RestAssured.get("/api/v1/receipts/nonsense").then().statusCode(404);
    }

    @Test
    void whoever_fails_often_is_offered_the_phone_and_paper() {
        Browser visitor = Browser.nobody();
        String nobodys = receipts.code(UUID.randomUUID().toString());
        Browser.Page last = null;
        for (int i = 0; i < Guesses.MANY; i++) last = visitor.get("/r").submit("main form", Map.of("code", nobodys));
        assertTrue(last.document().text().contains("ringa oss"), last.document().text());
    }

    @Test
    void staff_and_the_holder_of_the_receipt_write_to_each_other() {
        Said said = said(Anonymity.ANONYMOUS);
        String path = "/api/v1/contributions/" + said.contribution().publicId + "/messages";
        api(lena()).body(Map.of("words", "Vilken dag passar?")).post(path).then().statusCode(201);
        api(pekka()).body(Map.of("words", "Jag!")).post(path).then().statusCode(404);
        api(lena()).body(Map.of("words", " ")).post(path).then().statusCode(422);
        RestAssured.given().contentType("application/json").body(Map.of("words", "Måndag."))
                .post("/api/v1/receipts/" + said.code() + "/messages").then().statusCode(201);
        JsonPath opened = RestAssured.get("/api/v1/receipts/" + said.code()).jsonPath();
        assertEquals(List.of("Vilken dag passar?", "Måndag."), opened.getList("messages.words"));
        assertEquals(List.of(true, false), opened.getList("messages.staff"));
        Browser visitor = opened(said);
        visitor.post("/r/journey", "/r/messages", "words", "Eller tisdag.").seesOther("/r/journey#messages");
        visitor.post("/r/journey", "/r/messages", "words", "").refuses("words");
        as(lena()).get(said.contribution().path() + "/journey").shows("Eller tisdag.");
    }

    @Test
    void what_is_taken_back_is_gone_and_its_receipt_looks_unknown() {
        Said said = said(Anonymity.PSEUDONYM);
        Browser visitor = opened(said);
        visitor.get("/r/withdrawal").shows("Ta tillbaka det du sade?");
        visitor.post("/r/withdrawal", "/r/withdrawal").seesOther("/r/withdrawn").follow().shows("Dina ord är borta");
        RestAssured.get("/api/v1/receipts/" + said.code()).then().statusCode(404);
        assertFalse(act(() -> Contribution.<Contribution>findById(said.contribution().id).words).contains("dag"));
    }

    @Test
    void what_was_said_anonymously_is_not_taken_back_after_the_round() {
        Said said = said(Anonymity.ANONYMOUS);
        act(() -> Publication.close(World.again(said.draft()), "Slut för i år.", Clock.systemUTC()));
        Browser visitor = opened(said);
        visitor.get("/r/journey").hides("Ta tillbaka det jag sade");
        visitor.get("/r/withdrawal").seesOther("/r");
    }

    @Test
    void closing_the_receipt_forgets_it_in_this_browser() {
        Browser visitor = opened(said(Anonymity.PSEUDONYM));
        visitor.post("/r/journey", "/r/closing").seesOther("/r");
        visitor.get("/r/journey").seesOther("/r");
    }

    private static Browser opened(Said said) {
        Browser visitor = Browser.nobody();
        visitor.get("/r").submit("main form", Map.of("code", said.code())).is(303);
        return visitor;
    }

    @Test
    void members_read_the_numbers_and_small_groups_stay_hidden() {
        Said said = changed();
        JsonPath member = api(aino()).get("/api/v1/projects/" + project(said) + "/coverage").then().statusCode(200)
                .extract().jsonPath();
        for (String few : List.of("contributions.total", "contributions.byChannel.web", "viewpoints.total",
                "viewpoints.decided", "dispositions.adopted"))
            assertTrue(member.getBoolean(few + ".suppressed"), few);
        assertEquals(1, member.getInt("changes.explained"));
        assertEquals(1, member.getInt("promises.kept"));
        JsonPath staff = api(lena()).get("/api/v1/projects/" + project(said) + "/coverage").jsonPath();
        assertEquals(1, staff.getInt("contributions.byChannel.web"));
        assertTrue(staff.getBoolean("contributions.byAuthorKind.panel_member.suppressed"));
        String slug = act(() -> World.again(said.draft()).project.slug);
        as(aino()).get("/projects/" + slug + "/coverage").hides("1 av 1 ärenden").shows("Siffror visas från 5 och uppåt");
    }
}
