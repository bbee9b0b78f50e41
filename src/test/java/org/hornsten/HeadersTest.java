package org.hornsten;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every answer carries the same guard: pages, programs' answers, files, redirects, errors. */
@QuarkusTest
class HeadersTest {
    private static final Map<String, String> GUARD = Map.of("Referrer-Policy", "same-origin",
            "X-Content-Type-Options", "nosniff", "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    @Test
    void every_route_answers_with_every_header_to_nobody_and_to_a_lead() {
        Example example = Example.made();
        Browser lena = Browser.as(World.lena());
        List<String> wrong = new ArrayList<>();
        AccessTest.TABLE.values().stream().flatMap(String::lines).map(row -> row.replace(" *", "")).forEach(row -> {
            String verb = Example.verb(row);
            check(row, bare(verb, example.path(row), ""), wrong);
            if (verb.equals("GET")) check(row + " as lead", bare(verb, example.path(row), lena.cookieLine()), wrong);
        });
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void so_do_errors_files_and_what_is_no_route() {
        List<String> wrong = new ArrayList<>();
        for (String path : List.of("/nothing", "/api/v1/nothing", "/assets/nothing.css", "/q/openapi", "/q/health",
                "/help;x", "//help", "/trial/failing/other", "/api/v1/trial/failing/other", "/trial/failing/database"))
            check(path, bare("GET", path, ""), wrong);
        for (String verb : List.of("PUT", "DELETE", "PATCH", "TRACE", "OPTIONS"))
            check(verb, bare(verb, "/help", ""), wrong);
        check("too big", RestAssured.given().contentType("application/json").body("\"" + "a".repeat(1_100_000) + "\"")
                .post("/api/v1/trial"), wrong);
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void whoever_leaves_leaves_nothing_in_the_browser() {
        Browser lena = Browser.as(World.lena());
        Browser.Page out = lena.post("/privacy", "/sign-out");
        assertEquals("\"cache\", \"storage\"", out.response.header("Clear-Site-Data"));
        assertEquals(null, lena.get("/help").response.header("Clear-Site-Data"));
        assertEquals("\"cache\", \"storage\"",
                Browser.nobody().sent("POST", "/r/closing").header("Clear-Site-Data"));
    }

    @Test
    void no_other_origin_is_let_in() {
        Response answer = RestAssured.given().header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST").request("OPTIONS", "/api/v1/projects");
        assertEquals(null, answer.header("Access-Control-Allow-Origin"));
    }

    @Test
    void a_missing_header_would_be_found() {
        List<String> wrong = new ArrayList<>();
        GUARD.keySet().forEach(name -> wrong.addAll(faults("planted", Map.of(name, "x"))));
        assertTrue(wrong.size() >= GUARD.size());
    }

    private static Response bare(String verb, String path, String cookie) {
        var request = RestAssured.given().redirects().follow(false).urlEncodingEnabled(false)
                .header("Sec-Fetch-Site", "same-origin").contentType(path.contains("/api/") ? "application/json" : "text/plain");
        if (!cookie.isEmpty()) request.header("Cookie", cookie);
        return request.request(verb, path);
    }

    private static void check(String what, Response answer, List<String> wrong) {
        Map<String, String> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.headers().forEach(header -> headers.put(header.getName(), header.getValue()));
        wrong.addAll(faults(what + " " + answer.statusCode(), headers));
    }

    private static List<String> faults(String what, Map<String, String> headers) {
        List<String> faults = new ArrayList<>();
        GUARD.forEach((name, wanted) -> {
            // the address that holds a link's token is told to nobody
            boolean token = name.equals("Referrer-Policy") && (what.startsWith("GET /link/{token}")
                    || what.startsWith("GET /guardian/{token}"));
            String value = token ? "no-referrer" : wanted;
            if (!value.equals(headers.get(name))) faults.add(what + ": " + name + " = " + headers.get(name));
        });
        String policy = headers.getOrDefault("Content-Security-Policy", "");
        if (!policy.contains("default-src 'none'") || !policy.contains("frame-ancestors 'none'")
                || !policy.contains("base-uri 'none'") || !policy.contains("form-action 'self'")
                || policy.contains("unsafe") || policy.contains("*")) faults.add(what + ": policy " + policy);
        String kept = headers.getOrDefault("Cache-Control", "");
        if (!kept.contains("no-store")) faults.add(what + ": kept by caches, " + kept);
        if (!headers.containsKey("Permissions-Policy")) faults.add(what + ": Permissions-Policy");
        for (String talks : List.of("Server", "X-Powered-By"))
            if (headers.containsKey(talks)) faults.add(what + ": tells " + talks);
        return faults;
    }
}
