package org.hornsten.project;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hornsten.World;
import org.hornsten.identity.Person;
import org.hornsten.ledger.Entry;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hornsten.Browser.api;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

@QuarkusTest
class ProjectApiTest {

    @Test
    void what_is_not_said_about_a_new_project_is_as_usual() {
        String title = unique();
        create(Map.of("title", Map.of("sv", title))).then().statusCode(201)
                .header("Location", endsWith("/api/v1/projects/" + Slug.plain(title)))
                .header("ETag", notNullValue())
                .body("level", is("consult")).body("stage", is("idea")).body("languages", equalTo(List.of("sv", "fi")))
                .body("phases", empty()).body("open", is(false)).body("title.sv", is(title));
    }

    @Test
    void two_projects_of_one_title_get_different_addresses() {
        Map<String, Object> wanted = Map.of("title", Map.of("sv", unique()));
        assertNotEquals(create(wanted).path("slug").toString(), create(wanted).path("slug").toString());
    }

    @Test
    void a_wished_address_that_is_taken_or_misspelt_is_refused() {
        String slug = Slug.plain(unique());
        create(Map.of("slug", slug, "title", Map.of("sv", "Ett"))).then().statusCode(201);
        for (String wish : List.of(slug, "Stora Bokstäver", "new", "-a", "a--b", "x".repeat(81)))
            create(Map.of("slug", wish, "title", Map.of("sv", "Två"))).then().statusCode(422)
            .body("errors[0].field", is("slug"));
    }

    @Test
    void a_project_needs_a_title() {
        for (Object body : List.of(Map.of(), Map.of("title", Map.of()), Map.of("title", Map.of("sv", "  "))))
            create(body).then().statusCode(422).body("errors[0].field", is("title"));
    }

    @Test
    void what_cannot_be_read_is_400() {
        for (String body : List.of("{\"title\":{\"sv\":\"a\"},\"level\":\"decide\"}", "{\"title\":\"a\"}",
                "{\"titel\":{\"sv\":\"a\"}}", "{", "", "[]"))
            assertEquals(400, api(World.lena()).body(body).post("/api/v1/projects").statusCode(), body);
    }

    @Test
    void errors_come_in_the_language_asked_for() {
        Map<String, String> words = Map.of("sv", "Skriv en rubrik", "fi", "Kirjoita otsikko", "en", "Write a title");
        words.forEach((language, start) -> assertEquals(true, api(World.lena()).header("Accept-Language", language)
                .body("{}").post("/api/v1/projects").jsonPath().getString("errors[0].message").startsWith(start),
                language));
    }

    @Test
    void wrong_types_are_told_and_not_guessed_around() {
        for (String body : List.of("{\"title\":{\"sv\":5}}", "{\"title\":{\"sv\":\"A\"},\"level\":1}",
                "{\"title\":{\"sv\":\"A\"},\"languages\":[null]}", "{\"title\":{\"sv\":\"A\"}} {}",
                "{\"title\":{\"sv\":\"A\"},\"title\":{\"sv\":\"B\"}}", "{\"x\":" + "[".repeat(10_000) + "}",
                "{\"title\":" + "1".repeat(2_000) + "}"))
            api(World.lena()).body(body).post("/api/v1/projects").then().statusCode(400);
    }

    @Test
    void a_project_keeps_its_address() {
        String project = World.project().slug;
        api(World.lena()).body(Map.of("slug", "annan")).patch("/api/v1/projects/" + project).then().statusCode(422)
                .body("errors[0].field", equalTo("slug"));
        api(World.lena()).body(Map.of("slug", project)).patch("/api/v1/projects/" + project).then().statusCode(200);
    }

    @Test
    void rules_of_the_texts_are_told_beside_their_field() {
        refused("languages", Map.of("title", Map.of("sv", "a"), "languages", List.of()));
        refused("languages", Map.of("title", Map.of("sv", "a"), "languages", List.of("de")));
        refused("title", Map.of("title", Map.of("de", "a")));
        refused("title", Map.of("title", Map.of("sv", "a".repeat(201))));
        refused("summary", Map.of("title", Map.of("sv", "a"), "summary", Map.of("fi", "a".repeat(4001))));
        refused("phases", Map.of("title", Map.of("sv", "a"), "phases", List.of(Map.of("from", "2027-01-01"))));
        refused("phases", Map.of("title", Map.of("sv", "a"), "phases", List.of(Map.of("title", Map.of("sv", "b"),
                "from", "2027-02-01", "to", "2027-01-01"))));
    }

    @Test
    void only_leads_and_administrators_set_projects_up() {
        String body = "{\"title\":{\"sv\":\"a\"}}";
        for (Person who : List.of(World.pekka(), World.fanny(), World.oskar()))
            api(who).body(body).post("/api/v1/projects").then().statusCode(404);
        RestAssured.given().contentType("application/json").body(body).post("/api/v1/projects").then().statusCode(401);
    }

    @Test
    void setting_up_is_kept_in_the_ledger_and_a_refusal_is_not() {
        String id = create(Map.of("title", Map.of("sv", unique()))).path("id");
        assertEquals(1, Entry.count("aboutId = ?1 and verb = 'setup'", id));
        long before = Entry.count("verb", "setup");
        create(Map.of()).then().statusCode(422);
        assertEquals(before, Entry.count("verb", "setup"));
    }

