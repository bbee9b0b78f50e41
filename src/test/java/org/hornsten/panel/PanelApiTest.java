package org.hornsten.panel;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hornsten.World;
import org.hornsten.home.Erased;
import org.hornsten.identity.Person;
import org.hornsten.project.Project;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hornsten.Browser.api;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Panels and seats for other programs: names and shapes as described. */
@QuarkusTest
class PanelApiTest {
    private static final LocalDate FROM = World.today();
    private static final Map<String, String> TERM = Map.of("from", FROM.toString(), "to",
            FROM.plusYears(2).minusDays(1).toString());

    @Test
    void a_panel_is_set_up_read_listed_and_changed() {
        Project project = World.project();
        String panels = "/api/v1/projects/" + project.slug + "/panels";
        Response made = api(World.lena()).body(Map.of("kind", "customer_panel", "name", Map.of("sv", "Klientrådet"),
                "term", TERM, "size", 20, "target", Map.of("ageGroup", Map.of("from_65", 8), "municipality",
                Map.of("Malax", 2)))).post(panels);
        made.then().statusCode(201).header("Location", containsString(panels)).body("kind", is("customer_panel"))
                .body("size", is(20)).body("target.ageGroup.from_65", is(8)).body("minimumAge", is(16))
                .body("excludes", equalTo(List.of("staff", "council"))).body("term.from", is(FROM.toString()));
        String panel = panels + "/" + made.path("id");
        api(World.fanny()).get(panel).then().statusCode(200).header("ETag", notNullValue());
        api(World.fanny()).get(panels).then().body("total", is(1));
        api(World.lena()).body(Map.of("size", 18, "name", Map.of("fi", "Raati"))).patch(panel).then().statusCode(200)
                .body("size", is(18)).body("target.municipality.Malax", is(2)).body("name.fi", is("Raati"));
        api(World.lena()).header("If-Match", "\"77\"").body(Map.of("size", 3)).patch(panel).then().statusCode(412);
        api(World.lena()).body(Map.of("size", 1)).patch(panel).then().statusCode(422)
                .body("errors[0].field", is("target.ageGroup"));
        api(World.lena()).body(Map.of("name", Map.of("sv", "x"))).post(panels).then().statusCode(422)
                .body("errors[0].field", is("kind"));
        api(World.lena()).body(Map.of("kind", "council")).post(panels).then().statusCode(422)
                .body("errors[0].field", is("name"));
        api(World.lena()).body(Map.of("kind", "parliament")).post(panels).then().statusCode(400);
        api(World.pekka()).get(panel).then().statusCode(404);
        api(World.linus()).get(panels).then().statusCode(404);
    }

    @Test
    void members_and_deputies_sit_are_listed_go_on_and_leave() {
        String council = founded("council");
        Response member = seat(council, "Aino Lind", "member", "Malax");
        member.then().statusCode(201).body("kind", is("member")).body("nominatingBody", is("Malax"))
                .body("name", is("Aino Lind")).body("term.to", is(TERM.get("to")));
        seat(council, "Bo Berg", "deputy", "Malax").then().statusCode(201)
                .body("deputyOf", equalTo(member.path("id")));
        seat(council, "Cia Carp", "member", "malax").then().statusCode(422)
                .body("errors[0].field", is("nominatingBody"));
        api(World.lena()).get(council + "/members").then().body("total", is(2));
        api(World.fanny()).get(council + "/members").then().body("items[0].name", nullValue());
        String first = council + "/members/" + member.path("id");
        api(World.lena()).body(Map.of("term", Map.of("from", FROM.toString(), "to", FROM.plusYears(3).toString())))
                .post(first + "/renewal").then().statusCode(422).body("errors[0].field", is("from"));
        api(World.lena()).delete(first + "?reason=moved&on=" + FROM).then().statusCode(200)
                .body("endReason", is("moved"));
        api(World.lena()).delete(first + "?reason=moved").then().statusCode(422);
        seat(council, "Cia Carp", "member", "Malax").then().statusCode(201);
        api(World.lena()).get(council + "/members").then().body("total", is(2));
        api(World.lena()).get(council + "/members?all=true").then().body("total", is(3));
    }

