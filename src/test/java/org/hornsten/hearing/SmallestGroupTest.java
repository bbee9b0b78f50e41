package org.hornsten.hearing;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Version;
import org.hornsten.identity.AgeBand;
import org.hornsten.identity.Passes;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Channel;
import org.hornsten.input.Gate;
import org.hornsten.kit.Secrets;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.rating.Rating;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hornsten.Browser.api;
import static org.hornsten.Browser.as;
import static org.hornsten.World.act;
import static org.hornsten.World.lena;
import static org.hornsten.World.pekka;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A round may ask for more than five people to make a group, and must where minors take part. */
@QuarkusTest
class SmallestGroupTest {
    @Inject EntityManager db;
    @Inject Passes passes;
    @Inject Mixer mixer;

    private static Draft unpublished() {
        return World.draft(World.project());
    }

    private static ValidatableResponse publish(Draft draft, Integer k, String anonymity) {
        Map<String, Object> body = new HashMap<>(Map.of("anonymity", anonymity, "criteria",
                List.of(Map.of("key", "clear", "label", Map.of("sv", "Tydlig")))));
        if (k != null) body.put("k", k);
        return api(lena()).body(body).post("/api/v1" + draft.path() + "/versions").then();
    }

    private static Draft delicate() {
        Draft draft = unpublished();
        publish(draft, 10, "pseudonym").statusCode(201);
        return draft;
    }

    private static int k(Draft draft) {
        return api(lena()).get("/api/v1" + draft.path() + "/versions").then().statusCode(200).extract()
                .path("items[0].k");
    }

    private static void rate(Draft draft, int... scores) {
        act(() -> Arrays.stream(scores).mapToObj(score -> Rating.given(Version.of(World.again(draft), 1).orElseThrow(),
                Secrets.fingerprint("r" + UUID.randomUUID()), Map.of("clear", score), Channel.WORKSHOP,
                PersonKind.CUSTOMER)).toList());
    }

    private static JsonPath rated(Draft draft) {
        return api(lena()).get("/api/v1" + draft.path() + "/ratings").then().statusCode(200).extract().jsonPath();
    }

    private static void close(Draft draft) {
        api(lena()).body(Map.of("overrideReason", "Slut.")).post("/api/v1" + draft.path() + "/closing").then()
                .statusCode(200);
    }

    private Person asked(Project project, AgeBand band) {
        return act(() -> {
            Person person = Person.withoutAccount("Yrsa", null, PersonKind.YOUNG_PERSON, "sv", null);
            person.isOf(band);
            Membership.of(Project.findById(project.id), person, Membership.Role.PARTICIPANT, person.kind);
            return person;
        });
    }

    @Test
    void it_is_five_unless_the_lead_asks_for_more_and_never_less() {
        Draft draft = unpublished();
        publish(draft, 4, "pseudonym").statusCode(422).body("errors.field", contains("k"));
        publish(draft, 101, "pseudonym").statusCode(422);
        publish(draft, null, "pseudonym").statusCode(201);
        assertEquals(5, k(draft));
        assertEquals(10, k(delicate()));
    }

    @Test
    void the_lead_chooses_it_on_the_page_and_reads_what_it_means() {
        Draft draft = unpublished();
        Browser lena = as(lena());
        String publishing = draft.path() + "/publishing";
        lena.get(publishing).shows("Hur många ska ha svarat innan siffror visas?").shows("Minst 10 personer");
        lena.post(publishing, publishing, "k", "").refuses("k");
        lena.post(publishing, publishing, "k", "10").is(303);
        assertEquals(10, k(draft));
        rate(draft, 1, 2, 3, 4, 5);
        lena.get(draft.path()).shows("färre än 10").shows("visas när rundan är över och minst 10 har gett betyg");
        as(pekka()).reading("en").get(draft.path() + "/versions/1/rating")
                .shows("Results of fewer than 10 people are not shown.");
    }

    @Test
    void where_minors_take_part_it_is_ten() {
        Draft draft = unpublished();
        asked(draft.project, AgeBand.FROM_16);
        publish(draft, 5, "pseudonym").statusCode(422).body("errors.field", contains("k"));
        assertFalse(as(lena()).get(draft.path() + "/publishing").shows("eftersom minderåriga deltar").document()
                .select("#k-10").isEmpty());
        publish(draft, null, "pseudonym").statusCode(201);
        assertEquals(10, k(draft));
        Draft grown = unpublished();
        asked(grown.project, AgeBand.ADULT);
        publish(grown, null, "pseudonym").statusCode(201);
        assertEquals(5, k(grown));
    }