    @Test
    void a_closed_project_is_seen_by_its_people_only_and_an_open_one_by_all() {
        String slug = create(Map.of("title", Map.of("sv", unique()))).path("slug");
        String path = "/api/v1/projects/" + slug;
        api(World.lena()).get(path).then().statusCode(200);
        api(World.linus()).get(path).then().statusCode(404);
        RestAssured.get(path).then().statusCode(401);
        api(World.lena()).body("{\"open\":true}").patch(path).then().statusCode(200);
        RestAssured.get(path).then().statusCode(200).body("slug", is(slug));
        api(World.linus()).body("{\"stage\":\"draft\"}").patch(path).then().statusCode(404);
    }

    @Test
    void a_change_changes_what_it_names_and_leaves_the_rest() {
        String path = "/api/v1/projects/"
                + create(Map.of("title", Map.of("sv", unique()), "level", "involve")).path("slug");
        String title = api(World.lena()).get(path).path("title.sv");
        api(World.lena()).body("{\"stage\":\"draft\",\"promise\":{\"fi\":\"Vastaamme.\"}}").patch(path).then()
                .statusCode(200)
                .body("stage", is("draft")).body("promise.fi", is("Vastaamme.")).body("level", is("involve"))
                .body("title.sv", is(title)).header("ETag", is("\"1\""));
    }

    @Test
    void an_edition_somebody_else_has_changed_is_not_overwritten() {
        String path = "/api/v1/projects/" + create(Map.of("title", Map.of("sv", unique()))).path("slug");
        String seen = api(World.lena()).get(path).header("ETag");
        patch(path, seen, "draft").then().statusCode(200);
        patch(path, seen, "decided").then().statusCode(412).contentType("application/problem+json");
        api(World.lena()).get(path).then().body("stage", is("draft"));
        patch(path, "*", "almost_ready").then().statusCode(200);
    }

    @Test
    void lists_come_in_pages_and_hold_only_what_one_may_see() {
        String mine = create(Map.of("title", Map.of("sv", unique()))).path("slug");
        create(Map.of("title", Map.of("sv", unique())));
        Response first = api(World.lena()).get("/api/v1/projects?size=1");
        first.then().statusCode(200).body("items.size()", is(1)).body("next", notNullValue());
        api(World.lena()).get("/api/v1/projects?size=1&after=" + first.path("next")).then()
                .body("items[0].slug", is(mine));
        api(World.linus()).get("/api/v1/projects?size=200").then().body("items.slug", not(hasItem(mine)));
        api(World.lena()).get("/api/v1/projects?size=0").then().statusCode(400);
        api(World.lena()).get("/api/v1/projects?after=x").then().statusCode(400);
    }

    @Test
    void a_lead_lets_people_in_by_user_name_or_without_an_account() {
        String members = "/api/v1/projects/" + create(Map.of("title", Map.of("sv", unique()))).path("slug")
                + "/members";
        add(members, Map.of("person", "panelist")).then().statusCode(201).body("role", is("participant"))
                .body("kind", is("panel_member")).body("id", is(World.pekka().publicId));
        add(members, Map.of("person", World.aino().publicId, "kind", "customer")).then().statusCode(201)
                .body("kind", is("customer"));
        add(members, Map.of("person", Map.of("kind", "customer", "language", "fi", "pseudonym", "Satu"))).then()
                .statusCode(201).body("pseudonym", is("Satu")).body("number", is(4));
        api(World.lena()).get(members).then().body("total", is(4)).body("items[0].role", is("lead"));
        api(World.pekka()).get(members).then().statusCode(404);
    }

    @Test
    void who_cannot_be_let_in_is_told_by_field() {
        String members = "/api/v1/projects/" + create(Map.of("title", Map.of("sv", unique()))).path("slug")
                + "/members";
        add(members, Map.of("person", "nobody-at-all")).then().statusCode(422).body("errors[0].field", is("person"));
        add(members, Map.of()).then().statusCode(422).body("errors[0].field", is("person"));
        add(members, Map.of("person", Map.of("language", "fi"))).then().statusCode(422)
                .body("errors[0].field", is("kind"));
        add(members, Map.of("person", Map.of("kind", "customer"))).then().statusCode(422)
                .body("errors[0].field", is("language"));
        add(members, Map.of("person", "panelist", "role", "lead")).then().statusCode(422)
                .body("errors[0].field", is("role"));
        add(members, Map.of("person", "lead", "role", "participant")).then().statusCode(422)
                .body("errors[0].field", is("role"));
        add(members, Map.of("person", Map.of("kind", "customer", "shoe", 43))).then().statusCode(400);
        api(World.linus()).body("{\"person\":\"panelist\"}").post(members).then().statusCode(404);
    }

    private static Response create(Object body) {
        return api(World.lena()).body(body).post("/api/v1/projects");
    }

    private static void refused(String field, Object body) {
        create(body).then().statusCode(422).body("errors[0].field", is(field));
    }

    private static Response patch(String path, String seen, String stage) {
        return api(World.lena()).header("If-Match", seen).body(Map.of("stage", stage)).patch(path);
    }

    private static Response add(String members, Object body) {
        return api(World.lena()).body(body).post(members);
    }

    private static String unique() {
        return "Försök " + UUID.randomUUID();
    }
}
