package org.hornsten.fee;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.ledger.Entry;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hornsten.Browser.api;
import static org.hornsten.Browser.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class PayrollTest {

    @Test
    void a_claim_of_a_program_is_decided_by_the_lead_and_comes_into_the_list() {
        Attended here = Attended.by(Attended.eva()).agreed();
        String claims = "/api/v1/workshops/" + here.workshop().publicId + "/claims";
        String id = api(Attended.eva()).body(Map.of("items", List.of(Map.of("kind", "fee", "amount", 6250),
                Map.of("kind", "travel_km", "amount", 2365, "note", "43 km")))).post(claims).then().statusCode(201)
                .body("state", equalTo("sent")).body("total", equalTo(8615)).body("items.kind",
                contains("fee", "travel_km")).extract().path("id");
        api(Attended.eva()).body(Map.of("items", List.of(Map.of("kind", "ticket", "amount", 1)))).post(claims).then()
                .statusCode(409);
        api(Attended.eva()).get("/api/v1/claims/" + id).then().statusCode(200).body("state", equalTo("sent"));
        api(World.pekka()).get("/api/v1/claims/" + id).then().statusCode(404);
        api(Attended.eva()).body(Map.of("decision", "approved")).post("/api/v1/claims/" + id + "/approval").then()
                .statusCode(404);
        api(World.lena()).body(Map.of("decision", "returned")).post("/api/v1/claims/" + id + "/approval").then()
                .statusCode(422).body("errors.field", hasItem("reason"));
        api(World.lena()).get("/api/v1/projects/" + here.project().slug + "/claims?status=sent").then()
                .body("items.id", contains(id)).body("total", equalTo(1));
        api(World.lena()).body(Map.of("decision", "approve", "payrollReference", "4711"))
                .post("/api/v1/claims/" + id + "/approval").then().statusCode(200).body("state", equalTo("approved"));
        api(World.lena()).body(Map.of("decision", "approved")).post("/api/v1/claims/" + id + "/approval").then()
                .statusCode(409);
        List<List<String>> rows = table(here, "");
        assertEquals(PayrollTable.COLUMNS, String.join(",", rows.get(0)));
        assertEquals(List.of("", id, World.today().minusDays(1).toString(), "4711", "fee", "", "", "6250", "EUR", "",
                ""), rows.get(1));
        assertEquals(List.of("", id, World.today().minusDays(1).toString(), "4711", "travel_km", "", "", "2365", "EUR",
                "", "43 km"), rows.get(2));
    }

    @Test
    void what_is_no_claim_is_refused_in_words() {
        Attended here = Attended.by(Attended.eva()).agreed();
        String claims = "/api/v1/workshops/" + here.workshop().publicId + "/claims";
        for (Object wrong : List.of(-1, 0, 500_001, 9_000_000_000L)) api(Attended.eva()).body(Map.of("items", List.of(
                Map.of("kind", "fee", "amount", wrong, "note", "n")))).post(claims).then().statusCode(422);
        for (Object wrong : List.of(12.5, "12", true)) api(Attended.eva()).body(Map.of("items", List.of(
                Map.of("kind", "ticket", "amount", wrong)))).post(claims).then().statusCode(400);
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(Map.of("items", List.of()), Map.of(),
                Map.of("items", List.of(Map.of("kind", "fee", "amount", 6251))),
                Map.of("items", List.of(Map.of("kind", "meal", "amount", 1501))),
                Map.of("items", List.of(Map.of("kind", "ticket"))), Map.of("items", List.of(Map.of("amount", 1))),
                Map.of("items", List.of(Map.of("kind", "fee", "amount", 1), Map.of("kind", "fee", "amount", 2))),
                Map.of("items", List.of(Map.of("kind", "fee", "amount", 1)), "feeDeclined", true),
                Map.of("items", Collections.nCopies(21, Map.of("kind", "other", "amount", 1)))))
            api(Attended.eva()).body(wrong).post(claims).then().statusCode(422);
        api(Attended.eva()).body(Map.of("items", List.of(Map.of("kind", "wine", "amount", 1)))).post(claims).then()
                .statusCode(400);
        api(World.pekka()).body(Map.of("items", List.of(Map.of("kind", "ticket", "amount", 1)))).post(claims).then()
                .statusCode(422);
        api(World.oskar()).body(Map.of("items", List.of(Map.of("kind", "ticket", "amount", 1)))).post(claims).then()
                .statusCode(404);
        assertEquals(0, Claim.count("workshop", here.workshop()));
        api(Attended.eva()).body(Map.of("items", List.of(), "feeDeclined", true)).post(claims).then().statusCode(201)
                .body("state", equalTo("declined"));
    }

    @Test
    void a_claim_is_in_one_list_which_can_be_fetched_again() {
        Attended here = Attended.by(Attended.eva(), World.aino(), World.pekka());
        Claim eva = here.approved(Attended.eva(), "4711");
        here.approved(World.aino(), "");
        Browser lena = as(World.lena());
        String page = here.project().path() + "/payroll";
        lena.get(page).shows("En godkänd ersättning saknar").shows("En ersättning väntar, 74,90 €")
                .submit("form[action$=/payroll]", Map.of()).seesOther(page);
        String first = lena.get(page + "/1").is(200).response.asString();
        assertEquals(List.of("1", eva.publicId), rows(first).get(1).subList(0, 2));
        assertEquals(3, rows(first).size());
        here.approved(World.pekka(), "4712");
        api(World.lena()).post("/api/v1/projects/" + here.project().slug + "/payroll").then().statusCode(201)
                .body("number", equalTo(2)).body("claims", equalTo(1)).body("total", equalTo(7490));
        assertEquals(first, lena.get(page + "/1").response.asString());
        assertEquals(rows(first), table(here, "&batch=1"));
        api(World.lena()).post("/api/v1/projects/" + here.project().slug + "/payroll").then().statusCode(422);
        assertEquals(3, table(here, "").size(), "Aino's, without a reference");
        lena.get(page).submit("form[action$='/1/paid']", Map.of()).seesOther(page);
        assertEquals(Claim.State.PAID, Attended.claim(eva.publicId).state);
        assertEquals(1, Entry.count("verb = 'paid' and aboutId = ?1", World.act(() ->
                PayrollBatch.<PayrollBatch>find("project = ?1 and number = 1", here.project()).singleResult()
                .publicId)));
        lena.get(here.project().path() + "/claims").shows("224,70 €");
        as(World.linus()).get(page + "/1").is(404);
        lena.get(page + "/3").is(404);
    }

    @Test
    void no_cell_of_the_list_is_a_formula_and_nothing_breaks_out_of_it() {
        Attended here = Attended.by(Attended.eva());
        api(Attended.eva()).body(Map.of("items", List.of(Map.of("kind", "ticket", "amount", 100, "note",
                "=cmd|' /C calc'!A0"), Map.of("kind", "other", "amount", 200, "note", "\"a\",\r\nb"))))
                .post("/api/v1/workshops/" + here.workshop().publicId + "/claims").then().statusCode(201);
        Claim claim = World.act(() -> Claim.<Claim>find("workshop", here.workshop()).singleResult());
        api(World.lena()).body(Map.of("decision", "approved")).post("/api/v1/claims/" + claim.publicId + "/approval")
                .then().statusCode(200);
        List<List<String>> rows = table(here, "");
        assertEquals("'=cmd|' /C calc'!A0", rows.get(1).get(10));
        assertEquals("\"a\",\r\nb", rows.get(2).get(10));
    }

    @Test
    void of_two_who_decide_at_once_one_does() throws Exception {
        for (int i = 0; i < 5; i++) {
            Attended here = Attended.by(Attended.eva());
            Claim claim = here.claimed(Attended.eva());
            String token = Browser.token(World.lena());
            List<Integer> answers = atOnce(List.of(() -> decided(token, claim, "approved"),
                    () -> decided(token, claim, "rejected")));
            assertEquals(List.of(200, 409), answers.stream().sorted().toList());
            assertEquals(1, Entry.count("verb in ('granted', 'rejected') and aboutId = ?1", claim.publicId));
        }
    }

    @Test
    void who_claims_twice_at_once_claims_once() throws Exception {
        for (int i = 0; i < 5; i++) {
            Attended here = Attended.by(Attended.eva());
            String token = Browser.token(Attended.eva());
            Supplier<Integer> claim = () -> RestAssured.given().contentType("application/json")
                    .header("Authorization", "Bearer " + token).body(Map.of("items", List.of(Map.of("kind", "ticket",
                    "amount", 300)))).post("/api/v1/workshops/" + here.workshop().publicId + "/claims").statusCode();
            assertEquals(List.of(201, 409), atOnce(List.of(claim, claim)).stream().sorted().toList());
            assertEquals(1, Claim.count("workshop", here.workshop()));
        }
    }

    @Test
    void of_two_lists_made_at_once_none_holds_what_the_other_does() throws Exception {
        Attended here = Attended.by(Attended.eva(), World.aino());
        here.approved(Attended.eva(), "4711");
        here.approved(World.aino(), "4712");
        String token = Browser.token(World.lena());
        Supplier<Integer> make = () -> RestAssured.given().header("Authorization", "Bearer " + token)
                .post("/api/v1/projects/" + here.project().slug + "/payroll").statusCode();
        assertEquals(List.of(201, 422), atOnce(List.of(make, make)).stream().sorted().toList());
        assertEquals(1, PayrollBatch.count("project", here.project()));
    }

    private static int decided(String token, Claim claim, String decision) {
        return RestAssured.given().contentType("application/json")
                .header("Authorization", "Bearer " + token).body(Map.of("decision", decision, "reason", "Därför."))
                .post("/api/v1/claims/" + claim.publicId + "/approval").statusCode();
    }

    private static List<Integer> atOnce(List<Supplier<Integer>> acts) throws Exception {
        CyclicBarrier start = new CyclicBarrier(acts.size());
        ExecutorService people = Executors.newFixedThreadPool(acts.size());
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (Supplier<Integer> act : acts) answers.add(people.submit(() -> {
                start.await();
                return act.get();
            }));
            List<Integer> said = new ArrayList<>();
            for (Future<Integer> answer : answers) said.add(answer.get());
            return said;
        } finally {
            people.shutdown();
        }
    }

    private static List<List<String>> table(Attended here, String more) {
        var answer = api(World.lena()).get("/api/v1/projects/" + here.project().slug + "/payroll?format=csv" + more)
                .then().statusCode(200).extract();
        assertTrue(answer.contentType().startsWith("text/csv"), answer.contentType());
        return rows(answer.asString());
    }

    /** As RFC 4180 has it, sign by sign. */
    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char sign = csv.charAt(i);
            if (quoted && sign == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') cell.append(csv.charAt(++i));
            else if (sign == '"') quoted = !quoted;
            else if (!quoted && sign == ',') row.add(taken(cell));
            else if (!quoted && sign == '\n') {
                row.add(taken(cell));
                rows.add(List.copyOf(row));
                row.clear();
            } else if (quoted || sign != '\r') cell.append(sign);
        }
        return rows;
    }

    private static String taken(StringBuilder cell) {
        String text = cell.toString();
        cell.setLength(0);
        return text;
    }
}
