package org.hornsten.home;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.decision.Disposition;
import org.hornsten.draft.Draft;
import org.hornsten.input.Contribution;
import org.hornsten.ledger.Entry;
import org.hornsten.trace.Coverage;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hornsten.Browser.as;
import static org.hornsten.Browser.nobody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

@QuarkusTest
class MeTest {

    @Test
    void my_page_shows_what_i_said_and_where_it_went() {
        Contribution said = World.said(World.openDraft(), "Numret ska stå på papper, tack.");
        Browser pekka = as(World.pekka());
        Browser.Page page = pekka.get("/me").shows("Numret ska stå på papper, tack.");
        assertFalse(page.document().select("a[href=" + said.path() + "/journey]").isEmpty());
    }

    @Test
    void my_page_is_mine_and_asks_others_to_sign_in() {
        World.said(World.openDraft(), "Detta är Pekkas egna ord.");
        as(World.aino()).get("/me").hides("Detta är Pekkas egna ord.");
        nobody().get("/me").seesOther("/sign-in?back=%2Fme");
        RestAssured.get("/api/v1/me").then().statusCode(401);
    }

    @Test
    void the_api_tells_who_i_am_and_what_i_may_take_part_in() {
        Draft draft = World.openDraft();
        Browser.api(World.pekka()).get("/api/v1/me").then().statusCode(200).body("name", is("Pekka"))
                .body("kind", is("panel_member"))
                .body("languages", equalTo(List.of("fi"))).body("grants.about.id", hasItem(draft.project.publicId));
    }

    @Test
    void a_language_is_kept_and_an_unknown_one_refused() {
        Browser guest = guest(World.openDraft());
        guest.post("/me", "/me/language", "language", "en").seesOther("/me");
        guest.get("/me").shows("My page");
        guest.post("/me", "/me/language", "language", "tlh").refuses("language");
    }

    @Test
    void erasing_me_takes_name_and_words_and_changes_no_count() {
        Draft draft = World.openDraft();
        String token = access(draft);
        say(draft, token, "Mitt hemliga namn är Kaj.");
        Contribution said = Contribution.<Contribution>find("aboutId", draft.publicId).firstResult();
        World.decided(said, Disposition.NOT_ADOPTED);
        Coverage before = coverage(draft);

        RestAssured.given().header("Authorization", "Bearer " + token).delete("/api/v1/me").then().statusCode(204);

        RestAssured.given().header("Authorization", "Bearer " + token).get("/api/v1/me").then().statusCode(401);
        Contribution after = World.act(() -> Contribution.<Contribution>find("aboutId", draft.publicId).firstResult());
        assertEquals(said.words.length(), after.words.length());
        assertFalse(after.words.contains("Kaj"));
        assertEquals(null, after.salt);
        assertEquals(before, coverage(draft));
        assertEquals(1, Entry.count("verb = 'erased' and aboutId = ?1", said.publicId));
    }

    @Test
    void erasing_asks_first_and_then_signs_out() {
        Browser guest = guest(World.openDraft());
        guest.get("/me/erasure").is(200);
        guest.get("/me").shows("G.").hides("Gäst");
        guest.post("/me/erasure", "/me/erasure").seesOther("/me/erased");
        guest.get("/me").is(303);
    }

    private static Coverage coverage(Draft draft) {
        return World.act(() -> Coverage.of(World.again(draft).project, true, World.today()));
    }

    private static void say(Draft draft, String token, String words) {
        RestAssured.given().header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", "k" + System.nanoTime())
                .contentType("application/json")
                .body(Map.of("version", 1, "language", "sv", "kind", "comment", "words", words))
                .post("/api/v1/drafts/" + draft.publicId + "/contributions").then().statusCode(201);
    }

    private static String link(Draft draft) {
        return Browser.api(World.lena())
                .body(Map.of("about", Map.of("kind", "draft", "id", draft.publicId), "channel", "handed_out",
                "to", List.of(Map.of("kind", "customer", "language", "sv", "name", "Gäst"))))
                .post("/api/v1/invitations").then().statusCode(201).extract().path("items[0].token");
    }

    private static String access(Draft draft) {
        return RestAssured.given().contentType("application/json").body(Map.of("token", link(draft)))
                .post("/api/v1/access").then().statusCode(200).extract().path("token");
    }

    private static Browser guest(Draft draft) {
        Browser guest = nobody();
        guest.get("/link/" + link(draft)).follow().submit("main form", Map.of()).is(303);
        return guest;
    }
}
