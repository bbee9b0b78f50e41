package org.hornsten;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hornsten.decision.Decision;
import org.hornsten.decision.Disposition;
import org.hornsten.draft.Draft;
import org.hornsten.identity.Person;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Contribution;
import org.hornsten.input.Moderation;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Entry;
import org.hornsten.project.Project;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hornsten.Browser.api;
import static org.hornsten.Browser.as;
import static org.hornsten.Browser.nobody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What people under 18 say is seen by nobody outside the project's staff until staff have let it through. */
@QuarkusTest
class ModerationTest {

    /** Somebody young who came by a link, what he or she said, and the receipt. */
    private record Young(String token, String said, String receipt) {
        static Young in(Draft draft, String words) {
            return in(draft, words, "young_person", "from_16");
        }

        static Young in(Draft draft, String words, String kind, String band) {
            String link = api(World.lena()).body(Map.of("about", Map.of("kind", "draft", "id", draft.publicId),
                    "channel", "handed_out", "to", List.of(Map.of("kind", kind, "ageBand", band, "language", "sv",
                    "name", "Ylva Yng")))).post("/api/v1/invitations").then().statusCode(201).extract()
                    .path("items[0].token");
            String token = RestAssured.given().contentType("application/json").body(Map.of("token", link))
                    .post("/api/v1/access").then().statusCode(200).extract().path("token");
            return said(draft, words, token);
        }

        static Young said(Draft draft, String words, String token) {
            Map<String, String> stored = RestAssured.given().contentType("application/json")
                    .header("Authorization", "Bearer " + token).header("Idempotency-Key", "" + UUID.randomUUID())
                    .body(Map.of("version", 1, "language", "sv", "kind", "comment", "words", words))
                    .post("/api/v1/drafts/" + draft.publicId + "/contributions").then().statusCode(201).extract()
                    .path("$");
            return new Young(token, stored.get("id"), stored.get("receipt"));
        }

        Contribution now() {
            return World.act(() -> Contribution.<Contribution>find("publicId", said).firstResult());
        }
    }

    @Test
    void no_public_door_shows_what_staff_have_not_let_through() {
        Example example = Example.made().lookingAt(1);
        Draft draft = example.draft();
        String words = "Tonårsord " + UUID.randomUUID();
        Young ylva = Young.in(draft, words);
        Decision decision = World.decided(ylva.now(), Disposition.ADOPTED);
        World.publishNext(draft, decision);
        World.act(() -> Project.update("open = true where id = ?1", draft.project.id));

        assertEquals(Set.of(), doors(example, words), "while they wait");
        judge(ylva, "keep", "Du berättar var du bor.").is(303);
        assertEquals(Set.of(), doors(example, words), "kept back");

        judge(ylva, "pass", "").is(303);
        Set<String> open = doors(example, words);
        for (String door : List.of("GET /drafts/{draft}/versions/{number}/comments",
                "GET /drafts/{draft}/versions/{number}/why/{place}", "GET /api/v1/drafts/{draft}/versions/{number}/why"))
            assertTrue(open.stream().anyMatch(seen -> seen.endsWith(" " + door)), door + " is not in " + open);
        assertTrue(open.stream().allMatch(seen -> seen.startsWith("Pekka")), "only who takes part: " + open);
    }

    /** Where these words are shown to anybody who does not work with the project. */
    private static Set<String> doors(Example example, String words) {
        Set<String> doors = new TreeSet<>();
        Map<String, Browser> browsers = Map.of("Pekka", as(World.pekka()), "Oskar", as(World.oskar()),
                "Linus", as(World.linus()), "Alva", as(World.alva()), "nobody", nobody());
        Map<String, Person> people = Map.of("Pekka", World.pekka(), "Oskar", World.oskar(), "Linus", World.linus());
        AccessTest.TABLE.values().stream().flatMap(String::lines).map(row -> row.replace(" *", ""))
                .filter(row -> row.startsWith("GET ") && !row.equals("GET /sbom")).forEach(row -> {
            for (int number : List.of(1, 2)) {
                String path = example.path(row).replace("/versions/1", "/versions/" + number);
                if (row.contains("/api/")) people.forEach((name, person) -> {
                    if (api(person).get(path).asString().contains(words)) doors.add(name + " " + row);
                });
                else browsers.forEach((name, browser) -> {
                    if (browser.sent("GET", path).asString().contains(words)) doors.add(name + " " + row);
                });
            }
        });
        if (browsers.get("Pekka").post("/me", "/me/copy").files().toString().contains(words)) doors.add("Pekka copy");
        return doors;
    }

