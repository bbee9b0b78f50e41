package org.hornsten.planning;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hornsten.Meeting;
import org.hornsten.World;
import org.hornsten.draft.Draft;
import org.hornsten.project.Project;
import org.hornsten.workshop.Workshop;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hornsten.Browser.api;

/** The same verbs for other programs. */
@QuarkusTest
class WorkshopApiTest {
    private static final Instant STARTS = Meeting.in(10);

    @Test
    void a_workshop_is_planned_listed_and_read() {
        Draft draft = World.openDraft();
        Map<String, Object> body = body();
        body.put("draft", draft.publicId);
        Response made = plan(draft.project, body);
        made.then().statusCode(201).body("title.sv", is("Resultatworkshop")).body("form", is("hybrid"))
                .body("closes", is(STARTS.toString())).body("takesAnswers", is(true)).body("full", is(false))
                .body("programme[1].kind", is("notes")).body("programme[1].at",
                is(STARTS.plus(Duration.ofMinutes(20)).toString())).body("programme[0].key", notNullValue())
                .body("accessibility.inductionLoop", is(true)).body("link", is("https://meet.example.org/x"));
        String path = made.header("Location").replaceFirst(".*(?=/api/)", "");
        api(World.pekka()).get(path).then().statusCode(200).body("link", nullValue()).body("draft", is(draft.publicId));
        api(World.pekka()).get("/api/v1/projects/" + draft.project.slug + "/workshops").then().statusCode(200)
                .body("items", hasSize(1)).body("items[0].id", is(made.path("id").toString())).body("total", is(1));
        api(World.pekka()).get("/api/v1/projects/" + draft.project.slug + "/workshops/" + made.path("id")).then()
                .statusCode(200);
        api(World.lena()).get("/api/v1/projects/" + World.project().slug + "/workshops/" + made.path("id")).then()
                .statusCode(404);
    }

    @Test
    void what_is_wrong_is_told_by_field() {
        Project project = World.project();
        Map<String, Object> wrong = Map.of("ends", STARTS.minusSeconds(60).toString(), "link", "http://meet.example.org",
                "seats", 0, "closes", STARTS.plus(Duration.ofDays(2)).toString(), "title", Map.of(), "draft", "nothing",
                "programme", List.of(Map.of("kind", "talk", "title", Map.of("sv", "Lång"), "minutes", 900)));
        wrong.forEach((field, value) -> {
            Map<String, Object> body = body();
            body.put(field, value);
            plan(project, body).then().statusCode(422).body("errors[0].field", is(field));
        });
        Map<String, Object> body = body();
        body.put("link", "https://lena:secret@meet.example.org");
        plan(project, body).then().statusCode(422).body("errors[0].field", is("link"));
        body.put("form", "telepathic");
        plan(project, body).then().statusCode(400);
    }

    @Test
    void answers_needs_the_queue_and_attendance() {
        Project project = World.project();
        String path = "/api/v1/workshops/" + plan(project, body()).path("id");
        String registrations = path + "/registrations";
        api(World.pekka()).body(Map.of("answer", "yes", "needs", Map.of("interpreter", true, "diet", "inga nötter")))
                .post(registrations).then().statusCode(201).body("state", is("registered"))
                .body("placeInQueue", nullValue()).body("needs.interpreter", is(true))
                .body("needs.diet", is("inga nötter"));
        api(World.aino()).body(Map.of("answer", "yes")).post(registrations).then().statusCode(201)
                .body("state", is("waiting")).body("placeInQueue", is(1));
        api(World.lena()).body(Map.of("answer", "yes", "person", Map.of("kind", "customer", "language", "sv", "name",
                "Tore"))).post(registrations).then().statusCode(201).body("state", is("waiting"))
                .body("placeInQueue", is(2)).body("typedIn", is(true));
        Response list = api(World.fanny()).get(registrations);
        list.then().statusCode(200).body("items.state", equalTo(List.of("registered", "waiting", "waiting")))
                .body("items[0].needs", nullValue()).body("items[0].name", nullValue());
        String first = list.path("items[0].id");
        String second = list.path("items[1].id");
        api(World.fanny()).body(Map.of("present", true)).post(registrations + "/" + first + "/attendance").then()
                .statusCode(200).body("present", is(true));
        api(World.fanny()).body(Map.of("present", true)).post(registrations + "/" + second + "/attendance").then()
                .statusCode(422).body("errors[0].field", is("present"));
        api(World.fanny()).body(Map.of()).post(registrations + "/" + first + "/attendance").then().statusCode(422);
        api(World.pekka()).body(Map.of("answer", "no")).post(registrations).then().statusCode(201)
                .body("state", is("declined")).body("needs", equalTo(Map.of()));
        api(World.fanny()).get(registrations).then().body("items.state",
                equalTo(List.of("registered", "waiting", "declined"))).body("items[1].placeInQueue", is(1));
        api(World.pekka()).body(Map.of()).post(registrations).then().statusCode(422)
                .body("errors[0].field", is("answer"));
        api(World.pekka()).body(Map.of("answer", "perhaps")).post(registrations).then().statusCode(400);
        api(World.pekka()).body(Map.of("answer", "no", "needs", Map.of("other", "x"))).post(registrations).then()
                .statusCode(422).body("errors[0].field", is("needs"));
        api(World.pekka()).get(registrations).then().statusCode(404);
        api(World.oskar()).body(Map.of("answer", "yes")).post(registrations).then().statusCode(404);
        api(World.pekka()).body(Map.of("answer", "yes", "person", "council")).post(registrations).then().statusCode(404);
    }