    @Test
    void a_term_is_renewed_while_the_panel_goes_on() {
        String group = founded("reference_group");
        String id = api(World.lena()).body(Map.of("person", Map.of("name", "Aino", "language", "sv"), "term",
                Map.of("from", FROM.toString(), "to", FROM.plusDays(30).toString()))).post(group + "/members").then()
                .statusCode(201).extract().path("id");
        api(World.lena()).body(Map.of()).post(group + "/members/" + id + "/renewal").then().statusCode(201)
                .body("renews", is(id)).body("term.from", is(FROM.plusDays(31).toString()));
    }

    @Test
    void whoever_may_not_sit_is_refused_beside_the_field() {
        String panel = founded("customer_panel");
        api(World.lena()).body(Map.of("person", "facilitator", "profile", Map.of("ageGroup", "from_30")))
                .post(panel + "/members").then().statusCode(422).body("errors[0].field", is("person"));
        api(World.lena()).body(Map.of("person", Map.of("name", "Ung", "language", "sv"), "profile",
                Map.of("ageGroup", "under_18"), "birthYear", FROM.getYear() - 12)).post(panel + "/members").then()
                .statusCode(422).body("errors[0].field", is("birthYear"));
        api(World.lena()).body(Map.of()).post(panel + "/members").then().statusCode(422)
                .body("errors[0].field", is("person"));
        api(World.lena()).get(panel + "/members").then().body("total", is(0));
    }

    @Test
    void the_composition_is_told_and_an_ended_panel_takes_nobody() {
        String panel = founded("reference_group");
        api(World.lena()).body(Map.of("target", Map.of("language", Map.of("sv", 2)))).patch(panel).then()
                .statusCode(200);
        api(World.lena()).body(Map.of("person", "panelist", "profile", Map.of("language", "sv")))
                .post(panel + "/members").then().statusCode(201);
        api(World.lena()).get(panel + "/composition").then().statusCode(200).body("items[2].rows[0].wanted", is(2))
                .body("items[2].rows[0].present", is(1)).body("items[2].rows[0].met", is(false));
        api(World.fanny()).get(panel + "/composition").then().statusCode(404);
        api(World.lena()).delete(panel).then().statusCode(204);
        api(World.lena()).get(panel).then().body("endedOn", notNullValue()).body("sitting", is(0));
        seat(panel, "Sen Person", "member", "").then().statusCode(422);
        api(World.lena()).delete(panel).then().statusCode(422);
    }

    @Test
    void what_a_seat_tells_of_a_person_goes_with_the_person() {
        String panel = founded("reference_group");
        Response made = api(World.lena()).body(Map.of("person", Map.of("name", "Siv", "language", "sv"), "profile",
                Map.of("ageGroup", "from_85", "municipality", "Kaskö"))).post(panel + "/members");
        String person = made.path("person");
        World.act(() -> {
            Person siv = Person.find("publicId", person).firstResult();
            Experience.given(siv, Seat.everOf(siv).get(0).panel.project, new Experience.Consent(Set.of(
                    Area.MEMORY), Set.of(Experience.Purpose.TASKS), FROM, FROM.plusDays(5)),
                    Optional.empty(), FROM);
            return siv;
        });
        Erased.now(person);
        World.act(() -> {
            Person siv = Person.find("publicId", person).firstResult();
            Seat seat = Seat.everOf(siv).get(0);
            assertEquals(Profile.NONE, seat.profile());
            assertEquals(Seat.Reason.ERASED, seat.endReason);
            assertEquals(0, Experience.everOf(siv).size());
            return seat;
        });
        api(World.lena()).get(panel + "/members").then().body("total", is(0));
    }

    private static String founded(String kind) {
        String panels = "/api/v1/projects/" + World.project().slug + "/panels";
        return panels + "/" + api(World.lena()).body(Map.of("kind", kind, "name", Map.of("sv", "Prov"), "term", TERM))
                .post(panels).then().statusCode(201).extract().path("id");
    }

    private static Response seat(String panel, String name, String kind, String body) {
        return api(World.lena()).body(Map.of("person", Map.of("name", name, "language", "sv"), "kind", kind,
                "nominatingBody", body, "term", TERM)).post(panel + "/members");
    }
}