    @Test
    void counts_beside_the_text_leave_out_what_others_may_not_read() {
        Draft draft = World.openDraft();
        Young ylva = Young.in(draft, "Om helheten.");
        String page = draft.path() + "/versions/1/comments";
        as(World.pekka()).get(page).hides("Om helheten.");
        as(World.fanny()).get(page).shows("Om helheten.");
        judge(ylva, "pass", "").is(303);
        as(World.pekka()).get(page).shows("Om helheten.");
    }

    @Test
    void the_writer_sees_that_it_is_read_first_and_why_it_is_kept_back() {
        Draft draft = World.openDraft();
        Young ylva = Young.in(draft, "Jag bor på Solgatan.");
        receipt(ylva).shows("Vi läser det innan andra får se det");
        RestAssured.get("/api/v1/receipts/" + ylva.receipt).then().body("steps.step", contains("received", "held"));
        judge(ylva, "keep", " ").refuses("reason").is(422);
        judge(ylva, "keep", "Du berättar var du bor.").is(303);
        receipt(ylva).shows("Bara de som arbetar med projektet läser det").shows("Du berättar var du bor.");
        RestAssured.get("/api/v1/receipts/" + ylva.receipt).then().body("steps.step", hasItem("kept_back"))
                .body("steps.note", hasItem("Du berättar var du bor."));
        assertEquals(1, Entry.count("verb = 'keptback' and aboutId = ?1", ylva.said));
        judge(ylva, "pass", "").is(303);
        receipt(ylva).hides("Bara de som arbetar");
        assertEquals(1, Entry.count("verb = 'letthrough' and aboutId = ?1", ylva.said));
    }

    @Test
    void the_reason_goes_with_the_words() {
        Young ylva = Young.in(World.openDraft(), "Jag bor på Solgatan.");
        judge(ylva, "keep", "Du skriver Solgatan.").is(303);
        RestAssured.given().contentType("application/json").header("Authorization", "Bearer " + ylva.token)
                .delete("/api/v1/me").then().statusCode(204);
        assertTrue(ylva.now().moderation.note.matches("█+"), ylva.now().moderation.note);
    }

    @Test
    void staff_find_it_on_their_work_list_and_go_on_to_the_next() {
        Draft draft = World.openDraft();
        Young first = Young.in(draft, "Det första.");
        Young second = Young.said(draft, "Det andra.", first.token);
        World.said(draft, "En vuxens ord.");
        String list = draft.project.path() + "/input?state=held";
        assertFalse(as(World.fanny()).get("/").is(200).document().select("a[href='" + list + "']").isEmpty());
        as(World.fanny()).get(list).shows("Det första.").shows("Det andra.").hides("En vuxens ord.");
        api(World.lena()).get("/api/v1/projects/" + draft.project.slug + "/contributions?state=held").then()
                .body("items.id", contains(first.said, second.said)).body("items.moderation", hasItem("waiting"));
        judge(first, "pass", "").seesOther("/contributions/" + second.said + "/moderation");
        judge(second, "pass", "").is(303);
        assertTrue(as(World.fanny()).get("/").document().select("a[href='" + list + "']").isEmpty());
        as(World.fanny()).get("/contributions/" + second.said + "/masking").is(200);
    }

