package org.hornsten.invitation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.hornsten.World;
import org.hornsten.draft.Draft;
import org.hornsten.ledger.Entry;
import org.hornsten.link.PersonalLink;
import org.hornsten.project.Project;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hornsten.Browser.api;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

@QuarkusTest
class InvitationApiTest {
    private static final Map<String, Object> SATU = Map.of("kind", "customer", "language", "fi", "name", "Satu");

    @Test
    void no_lead_becomes_somebody_by_a_link() {
        Project mine = World.project();
        for (String who : List.of("panelist", "facilitator", World.pekka().publicId))
            api(World.lena()).body(Map.of("about", mine.ref(), "to", List.of(who), "channel", "handed_out"))
                    .post("/api/v1/invitations").then().statusCode(422).body("errors[0].field", equalTo("to"));
    }

    @Test
    void a_link_lets_a_person_without_account_take_part() {
        Draft draft = World.openDraft();
        Response made = invite(draft, List.of(SATU), "handed_out");
        made.then().statusCode(201).body("items[0].id", notNullValue()).body("items[0].link", containsString("/link/"))
                .body("items[0].link", endsWith(made.path("items[0].token")));
        Response access = access(made.path("items[0].token"));
        access.then().statusCode(200).body("expiresAt", notNullValue()).body("mayTakePartIn[0].kind", is("draft"))
                .body("mayTakePartIn[0].id", is(draft.publicId));
        as(access.path("token")).get("/api/v1/me").then().statusCode(200).body("name", is("S."));
        as(access.path("token")).get("/api/v1/drafts/" + draft.publicId + "/versions/1").then().statusCode(200);
    }

    @Test
    void a_new_link_ends_the_old_one() {
        Draft draft = World.openDraft();
        Response first = invite(draft, List.of(SATU), "handed_out");
        Response second = invite(draft, List.of(first.path("items[0].person").toString()), "handed_out");
        access(first.path("items[0].token")).then().statusCode(404);
        access(second.path("items[0].token")).then().statusCode(200);
        api(World.lena()).get("/api/v1/invitations?about=draft:" + draft.publicId).then().statusCode(200)
                .body("items.state", is(List.of("ended", "opened")));
    }

    @Test
    void every_token_that_does_not_work_is_answered_alike() {
        Response unknown = access("a".repeat(26));
        for (Object body : List.of(Map.of("token", "rubbish"), Map.of("token", ""), Map.of("code", "ACD-F37-KMA"),
                Map.of())) {
            Response answer = RestAssured.given().contentType("application/json").body(body).post("/api/v1/access");
            assertEquals(404, answer.statusCode());
            assertEquals(unknown.asString(), answer.asString());
        }
    }

    @Test
    void a_code_that_cannot_be_one_is_told_before_any_look_up() {
        RestAssured.given().contentType("application/json").body(Map.of("code", "ACD-F37-KMX")).post("/api/v1/access")
                .then().statusCode(422).body("errors[0].field", is("code"));
    }

    @Test
    void nobody_gets_a_link_that_acts_with_staff_rights() {
        Draft draft = World.openDraft();
        invite(draft, List.of("lead2"), "handed_out").then().statusCode(422).body("errors[0].field", is("to"));
    }

    @Test
    void what_is_missing_or_not_possible_yet_is_told_by_field() {
        Draft draft = World.openDraft();
        invite(draft, List.of(SATU), "email").then().statusCode(422).body("errors[0].field", is("to"));
        invite(draft, List.of(), "handed_out").then().statusCode(422).body("errors[0].field", is("to"));
        invite(draft, List.of(SATU), "pigeon").then().statusCode(400);
        api(World.lena()).body(Map.of("to", List.of(SATU), "channel", "handed_out")).post("/api/v1/invitations")
                .then().statusCode(422).body("errors[0].field", is("about"));
        api(World.lena()).body(Map.of("about", about(draft), "to", List.of(SATU), "channel", "handed_out", "dueOn",
                "2020-01-01")).post("/api/v1/invitations").then().statusCode(422).body("errors[0].field", is("dueOn"));
    }

    @Test
    void another_lead_can_neither_invite_nor_see_who_is_invited() {
        Draft draft = World.openDraft();
        Map<String, Object> body = Map.of("about", about(draft), "to", List.of(SATU), "channel", "handed_out");
        api(World.linus()).body(body).post("/api/v1/invitations").then().statusCode(404);
        api(World.pekka()).body(body).post("/api/v1/invitations").then().statusCode(404);
        RestAssured.given().contentType("application/json").body(body).post("/api/v1/invitations").then()
                .statusCode(401);
        api(World.linus()).get("/api/v1/invitations?about=draft:" + draft.publicId).then().statusCode(404);
        api(World.lena()).get("/api/v1/invitations?about=draft:nothing").then().statusCode(404);
        api(World.lena()).get("/api/v1/invitations").then().statusCode(400);
    }

    @Test
    void the_database_and_the_ledger_hold_no_token() {
        Response made = invite(World.openDraft(), List.of(SATU), "handed_out");
        String token = made.path("items[0].token");
        assertEquals(0, PersonalLink.count("publicId = ?1 or aboutId = ?1", token));
        assertFalse(Entry.<Entry>listAll().stream()
                .anyMatch(entry -> entry.payload.contains(token) || entry.aboutId.contains(token)));
        access(token).then().statusCode(200);
        assertEquals(1, Entry.count("verb = 'used' and aboutId = ?1", made.<String>path("items[0].id")));
    }

    private static Map<String, String> about(Draft draft) {
        return Map.of("kind", "draft", "id", draft.publicId);
    }

    private static Response invite(Draft draft, List<?> to, String channel) {
        return api(World.lena()).body(Map.of("about", about(draft), "to", to, "channel", channel))
                .post("/api/v1/invitations");
    }

    private static Response access(String token) {
        return RestAssured.given().contentType("application/json").body(Map.of("token", token)).post("/api/v1/access");
    }

    private static io.restassured.specification.RequestSpecification as(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token);
    }
}
