package org.hornsten.hearing;

import io.quarkus.arc.Arc;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hornsten.World;
import org.hornsten.draft.Draft;
import org.hornsten.identity.Passes;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Anonymity;
import org.hornsten.kit.PublicId;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;

import static org.hornsten.Browser.api;
import static org.hornsten.World.act;
import static org.hornsten.World.lena;

/** People with passes, and the draft they are asked about: Pekka and Aino take part too. */
record Crowd(Draft draft, List<Person> people) {

    static Crowd of(int size, Anonymity level) {
        Project project = World.project();
        List<Person> people = act(() -> IntStream.range(0, size).mapToObj(i -> {
            Person person = Person.withoutAccount("Deltagare " + i, null, PersonKind.PANEL_MEMBER, "sv", null);
            Membership.of(Project.findById(project.id), person, Membership.Role.PARTICIPANT, person.kind);
            return person;
        }).toList());
        Draft draft = World.draft(project);
        World.publish(draft, level);
        return new Crowd(draft, people);
    }

    RequestSpecification by(Person person) {
        return RestAssured.given().contentType("application/json").header("Authorization", "Bearer "
                + Arc.container().instance(Passes.class).get().issue(person, Duration.ofHours(1)).token());
    }

    Response say(int who, String words, String key) {
        return by(people.get(who)).header("Idempotency-Key", key).body(Map.of("version", 1, "language", "sv",
                "kind", "comment", "words", words)).post("/api/v1" + draft.path() + "/contributions");
    }

    /** @return the receipt */
    String said(int who, String words) {
        return say(who, words, PublicId.random()).then().statusCode(201).extract().path("receipt");
    }

    List<String> told() {
        return api(lena()).get("/api/v1/projects/" + draft.project.publicId + "/contributions?size=200").then()
                .statusCode(200).extract().path("items.words");
    }

    void close() {
        api(lena()).body(Map.of("overrideReason", "Provet är slut.")).post("/api/v1" + draft.path() + "/closing")
                .then().statusCode(200);
    }
}
