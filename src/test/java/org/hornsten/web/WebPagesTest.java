package org.hornsten.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class WebPagesTest {
    private static final String TOO_LONG = "These are far more than twenty signs";

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/privacy", "/accessibility", "/status", "/preferences", "/trial", "/nowhere",
            "/trial/failing/missing", "/trial/failing/database", "/trial/failing/x", "/api/v1/nowhere",
                    "/api/v1/trial/failing/x"})
    void every_answer_carries_the_headers(String path) {
        given().get(path).then()
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Referrer-Policy", equalTo("same-origin"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Cross-Origin-Opener-Policy", equalTo("same-origin"))
                .header("Cross-Origin-Resource-Policy", equalTo("same-origin"))
                .header("Permissions-Policy", containsString("camera=()"))
                .header("Cache-Control", equalTo("no-store"));
    }

    @Test
    void sheets_and_scripts_may_be_kept_for_ever() {
        Document page = page("/help", "sv");
        List<String> files = page.select("link[rel=stylesheet], script[src]").stream()
                .map(element -> element.attr(element.hasAttr("href") ? "href" : "src")).toList();
        assertEquals(3, files.size());
        for (String file : files)
            given().get(file).then().statusCode(200).header("Cache-Control", "public, max-age=31536000, immutable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/api", "/privacy", "/accessibility", "/status", "/preferences", "/trial",
            "/nowhere"})
    void every_page_has_its_frame_in_each_language(String path) {
        for (String language : List.of("sv", "fi", "en")) {
            Document page = page(path, language);
            assertEquals(language, page.child(0).attr("lang"));
            assertTrue(page.title().endsWith(" – Hörnsten"), page.title());
            assertEquals(1, page.select("h1").size());
            assertEquals("#main", page.body().child(0).attr("href"));
            assertEquals(List.of(1, 1, 1),
                    List.of(page.select("main").size(), page.select("header").size(), page.select("footer").size()));
            assertTrue(page.select("[placeholder], [style], [onclick], script:not([src])").isEmpty());
        }
    }

    @Test
    void pages_differ_by_language_and_the_browsers_wish_is_heard() {
        assertEquals("Hjälp", page("/help", "sv").select("h1").text());
        assertEquals("Ohje", page("/help", "fi-FI,en;q=0.5").select("h1").text());
        assertEquals("Help", page("/help", "de,en;q=0.5").select("h1").text());
        assertEquals("Hjälp", page("/help", "de").select("h1").text());
        given().header("Accept-Language", ";;;").get("/help").then().statusCode(400)
                .body(containsString("lang=\"sv\""));
    }

    @Test
    void a_choice_is_kept_in_a_cookie_and_leads_back() {
        String cookie = send("/preferences", "what", "language", "value", "fi", "back", "/help").then()
                .statusCode(303).header("Location", containsString("/help")).extract().cookie("hornsten-reading");
        assertEquals("fi", cookie);
        String both = form("hornsten-reading", cookie, "what", "larger", "value", "on", "back", "//evil.example")
                .post("/preferences").then().statusCode(303).header("Location", not(containsString("evil"))).extract()
                .cookie("hornsten-reading");
        Document page = Jsoup.parse(given().cookie("hornsten-reading", both).header("Accept-Language", "sv")
                .get("/help").asString());
        assertEquals("fi", page.child(0).attr("lang"));
        assertTrue(page.child(0).hasClass("larger"));
    }

    @Test
    void nothing_is_set_for_who_only_reads() {
        assertTrue(given().get("/help").cookies().isEmpty());
    }

    @Test
    void dark_is_the_device_s_choice_until_one_chooses() {
        assertEquals("screen and (prefers-color-scheme: dark)",
                page("/help", "sv").select("link[rel=stylesheet]").last().attr("media"));
        Document dark = Jsoup.parse(given().cookie("hornsten-reading", "dark").get("/help").asString());
        assertEquals(List.of("print", "screen"), dark.select("link[rel=stylesheet]").eachAttr("media"));
        Document light = Jsoup.parse(given().cookie("hornsten-reading", "light").get("/help").asString());
        assertEquals(1, light.select("link[rel=stylesheet]").size());
    }

    @Test
    void a_refused_form_comes_back_with_its_errors_and_all_that_was_typed() {
        Response answer = send("/trial", "words", TOO_LONG, "pick", "Pekka", "needs", "ride", "kind", "praise",
                "submission", "same-id");
        Document page = Jsoup.parse(answer.asString());
        assertEquals(422, answer.statusCode());
        assertTrue(page.title().startsWith("Fel: "), page.title());
        Element summary = page.select("main").first().child(0);
        assertEquals("errors", summary.id());
        assertEquals("Det finns ett problem", summary.select("h2").text());
        assertEquals(List.of("#words", "#mood"), summary.select("a").eachAttr("href"));
        assertEquals("Fel: " + summary.select("a").first().text(), page.getElementById("words-error").text());
        assertTrue(page.getElementById("words").attr("aria-describedby").contains("words-error"));
        assertEquals(TOO_LONG, page.getElementById("words").text());
        assertEquals("Pekka", page.getElementById("pick").val());
        assertTrue(page.getElementById("needs-ride").hasAttr("checked"));
        assertFalse(page.getElementById("needs-loop").hasAttr("checked"));
        assertTrue(page.getElementById("kind-praise").hasAttr("checked"));
        assertEquals("same-id", page.select("main input[name=submission]").val());
    }

    @Test
    void each_shown_form_counts_as_one_of_its_own() {
        String first = page("/trial", "sv").select("main input[name=submission]").val();
        assertEquals(22, first.length());
        assertNotEquals(first, page("/trial", "sv").select("main input[name=submission]").val());
    }

    @ParameterizedTest
    @CsvSource({"cross-site,", "same-site,", "none,", ",https://evil.example", ",null", ","})
    void a_form_from_elsewhere_is_refused(String site, String origin) {
        RequestSpecification request = given().redirects().follow(false)
                .formParams("token", token(), "what", "language", "value", "fi");
        if (site != null) request.header("Sec-Fetch-Site", site);
        if (origin != null) request.header("Origin", origin);
        request.post("/preferences").then().statusCode(403).header("Set-Cookie", equalTo(null));
    }

    @Test
    void our_own_origin_is_enough_for_an_older_browser() {
        String token = token();
        String origin = "http://localhost:" + io.restassured.RestAssured.port;
        given().redirects().follow(false).header("Origin", origin)
                .formParams("token", token, "what", "easy", "value", "on").post("/preferences").then().statusCode(303);
    }

    @Test
    void a_form_shown_before_signing_in_can_be_sent_again_with_its_words() {
        given().header("Sec-Fetch-Site", "same-origin").cookie("hornsten", "another")
                .formParams("token", token(), "words", "my own words")
                .post("/trial").then().statusCode(403)
                .body(containsString("my own words"), containsString("Skicka igen"));
        given().header("Sec-Fetch-Site", "same-origin").formParam("words", "my own words").post("/trial").then()
                .statusCode(403);
    }

    @Test
    void a_file_comes_through_with_its_words() {
        given().header("Sec-Fetch-Site", "same-origin").multiPart("token", token()).multiPart("words", "hej")
                .multiPart("file", "a.txt", new byte[5]).post("/trial/file").then().statusCode(200)
                .body(equalTo("hej:5"));
    }

    @Test
    void when_the_database_is_away_the_words_stay_and_the_same_id_is_sent_again() {
        Response answer = send("/trial/failing/database", "words", "Vem ringer vem?", "submission", "same-id");
        Document page = Jsoup.parse(answer.asString());
        assertEquals(503, answer.statusCode());
        assertFalse(answer.header("Retry-After").isBlank());
        assertEquals("Vem ringer vem?", page.select("blockquote").text());
        Element again = page.select("main form").first();
        assertEquals("/trial/failing/database", again.attr("action"));
        assertEquals("same-id", again.select("[name=submission]").val());
        assertEquals("Vem ringer vem?", again.select("[name=words]").val());
        assertEquals(1, again.select("[name=token]").size());
    }

    @ParameterizedTest
    @CsvSource({"missing,404", "refused,422", "stale,409", "database,503", "other,500"})
    void each_failure_has_its_page_and_its_json(String how, int status) {
        for (String language : List.of("sv", "fi", "en")) {
            given().header("Accept-Language", language).get("/trial/failing/" + how).then().statusCode(status)
                    .contentType(ContentType.HTML).body(containsString("href=\"/help\""));
            given().header("Accept-Language", language).get("/api/v1/trial/failing/" + how).then().statusCode(status)
                    .contentType("application/problem+json").body("status", equalTo(status));
        }
    }

    @Test
    void who_is_not_signed_in_is_led_to_the_sign_in_page_and_back() {
        given().redirects().follow(false).get("/trial/failing/sign-in").then().statusCode(303)
                .header("Location", containsString("/sign-in?back="));
        send("/trial/failing/sign-in", "words", "still my words").then().statusCode(401)
                .body(containsString("still my words"));
        given().get("/api/v1/trial/failing/sign-in").then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void a_program_is_told_which_field_is_wrong_in_its_language() {
        given().header("Accept-Language", "fi").get("/api/v1/trial/failing/refused").then()
                .body("title", equalTo("Tätä ei voitu tehdä"), "errors[0].field", equalTo("words"), "errors[0].message",
                startsWith("Kirjoita"));
        given().contentType(ContentType.JSON).body(Map.of("words", "x", "role", "administrator")).post("/api/v1/trial")
                .then().statusCode(400).contentType("application/problem+json").body("errors.field", hasItem("role"));
        given().contentType(ContentType.JSON).body("{\"times\":\"many\"}").post("/api/v1/trial").then()
                .statusCode(400).body("errors.field", hasItem("times"));
        given().contentType(ContentType.JSON).body("{\"words\":").post("/api/v1/trial").then().statusCode(400);
    }

    @Test
    void the_api_takes_no_token_and_no_cookie() {
        given().contentType(ContentType.JSON).body(Map.of("words", "x")).header("Sec-Fetch-Site", "cross-site")
                .post("/api/v1/trial").then().statusCode(200).body("words", equalTo("x"));
        given().cookie("hornsten-reading", "fi").header("Accept-Language", "en").get("/api/v1/nowhere").then()
                .body("title", equalTo("The page cannot be found"));
    }

    @Test
    void a_program_sends_json_and_no_other_kind_of_words() {
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "application/xml"))
            for (String path : List.of("/api/v1/access", "/api/v1/demo/sign-in", "/api/v1/trial"))
                given().header("Content-Type", type).body("{\"token\":\"x\"}").post(path).then().statusCode(415)
                        .contentType("application/problem+json");
        given().options("/api/v1/access").then().statusCode(405);
        given().header("Content-Type", "text/plain").body("x").request("TRACE", "/help").then().statusCode(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.git/config", "/.git/HEAD", "/.svn/entries", "/.env", "/pom.xml", "/WEB-INF/web.xml",
            "/application.properties", "/META-INF/sbom/bom.json", "/META-INF/openapi.yaml",
            "/messages/web_sv.properties", "/templates/layout/page.html", "/org/hornsten/server/Main.class",
            "/assets/", "/assets", "/q/dev", "/q/arc"})
    void what_the_program_is_made_of_is_no_page(String path) {
        given().redirects().follow(false).get(path).then().statusCode(404);
    }

    @Test
    void too_much_is_refused_in_words() {
        send("/trial", "words", "a".repeat(1_100_000)).then().statusCode(413)
                .body(containsString("<h1>Det här är för stort</h1>"));
        given().contentType(ContentType.JSON).body("{\"words\":\"" + "a".repeat(1_100_000) + "\"}")
                .post("/api/v1/trial").then().statusCode(413);
    }

    @Test
    void dates_are_words_in_the_readers_language() {
        assertEquals("30. marraskuuta", page("/trial", "fi").select("time").text().substring(0, 15));
        assertTrue(page("/trial", "sv").select("time").text().endsWith("kl. 16"));
    }

    @Test
    void a_chart_never_shows_what_is_too_few() {
        Document page = page("/trial", "sv");
        assertEquals(2, page.select("svg rect.chart-bar").size());
        assertEquals(List.of("12", "6", "färre än 5"), page.select(".chart td").eachText());
    }

    private static Document page(String path, String language) {
        return Jsoup.parse(given().header("Accept-Language", language).get(path).asString());
    }

    private static String token() {
        return page("/help", "sv").select("input[name=token]").first().val();
    }

    private static Response send(String path, String... fields) {
        return form("none", "none", fields).post(path);
    }

    private static RequestSpecification form(String cookie, String value, String... fields) {
        RequestSpecification request = given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin")
                .header("Accept-Language", "sv").cookie(cookie, value).formParam("token", token());
        for (int i = 0; i < fields.length; i += 2) request.formParam(fields[i], fields[i + 1]);
        return request;
    }
}
