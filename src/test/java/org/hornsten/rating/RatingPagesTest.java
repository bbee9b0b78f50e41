package org.hornsten.rating;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Version;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Channel;
import org.hornsten.kit.Secrets;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.api;
import static org.hornsten.Browser.as;
import static org.hornsten.World.act;
import static org.hornsten.World.aino;
import static org.hornsten.World.lena;
import static org.hornsten.World.oskar;
import static org.hornsten.World.pekka;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Rating a version, by faces and by program. */
@QuarkusTest
class RatingPagesTest {
    @Test
    void a_version_is_rated_by_faces_and_again_replaces_while_it_is_open() {
        Draft draft = World.openDraft();
        Browser aino = as(aino());
        String rating = draft.path() + "/versions/1/rating";
        aino.post(rating, rating, "clear", "4").refuses("useful");
        aino.post(rating, rating, "clear", "0", "useful", "0").is(422);
        Document stored = aino.post(rating, rating, "clear", "4", "useful", "0").follow().shows("Ditt betyg är sparat.")
                .document();
        assertTrue(stored.select("#clear-4").hasAttr("checked"));
        aino.post(rating, rating, "clear", "2", "useful", "5").is(303);
        assertEquals(List.of(2, 5),
                act(() -> Rating.<Rating>list("version.draft = ?1 order by score", World.again(draft)).stream()
                .map(r -> r.score).toList()));
    }

    @Test
    void ratings_of_few_are_hidden_in_the_api_and_of_five_are_counted_when_the_round_is_over() {
        Draft draft = World.openDraft();
        String ratings = "/api/v1" + draft.path() + "/ratings";
        for (int people : List.of(4, 1)) {
            rate(draft, people);
            assertEquals(List.of(true, false), api(lena()).get(ratings).jsonPath().getList("items.suppressed"));
        }
        api(lena()).body(Map.of("overrideReason", "Slut.")).post("/api/v1" + draft.path() + "/closing").then()
                .statusCode(200);
        var counted = api(lena()).get(ratings).jsonPath();
        assertEquals(5, counted.getInt("items[0].n"));
        assertEquals(List.of(0, 0, 5, 0, 0), counted.getList("items[0].distribution"));
        assertTrue(as(lena()).get(draft.path()).document().select("figure.chart table").text().contains("3,0"));
    }

    private void rate(Draft draft, int people) {
        act(() -> {
            Version version = Version.of(World.again(draft), 1).orElseThrow();
            IntStream.range(0, people).forEach(i -> Rating.given(version, Secrets.fingerprint("r" + UUID.randomUUID()),
                    Map.of("clear", 3), Channel.WORKSHOP, PersonKind.CUSTOMER));
            return people;
        });
    }

    @Test
    void rating_by_api_needs_a_key_an_open_round_and_known_questions() {
        Draft draft = World.openDraft();
        String ratings = "/api/v1" + draft.path() + "/ratings";
        api(pekka()).body(Map.of("version", 1, "scores", Map.of("clear", 3))).post(ratings).then().statusCode(400);
        keyed().body(Map.of("version", 1, "scores", Map.of("nej", 3))).post(ratings).then().statusCode(422);
        keyed().body(Map.of("version", 1, "scores", Map.of("clear", 6))).post(ratings).then().statusCode(422);
        keyed().body(Map.of("version", 1, "scores", Map.of())).post(ratings).then().statusCode(422);
        keyed().body(Map.of("version", 1, "scores", Map.of("clear", 3), "channel", "letter")).post(ratings).then()
                .statusCode(404);
        Draft closed = World.closedDraft();
        keyed().body(Map.of("version", 1, "scores", Map.of("clear", 3))).post("/api/v1" + closed.path() + "/ratings")
                .then().statusCode(422);
        assertEquals(404, api(oskar()).get(ratings).statusCode());
    }

    private static io.restassured.specification.RequestSpecification keyed() {
        return api(pekka()).header("Idempotency-Key", UUID.randomUUID().toString());
    }
}