    @Test
    void it_can_be_raised_before_the_first_answer_and_not_be_changed_after_it() {
        Draft draft = unpublished();
        publish(draft, null, "pseudonym").statusCode(201);
        String version = "/api/v1" + draft.path() + "/versions/1";
        api(lena()).body(Map.of("k", 3)).patch(version).then().statusCode(422);
        api(lena()).body(Map.of("k", 12)).patch(version).then().statusCode(200).body("k", equalTo(12))
                .body("anonymity", equalTo("pseudonym"));
        rate(draft, 4);
        api(lena()).body(Map.of("k", 20)).patch(version).then().statusCode(409);
        Long round = act(() -> Version.of(World.again(draft), 1).orElseThrow().round.id);
        assertThrows(RuntimeException.class, () -> act(() -> db.createNativeQuery("update round set k = 5 where id = ?1")
                .setParameter(1, round).executeUpdate()), "nor by who has the database");
    }

    @Test
    void a_delicate_matter_is_shown_when_the_round_is_over_and_ten_have_answered() {
        Draft draft = delicate();
        rate(draft, IntStream.range(0, 25).map(i -> 1 + i % 5).toArray());
        assertTrue(rated(draft).getBoolean("items[0].suppressed"), "not while it is open");
        close(draft);
        assertEquals(List.of(5, 5, 5, 5, 5), rated(draft).getList("items[0].distribution"));
        Draft few = delicate();
        rate(few, 1, 2, 3, 4, 5, 1, 2, 3, 4);
        close(few);
        assertTrue(rated(few).getBoolean("items[0].suppressed"));
    }

    @Test
    void all_ratings_are_in_the_numbers_when_the_day_of_the_round_has_passed() {
        Draft draft = unpublished();
        publish(draft, null, "pseudonym").statusCode(201);
        rate(draft, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2);
        assertEquals(5, rated(draft).getInt("items[0].n"), "five or more stay behind while it is open");
        Long round = act(() -> Version.of(World.again(draft), 1).orElseThrow().round.id);
        act(() -> db.createNativeQuery("update round set closes_at = utc_timestamp(6) - interval 1 hour where id = ?1")
                .setParameter(1, round).executeUpdate());
        mixer.mix();
        assertEquals(12, rated(draft).getInt("items[0].n"));
        assertEquals(List.of(3, 3, 2, 2, 2), rated(draft).getList("items[0].distribution"));
    }

    @Test
    void where_nearly_all_of_a_small_group_agree_only_what_most_gave_is_told() {
        for (int other : List.of(4, 2)) {
            Draft draft = delicate();
            rate(draft, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, other);
            close(draft);
            JsonPath told = rated(draft);
            assertEquals(12, told.getInt("items[0].n"));
            assertEquals(4, told.getInt("items[0].most"));
            assertNull(told.get("items[0].distribution"));
            assertNull(told.get("items[0].mean"));
            as(lena()).get(draft.path()).shows("de flesta gav 4").hides("4,0").hides("3,8");
        }
    }

    @Test
    void numbers_about_the_whole_project_are_as_careful_as_its_most_careful_round() {
        Draft draft = delicate();
        for (int i = 0; i < 9; i++) World.said(draft, "En röst till.");
        act(() -> {
            Gate.heard(Project.findById(draft.project.id));
            return draft;
        });
        String coverage = "/api/v1/projects/" + draft.project.publicId + "/coverage";
        api(pekka()).get(coverage).then().body("contributions.total.suppressed", equalTo(true));
        as(pekka()).reading("sv").get("/projects/" + draft.project.slug).shows("färre än 10");
        World.said(draft, "Den tionde.");
        act(() -> {
            Gate.heard(Project.findById(draft.project.id));
            return draft;
        });
        api(pekka()).get(coverage).then().body("contributions.total", equalTo(10));
    }

    @Test
    void without_a_name_twice_as_many_must_be_asked_and_batches_are_as_large() {
        Draft draft = unpublished();
        List<Person> people = IntStream.range(0, 20).mapToObj(i -> asked(draft.project, AgeBand.ADULT)).toList();
        publish(draft, 11, "anonymous").statusCode(201);
        // 22 are asked with Pekka and Aino
        for (int i = 0; i < 20; i++) rate(draft, people.get(i), 1 + i % 5);
        mixer.mix();
        assertEquals(20L, waiting(draft), "twenty are no pool of twice eleven");
        close(draft);
        assertEquals(0L, waiting(draft));
        assertEquals(20, rated(draft).getInt("items[0].n"));
        Draft small = unpublished();
        asked(small.project, AgeBand.ADULT);
        for (int i = 0; i < 11; i++) asked(small.project, AgeBand.ADULT);
        publish(small, 10, "anonymous").statusCode(201);
        as(pekka()).reading("sv").get(small.path()).shows("Vi visar inte vem som svarat");
    }

    private void rate(Draft draft, Person person, int score) {
        RestAssured.given().contentType("application/json").header("Authorization", "Bearer "
                + passes.issue(person, Duration.ofHours(1)).token()).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("version", 1, "scores", Map.of("clear", score)))
                .post("/api/v1" + draft.path() + "/ratings").then().statusCode(201);
    }

    private long waiting(Draft draft) {
        return act(() -> db.createQuery("select count(s) from Sealed s where s.instrument = ?1", Long.class)
                .setParameter(1, Version.of(World.again(draft), 1).orElseThrow().round.ratings()).getSingleResult());
    }
}
