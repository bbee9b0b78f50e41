package org.hornsten;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import org.hornsten.identity.Person;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** Looking changes nothing: neither GET nor HEAD, on any route, by anybody. */
@QuarkusTest
class SafeMethodsTest {
    @Test
    void looking_changes_no_row_of_any_table() {
        Example example = Example.made();
        List<Person> people = List.of(World.lena(), World.fanny(), World.pekka(), World.linus(), World.oskar());
        List<Browser> browsers = people.stream().map(Browser::as).toList();
        List<String> tokens = people.stream().map(Browser::token).toList();
        List<String> rows = AccessTest.TABLE.values().stream().flatMap(String::lines).map(row -> row.replace(" *", ""))
                .filter(row -> row.startsWith("GET ")).toList();
        Map<String, String> before = Tables.now();
        for (String row : rows) {
            String path = example.path(row);
            example.asNobody(row);
            for (int i = 0; i < people.size(); i++) for (String verb : List.of("GET", "HEAD"))
                RestAssured.given().redirects().follow(false).urlEncodingEnabled(false)
                        .header(row.contains("/api/") ? "Authorization" : "Cookie",
                        row.contains("/api/") ? "Bearer " + tokens.get(i) : browsers.get(i).cookieLine())
                        .request(verb, path);
            assertEquals(before, Tables.now(), row);
        }
    }

    @Test
    void a_change_would_be_seen() {
        Map<String, String> before = Tables.now();
        World.project();
        assertNotEquals(before, Tables.now());
    }
}
