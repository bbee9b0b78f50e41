package org.hornsten;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Nobody becomes anything, and nothing becomes anybody's, by a field that no form and no call has. */
@QuarkusTest
class MassAssignmentTest {
    private static final Map<String, String> SMUGGLED = Map.of("organisation", "1", "createdAt", "2020-01-01T00:00:00Z",
            "owner", "1", "status", "DECIDED", "isAdministrator", "true", "person.role", "ADMINISTRATOR");

    /** What a form may rightly ask for. */
    private static final Map<String, String> ALSO = Map.of("role", "ADMINISTRATOR");

    @Test
    void fields_nobody_asked_for_are_refused_and_change_nothing() {
        Example example = Example.made();
        Browser lena = Browser.as(World.lena());
        String token = Browser.token(World.lena());
        List<String> wrong = new ArrayList<>();
        List<String> rows = AccessTest.TABLE.values().stream().flatMap(String::lines).map(row -> row.replace(" *", ""))
                // programs open letters, tell that they are printed, list for payroll, end panels and take a copy
                // without any body
                .filter(row -> !row.startsWith("GET ") && !row.startsWith("DELETE /api/v1/projects/{project}/panels/")
                        && !row.contains("/api/v1/invitations/letters/")
                        && !row.endsWith("/api/v1/me/copy") && !row.endsWith("/members/import")
                        && !row.contains("/api/v1/calls/{call}/sample")
                        && !row.contains("/api/v1/projects/{project}/payroll")).toList();
        Map<String, String> before = Tables.now();
        for (String row : rows) for (Map<String, String> fields : List.of(SMUGGLED, ALSO)) {
            int status = row.contains("/api/") ? RestAssured.given().contentType("application/json")
                    .header("Authorization", "Bearer " + token).header("Idempotency-Key", "smuggled-" + row)
                    .body(fields).request(Example.verb(row), example.path(row)).statusCode()
                    : lena.smuggled(example.path(row), fields);
            boolean asked = fields == ALSO && status == 422;
            // takes no body, signs in, or takes one field for each question of its round: all without effect
            boolean bodiless = row.contains("DELETE") || row.contains("/api/v1/demo") || row.contains("/completion")
                    || row.endsWith("{number}/rating") || row.endsWith("/phone/ratings") || row.endsWith("/paper")
                    || row.endsWith("{number}/typed-in");
            if (status != 400 && status != 404 && !asked && !bodiless) wrong.add(row + " " + fields.keySet() + " → " + status);
            if (row.contains("DELETE")) continue;
            assertEquals(before, Tables.now(), row);
        }
        assertEquals("", String.join("\n", wrong));
    }
}
