package org.hornsten.link;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hornsten.Browser;
import org.hornsten.Post;
import org.hornsten.World;
import org.hornsten.draft.Draft;
import org.hornsten.ledger.Entry;
import org.hornsten.letter.LetterBatch;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.nobody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class CodePagesTest {

    @Test
    void aino_types_the_code_of_her_letter_in_her_own_way_and_is_in() {
        Draft draft = World.openDraft();
        Response letters = Post.letters(draft, Post.somebody("Aino Lind", "sv"));
        Browser aino = nobody();
        Browser.Page asked = typed(aino, " " + Post.code(letters).toLowerCase().replace('-', ' ') + " ").follow();
        asked.shows("A. L.").hides("Aino").hides("Lind").shows("Vem svarar?");
        asked.submit("button[value=supported]", Map.of()).seesOther(draft.path());
        aino.get(draft.path()).is(200);
        aino.get("/me").shows("A. L.").hides("Lind");
        assertEquals(Speaking.SUPPORTED, World.act(() -> Post.link(letters)).speaking);
        assertFalse(aino.post("/me", "/me/copy").is(200).files().toString().contains("Lind"));
    }

    @Test
    void the_first_page_takes_the_code_too() {
        Response letters = Post.letters(World.openDraft(), Post.somebody("Brita", "fi"));
        nobody().get("/").submit("form[action=/code]", Map.of("letter", Post.code(letters))).seesOther("/link");
    }

    @Test
    void a_wrong_sign_is_told_and_never_counted() {
        Response letters = Post.letters(World.openDraft(), Post.somebody("Brita", "sv"));
        String code = Post.code(letters);
        String swapped = code.substring(0, 9) + code.charAt(10) + code.charAt(9);
        Browser brita = nobody();
        for (int i = 0; i < 12; i++) {
            if (!swapped.equals(code)) typed(brita, swapped).refuses("letter");
            typed(brita, code.substring(0, 10) + "0").refuses("letter");
            typed(brita, code.substring(0, 10)).refuses("letter");
            typed(brita, "").refuses("letter");
        }
        assertTrue(typed(brita, "O" + code.substring(1)).document().text().contains("Tecknet O används aldrig"));
        typed(brita, code).seesOther("/link");
    }

    @Test
    void what_was_typed_stays_in_the_field() {
        Browser.Page page = typed(nobody(), "acd-f37-kmx").refuses("letter");
        assertEquals("acd-f37-kmx", page.document().select("input[name=letter]").attr("value"));
    }

    @Test
    void a_new_letter_or_link_ends_the_old_code() {
        Draft draft = World.openDraft();
        Response first = Post.letters(draft, Post.somebody("Brita", "sv"));
        String old = Post.code(first);
        Response second = Post.letters(draft, first.<String>path("items[0].person"));
        typed(nobody(), old).refuses("letter");
        String current = Post.code(second);
        typed(nobody(), current).seesOther("/link");
        Browser.api(World.lena()).body(Map.of("about", draft.ref(), "channel", "handed_out",
                "to", List.of(first.<String>path("items[0].person")))).post("/api/v1/invitations").then()
                .statusCode(201);
        typed(nobody(), current).refuses("letter");
    }

    /** Expired, ended, replaced, blocked, put out, given an account, unknown: on the page and for programs. */
    @Test
    void every_refusal_looks_the_same() {
        Map<String, String> codes = deadCodes();
        Map<String, String> pages = new TreeMap<>();
        Map<String, String> answers = new TreeMap<>();
        codes.forEach((why, code) -> {
            Browser.Page page = typed(nobody(), code).is(422);
            pages.put(why, Post.told(page.response, code));
            answers.put(why, Post.told(Post.access(Map.of("code", code)), code));
        });
        assertEquals(1, pages.values().stream().distinct().count(), pages::toString);
        assertEquals(1, answers.values().stream().distinct().count(), answers::toString);
        assertTrue(answers.get("unknown").startsWith("404"), answers.get("unknown"));
    }

    /** The dear part, the mark, is made for all of them, and one question is asked. */
    @Test
    void every_refusal_takes_as_long() {
        List<String> dead = List.copyOf(deadCodes().values());
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            known.add(took(dead.get(i % dead.size())));
            unknown.add(took(Post.unknown(families(i), i)));
        }
        long difference = Math.abs(median(known) - median(unknown));
        assertTrue(difference < median(unknown) / 4, median(known) + " µs and " + median(unknown) + " µs");
    }

    @Test
    void five_unknown_codes_offer_another_way_and_pause_also_the_right_one() {
        Response letters = Post.letters(World.openDraft(), Post.somebody("Brita", "sv"));
        String code = Post.code(letters);
        Browser brita = nobody();
        for (int i = 0; i < 4; i++) typed(brita, Post.unknown(code.substring(0, 3), i)).refuses("letter")
                .hides("på papper");
        assertTrue(typed(brita, Post.unknown(code.substring(0, 3), 4)).refuses("letter").document()
                .select("#letter-error").text().contains("på papper"));
        Browser.Page paused = typed(brita, code).is(429);
        assertTrue(Integer.parseInt(paused.response.header("Retry-After")) > 800);
        assertTrue(paused.document().select("#letter-error").text().contains("kvart"));
        Post.access(Map.of("code", code)).then().statusCode(429);
        assertEquals(0, World.act(() -> Entry.count("verb = 'used' and aboutId = ?1",
                letters.<String>path("items[0].id"))));
    }

    @Test
    void ten_thousand_guesses_open_nothing_and_slow_no_link() throws Exception {
        Response letters = Post.letters(World.openDraft(), Post.somebody("Brita", "sv"));
        String code = Post.code(letters);
        String token = Browser.api(World.lena()).body(Map.of("about", World.openDraft().ref(), "channel", "handed_out",
                "to", List.of(Post.somebody("Satu", "fi")))).post("/api/v1/invitations").path("items[0].token");
        HttpClient guesser = HttpClient.newHttpClient();
        Map<Integer, Integer> answers = new TreeMap<>();
        for (int i = 0; i < 10_000; i++) {
            String guess = Post.unknown(code.substring(0, 3), i);
            if (guess.equals(code)) continue;
            HttpResponse<String> answer = guesser.send(HttpRequest.newBuilder(
                    URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/access"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"code\":\"" + guess + "\"}")).build(),
                    HttpResponse.BodyHandlers.ofString());
            answers.merge(answer.statusCode(), 1, Integer::sum);
        }
        assertEquals(List.of(404, 429), List.copyOf(answers.keySet()), answers::toString);
        assertEquals(Patience.MISSES, answers.get(404));
        Post.access(Map.of("token", token)).then().statusCode(200);
    }

    @Test
    void the_code_is_nowhere_but_in_the_letter() {
        Response letters = Post.letters(World.openDraft(), Post.somebody("Brita", "sv"));
        String code = Post.code(letters);
        Browser brita = nobody();
        Browser.Page asked = typed(brita, code);
        assertFalse(asked.response.header("Location").contains(code));
        assertFalse(asked.response.getCookies().toString().contains(code.replace("-", "")));
        asked.follow().hides(code);
        assertEquals(0, World.act(() -> Entry.count("payload like ?1", "%" + code + "%")));
        LetterBatch batch = World.act(() -> LetterBatch.<LetterBatch>find("publicId", letters.<String>path("batch"))
                .singleResult());
        assertFalse(new String(batch.sealed, java.nio.charset.StandardCharsets.ISO_8859_1).contains(code));
        assertNull(batch.printedOn);
    }

    @Test
    void looking_at_the_page_or_typing_the_code_enters_nobody() {
        Draft draft = World.openDraft();
        Response letters = Post.letters(draft, Post.somebody("Brita", "sv"));
        Browser brita = nobody();
        typed(brita, Post.code(letters)).follow().is(200);
        brita.get("/me").is(303);
        assertFalse(World.act(() -> Post.link(letters)).used);
    }

    @Test
    void a_code_is_no_token_and_a_token_is_no_code() {
        Draft draft = World.openDraft();
        String code = Post.code(Post.letters(draft, Post.somebody("Brita", "sv")));
        String token = Browser.api(World.lena()).body(Map.of("about", draft.ref(), "channel", "handed_out", "to",
                List.of(Post.somebody("Satu", "sv")))).post("/api/v1/invitations").path("items[0].token");
        Post.access(Map.of("token", code)).then().statusCode(404);
        Post.access(Map.of("code", token)).then().statusCode(422);
        nobody().get("/link/" + code).follow().is(404);
        typed(nobody(), token).refuses("letter");
    }

    @Test
    void a_word_of_ours_that_the_code_was_right_cannot_be_forged() {
        Response letters = Post.letters(World.openDraft(), Post.somebody("Brita", "sv"));
        String id = letters.path("items[0].id");
        long end = Instant.now().getEpochSecond() + 500;
        for (String cookie : List.of(id, id + "." + end, id + "." + end + ".AAAA", id + "." + end + "."))
            RestAssured.given().cookie("link", cookie).get("/link").then().statusCode(404);
    }

    private static Map<String, String> deadCodes() {
        Draft draft = World.openDraft();
        Map<String, String> codes = new LinkedHashMap<>();
        Ends.ALL.forEach((why, end) -> codes.put(why, dead(draft, end)));
        codes.put("unknown", Post.unknown(families(7), 77));
        return codes;
    }

    private static String dead(Draft draft, java.util.function.Consumer<PersonalLink> end) {
        Response letters = Post.letters(draft, Post.somebody("Brita", "sv"));
        String code = Post.code(letters);
        World.act(() -> {
            end.accept(Post.link(letters));
            return true;
        });
        return code;
    }

    /** Beginnings that no other test uses up. */
    private static String families(int i) {
        String signs = "ACDEFGHJKMNPQRTWXY34679";
        return "" + signs.charAt((int) (System.nanoTime() / 1000 % 23)) + signs.charAt(i % 23)
                + signs.charAt(i / 23 % 23);
    }

    private static long took(String code) {
        long began = System.nanoTime();
        Post.access(Map.of("code", code));
        return (System.nanoTime() - began) / 1000;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private static Browser.Page typed(Browser browser, String code) {
        return browser.post("/code", "/code", "letter", code);
    }
}
