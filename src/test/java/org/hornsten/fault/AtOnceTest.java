package org.hornsten.fault;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.decision.Decision;
import org.hornsten.decision.Disposition;
import org.hornsten.draft.Draft;
import org.hornsten.input.Contribution;
import org.hornsten.ledger.Entry;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.hornsten.World.act;
import static org.hornsten.World.lena;
import static org.hornsten.World.pekka;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Two or many who do the same at the same moment: each is answered in words, and nothing is done twice or undone. */
@QuarkusTest
class AtOnceTest {
    private static final int MANY = 12;

    @Test
    void many_projects_of_one_title_each_get_an_address() throws Exception {
        String token = Browser.token(lena());
        String title = "Samma namn " + UUID.randomUUID();
        List<Integer> statuses = statuses(IntStream.range(0, MANY).mapToObj(i -> (Callable<Response>) () -> as(token)
                .body(Map.of("title", Map.of("sv", title), "level", "consult", "stage", "idea", "languages", List.of("sv")))
                .post("/api/v1/projects")).toList());
        assertEquals(MANY, statuses.stream().filter(status -> status == 201).count(), statuses::toString);
    }

    @Test
    void of_many_first_ratings_by_one_person_one_stays() throws Exception {
        Draft draft = World.openDraft();
        String token = Browser.token(pekka());
        List<Integer> statuses = statuses(IntStream.range(0, MANY).mapToObj(i -> (Callable<Response>) () -> as(token)
                .header("Idempotency-Key", "rate-" + i).body(Map.of("version", 1, "scores", Map.of("clear", 1 + i % 5)))
                .post("/api/v1" + draft.path() + "/ratings")).toList());
        assertTrue(statuses.stream().allMatch(status -> status == 201), statuses::toString);
    }

    @Test
    void of_many_who_bring_the_same_language_one_does() throws Exception {
        Draft draft = World.draft(World.project());
        String token = Browser.token(lena());
        List<Integer> statuses = statuses(IntStream.range(0, MANY).mapToObj(i -> (Callable<Response>) () -> as(token)
                .body(Map.of("language", "fi", "markdown", "## Suunnitelma\n\nRivi " + i + "."))
                .put("/api/v1" + draft.path() + "/working-copy")).toList());
        assertTrue(statuses.stream().allMatch(status -> status < 500), statuses::toString);
        assertTrue(statuses.contains(200), statuses::toString);
    }

    @Test
    void of_many_who_close_a_round_one_does() throws Exception {
        Draft draft = World.openDraft();
        String token = Browser.token(lena());
        List<Integer> statuses = statuses(IntStream.range(0, MANY).mapToObj(i -> (Callable<Response>) () ->
                as(token).body(Map.of()).post("/api/v1" + draft.path() + "/closing")).toList());
        assertEquals(1, statuses.stream().filter(status -> status < 300).count(), statuses::toString);
        assertEquals(1, act(() -> Entry.count("verb = 'closed' and aboutId = ?1", draft.publicId)));
    }

    @RepeatedTest(10)
    void a_promise_is_not_done_after_it_was_revised() throws Exception {
        Draft draft = World.openDraft();
        Contribution said = World.said(draft, "Utbilda personalen.");
        Decision decision = World.decided(said, Disposition.PARTLY_ADOPTED);
        String token = Browser.token(lena());
        Map<String, Object> answer = Map.of("disposition", "adopted", "reason", Map.of("sv", "Vi gör det."), "action",
                Map.of("text", Map.of("sv", "Kurs"), "responsible", "Sara", "dueOn", "2027-03-01"));
        String next = as(token).body(answer).post("/api/v1" + decision.path() + "/revision").then().statusCode(201)
                .extract().path("id");
        statuses(List.of(() -> as(token).body(answer).post("/api/v1/decisions/" + next + "/revision"),
                () -> as(token).post("/api/v1/decisions/" + next + "/completion")));
        Decision first = act(() -> Decision.<Decision>find("publicId", next).firstResult());
        assertTrue(first.supersededOn != null, "the revised answer is open again");
    }

    private static RequestSpecification as(String token) {
        return RestAssured.given().contentType("application/json").header("Authorization", "Bearer " + token);
    }

    private static List<Integer> statuses(List<Callable<Response>> acts) throws Exception {
        ExecutorService all = Executors.newFixedThreadPool(acts.size());
        try {
            List<Integer> statuses = new ArrayList<>();
            for (Future<Response> answer : all.invokeAll(acts)) statuses.add(answer.get().statusCode());
            return statuses;
        } finally {
            all.shutdownNow();
        }
    }
}