    @Test
    void after_closing_a_yes_is_refused_in_words() {
        Map<String, Object> body = body();
        body.put("closes", Instant.now().minusSeconds(60).toString());
        String path = "/api/v1/workshops/" + plan(World.project(), body).path("id");
        api(World.pekka()).header("Accept-Language", "en").body(Map.of("answer", "yes")).post(path + "/registrations")
                .then().statusCode(422).body("errors[0].field", is("answer")).body("errors[0].message",
                is("Registration is closed, so we could not take your yes"));
    }

    @Test
    void more_seats_promote_and_an_old_edition_changes_nothing() {
        String path = "/api/v1/workshops/" + plan(World.project(), body()).path("id");
        for (var person : List.of(World.pekka(), World.aino()))
            api(person).body(Map.of("answer", "yes")).post(path + "/registrations").then().statusCode(201);
        api(World.lena()).header("If-Match", "\"77\"").body(Map.of("seats", 2)).patch(path).then().statusCode(412);
        api(World.lena()).body(Map.of("seats", 2)).patch(path).then().statusCode(200).body("seats", is(2))
                .body("title.sv", is("Resultatworkshop"));
        api(World.fanny()).get(path + "/registrations").then()
                .body("items.state", equalTo(List.of("registered", "registered")));
        api(World.lena()).body(Map.of("seats", 1)).patch(path).then().statusCode(422)
                .body("errors[0].field", is("seats"));
        api(World.lena()).body(Map.of("reason", Map.of("sv", "Sjuk"))).post(path + "/cancellation").then()
                .statusCode(200).body("cancelledAt", notNullValue()).body("takesAnswers", is(false));
        api(World.lena()).body(Map.of("reason", Map.of("sv", "Sjuk"))).post(path + "/cancellation").then()
                .statusCode(422);
    }

    @Test
    void minutes_are_put_once_it_has_begun() {
        Workshop workshop = Meeting.planned(World.project(), null);
        String path = "/api/v1/workshops/" + workshop.publicId;
        Map<String, Object> text = Map.of("text", Map.of("sv", "## Det vi sade"));
        api(World.fanny()).body(text).put(path + "/minutes").then().statusCode(422).body("errors[0].field", is("text"));
        Meeting.shift(workshop, Duration.ofDays(-11));
        api(World.fanny()).body(Map.of("text", Map.of("sv", "Utkast"), "published", false)).put(path + "/minutes").then()
                .statusCode(200).body("minutes", nullValue());
        api(World.fanny()).body(text).put(path + "/minutes").then().statusCode(200);
        api(World.pekka()).get(path).then().body("minutes.text.sv", is("## Det vi sade"));
        api(World.fanny()).body(Map.of()).put(path + "/minutes").then().statusCode(422);
        api(World.pekka()).body(text).put(path + "/minutes").then().statusCode(404);
    }

    private static Response plan(Project project, Map<String, Object> body) {
        return api(World.lena()).body(body).post("/api/v1/projects/" + project.slug + "/workshops");
    }

    private static Map<String, Object> body() {
        return new HashMap<>(Map.of("title", Map.of("sv", "Resultatworkshop"), "form", "hybrid",
                "starts", STARTS.toString(), "ends", STARTS.plus(Duration.ofHours(2)).toString(),
                "place", Map.of("sv", "Stadshuset"), "link", "https://meet.example.org/x", "seats", 1,
                "programme", List.of(Map.of("kind", "talk", "title", Map.of("sv", "Välkommen"), "minutes", 20),
                Map.of("kind", "notes", "title", Map.of("sv", "Lappar"), "minutes", 60, "question",
                Map.of("sv", "Vad saknas?"))), "accessibility", Map.of("inductionLoop", true)));
    }
}
