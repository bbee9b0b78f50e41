package org.hornsten;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hornsten.draft.Draft;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.api;
import static org.hornsten.World.lena;
import static org.hornsten.World.pekka;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** One sign too many is refused in words, and nothing anybody sends makes the server fail. */
@QuarkusTest
class LimitsTest {
    @Test
    void a_contribution_of_four_thousand_signs_is_kept_and_one_more_is_refused() {
        Draft draft = World.openDraft();
        assertEquals(201, say(draft, "å".repeat(4000)).statusCode());
        assertEquals(422, say(draft, "å".repeat(4001)).statusCode());
        assertEquals(422, say(draft, " \n ").statusCode());
    }

    @Test
    void a_body_of_a_megabyte_and_one_byte_is_too_big() {
        assertEquals(413, raw("{\"words\":\"" + "a".repeat(1024 * 1024 - 11) + "\"}").statusCode());
        assertTrue(raw("{\"words\":\"" + "a".repeat(1024 * 1024 - 13) + "\"}").statusCode() < 413);
    }

    @Test
    void json_may_be_thirty_two_deep() {
        for (int depth : List.of(33, 1_000, 10_000))
            assertEquals(400, raw("[".repeat(depth) + "]".repeat(depth)).statusCode(), "depth " + depth);
    }

    /** What two servers behind each other could read as two requests. */
    @Test
    void a_body_of_doubtful_length_is_refused() throws IOException {
        String to = "POST /api/v1/trial HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
        String body = "\r\n\r\n{\"words\":\"x\"}";
        for (String doubtful : List.of("Content-Length: 13\r\nContent-Length: 20",
                "Content-Length: 13\r\nTransfer-Encoding: chunked", "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", "Content-Length: +13",
                "Content-Length: -13", "Content-Length : 13", "Transfer-Encoding: chunked")) {
            int status = wired(to + doubtful + body);
            assertTrue(status == 0 || status >= 400 && status < 500 || status == 501, doubtful + " → " + status);
        }
        assertEquals(200, wired(to + "Content-Length: 13" + body));
    }

    /** The status of what is answered to these very signs; 0 when the server only hangs up. */
    private static int wired(String request) throws IOException {
        try (Socket wire = new Socket("localhost", RestAssured.port)) {
            wire.setSoTimeout(5_000);
            wire.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(wire.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
            return answer.isEmpty() ? 0 : Integer.parseInt(answer.substring(9));
        }
    }

    @Test
    void strange_signs_are_words_like_others_or_refused() {
        Draft draft = World.openDraft();
        for (String words : List.of("a\u0000b", "a\ud800b", "\udc00", "\u202eabc\u202c", "\u2066x\u2069", "\uFEFF\uFFFE",
                "🇫🇮👩‍👩‍👧‍👦", "a\u0301".repeat(900), "${7*7} {7*7} #{7*7} %s%n", "'; drop table person; --", "<script>canary</script>")) {
            int status = say(draft, words).statusCode();
            assertTrue(status == 201 || status == 400 || status == 422, words + " → " + status);
        }
        for (String words : List.of("\\ud800", "\\u0000", "\\udfff\\ud800")) {
            Map<String, Object> said = said("x");
            int status = api(pekka()).header("Idempotency-Key", UUID.randomUUID().toString())
                    .body("{\"version\":1,\"language\":\"sv\",\"kind\":\"comment\",\"words\":\"a" + words + "\"}")
                    .post("/api/v1" + draft.path() + "/contributions").statusCode();
            assertTrue(said != null && status < 500, words + " → " + status);
        }
    }

    @Test
    void long_names_keys_and_addresses_are_refused() {
        Draft draft = World.openDraft();
        String longest = "x".repeat(10_000);
        Map<String, Object> named = said("Hej");
        named.put(longest, 1);
        assertEquals(400, api(pekka()).header("Idempotency-Key", "k").body(named)
                .post("/api/v1" + draft.path() + "/contributions").statusCode());
        int keyed = api(pekka()).header("Idempotency-Key", "k".repeat(4_000)).body(said("Hej"))
                .post("/api/v1" + draft.path() + "/contributions").statusCode();
        assertTrue(keyed < 500, "key → " + keyed);
        for (String path : List.of("/projects/" + longest.substring(0, 3_000), "/drafts/%00", "/r?x=" + longest.substring(0, 3_000),
                "/drafts/" + draft.publicId + "/versions/99999999999", "/drafts/" + draft.publicId + "/versions/-1",
                "/projects?page=99999999999999", "/projects?page=-1", "/projects?page=x")) {
            int status = RestAssured.given().redirects().follow(false).urlEncodingEnabled(false).get(path).statusCode();
            assertTrue(status < 500, path.substring(0, Math.min(60, path.length())) + " → " + status);
        }
    }

    @Test
    void a_title_of_two_hundred_signs_is_the_longest() {
        String slug = World.project().slug;
        assertEquals(200, titled(slug, "t".repeat(200)));
        assertEquals(422, titled(slug, "t".repeat(201)));
    }

    private static int titled(String slug, String title) {
        return api(lena()).body(Map.of("title", Map.of("sv", title))).patch("/api/v1/projects/" + slug).statusCode();
    }

    private static Response say(Draft draft, String words) {
        return api(pekka()).header("Idempotency-Key", UUID.randomUUID().toString()).body(said(words))
                .post("/api/v1" + draft.path() + "/contributions");
    }

    private static Map<String, Object> said(String words) {
        return new HashMap<>(Map.of("version", 1, "language", "sv", "kind", "comment", "words", words));
    }

    private static Response raw(String body) {
        return RestAssured.given().contentType("application/json").body(body).post("/api/v1/trial");
    }
}