    @Test
    void programs_let_through_and_keep_back_by_the_same_rules() {
        Young ylva = Young.in(World.openDraft(), "Ord.");
        String path = "/api/v1/contributions/" + ylva.said + "/moderation";
        api(World.fanny()).body(Map.of("letThrough", false)).post(path).then().statusCode(422)
                .body("errors[0].field", equalTo("reason"));
        api(World.fanny()).body(Map.of("reason", "Det är privat.")).post(path).then().statusCode(200)
                .body("moderation", equalTo("kept_back"));
        api(World.fanny()).body(Map.of("letThrough", true)).post(path).then().statusCode(200)
                .body("moderation", equalTo("passed"));
        api(World.pekka()).body(Map.of("letThrough", true)).post(path).then().statusCode(404);
    }

    @Test
    void nobody_keeps_back_what_an_adult_said() {
        Draft draft = World.openDraft();
        Contribution said = World.said(draft, "Det här är dåligt.");
        String page = "/contributions/" + said.publicId + "/moderation";
        as(World.lena()).get(page).is(404);
        api(World.lena()).body(Map.of("reason", "Nej.")).post("/api/v1" + page).then().statusCode(422);
        assertThrows(Refused.class, () -> World.act(() ->
                Contribution.<Contribution>findById(said.id).keepBack("Nej.", World.today())));
        Young grown = Young.in(draft, "Jag är arton.", "young_person", "adult");
        assertEquals(Moderation.State.FREE, grown.now().moderation.state);
        as(World.pekka()).get(draft.path() + "/versions/1/comments").shows("Det här är dåligt.").shows("Jag är arton.");
    }

    /** That one of them waits to be read must not tell who of the anonymous is young. */
    @Test
    void where_young_people_are_asked_all_anonymous_words_are_read_first() {
        Draft draft = World.openDraft(Anonymity.ANONYMOUS);
        Contribution before = World.said(draft, "Före.");
        assertEquals(Moderation.State.FREE, state(before));
        Young ylva = Young.in(draft, "Ungas ord.");
        Contribution adult = World.said(draft, "Vuxnas ord.");
        assertEquals(state(ylva.now()), state(adult));
        assertEquals(Moderation.State.WAITING, state(adult));
        as(World.pekka()).get(draft.path() + "/versions/1/comments").shows("Före.").hides("Vuxnas ord.")
                .hides("Ungas ord.");
        Draft grownUps = World.openDraft(Anonymity.ANONYMOUS);
        assertEquals(Moderation.State.FREE, state(World.said(grownUps, "Utan unga.")));
    }

    @Test
    void what_is_typed_in_for_a_young_person_waits_too() {
        Draft draft = World.openDraft();
        for (String kind : List.of("young_person", "customer")) {
            String id = api(World.fanny()).header("Idempotency-Key", kind + draft.publicId).body(Map.of("version", 1,
                    "language", "sv", "kind", "comment", "words", "På telefon.", "channel", "phone", "onBehalfOf",
                    Map.of("kind", kind))).post("/api/v1/drafts/" + draft.publicId + "/contributions").then()
                    .statusCode(201).extract().path("id");
            assertEquals(kind.equals("customer"), Contribution.<Contribution>find("publicId", id).firstResult()
                    .moderation.state == Moderation.State.FREE);
        }
        api(World.fanny()).get("/api/v1/projects/" + draft.project.slug + "/contributions?state=held").then()
                .body("items.author.kind", not(hasItem("customer")));
    }

    private static Moderation.State state(Contribution said) {
        return World.act(() -> Contribution.<Contribution>findById(said.id).moderation.state);
    }

    private static Browser.Page judge(Young young, String what, String reason) {
        return as(World.fanny()).get("/contributions/" + young.said + "/moderation")
                .submit("button[value=" + what + "]", what.equals("keep") ? Map.of("reason", reason) : Map.of());
    }

    private static Browser.Page receipt(Young young) {
        return nobody().get("/r").submit("main form", Map.of("code", young.receipt)).follow();
    }
}
