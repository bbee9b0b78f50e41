package org.hornsten.demo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import org.hornsten.Browser;
import org.hornsten.identity.Person;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class DemoSignInTest {

    @Test
    void everybody_of_the_demo_world_is_there_once() {
        for (Cast who : Cast.values()) assertEquals(1, Person.count("userName", who.userName()), who.userName());
    }

    @Test
    void one_press_signs_in_and_leads_to_the_first_page() {
        Browser pekka = Browser.nobody();
        pekka.get("/demo").shows("Pekka").submit("button[value=panelist]", Map.of()).seesOther("/");
        pekka.get("/me").shows("Pekka");
    }

    @Test
    void one_comes_back_to_where_one_was_going_but_never_to_a_stranger() {
        Browser.nobody().get("/demo?back=/projects").submit("button[value=lead]", Map.of()).seesOther("/projects");
        Browser.nobody().get("/demo?back=//evil.example").submit("button[value=lead]", Map.of()).seesOther("/");
    }

    @Test
    void the_council_representative_reads_large_text_from_the_start() {
        Browser aino = Browser.nobody();
        aino.get("/demo").submit("button[value=council]", Map.of()).is(303);
        assertTrue(aino.get("/").document().select("html.larger").hasClass("larger"));
    }

    @Test
    void a_person_nobody_knows_is_refused_in_words() {
        Browser.nobody().get("/demo").submit("main form", Map.of("person", "nobody")).refuses("person");
        signIn(Map.of("person", "nobody")).then().statusCode(422).contentType("application/problem+json")
                .body("errors[0].field", equalTo("person"));
        signIn(Map.of()).then().statusCode(422);
        signIn(Map.of("persona", "lead")).then().statusCode(400);
    }

    @Test
    void a_token_opens_the_api_and_a_forged_one_does_not() {
        String token = signIn(Map.of("person", "lead")).then().statusCode(200).extract().path("token");
        me(token).then().statusCode(200).body("name", is("Lena")).body("roles", equalTo(List.of("lead")))
                .body("kind", is("professional"));
        me(token.substring(0, token.length() - 2) + "AA").then().statusCode(401);
        me("rubbish").then().statusCode(401).contentType("application/problem+json");
        RestAssured.given().cookie("hornsten", token).get("/api/v1/me").then().statusCode(401);
    }

    @Test
    void a_forged_cookie_is_nobody() {
        RestAssured.given().cookie("hornsten", "hs1.someone.99999999999.forged").redirects().follow(false)
                .get("/me").then().statusCode(303);
    }

    @Test
    void whoever_asks_through_a_proxy_finds_no_demo() {
        for (String told : List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"))
            RestAssured.given().header(told, "203.0.113.7").get("/demo").then().statusCode(404);
    }

    @Test
    void only_loopback_is_at_this_machine() {
        assertTrue(DemoHouse.loopback("127.0.0.1") && DemoHouse.loopback("0:0:0:0:0:0:0:1"));
        assertFalse(DemoHouse.loopback("192.168.1.20") || DemoHouse.loopback("2001:db8::1"));
    }

    @Test
    void the_demo_never_starts_on_an_outside_database() {
        assertThrows(IllegalStateException.class, () -> DemoHouse.refuseOutsideDatabase(List.of("demo"), false));
        assertDoesNotThrow(() -> DemoHouse.refuseOutsideDatabase(List.of("demo"), true));
        assertThrows(IllegalStateException.class, () -> DemoHouse.refuseOutsideDatabase(List.of("dev"), false));
        assertDoesNotThrow(() -> DemoHouse.refuseOutsideDatabase(List.of("prod"), false));
    }

    @Test
    void signing_out_ends_the_sign_in() {
        Browser lena = Browser.nobody();
        lena.get("/demo").submit("button[value=lead]", Map.of()).is(303);
        assertTrue(lena.get("/me").submit("form[action=/sign-out]", Map.of()).is(303).response.header("Clear-Site-Data")
                .contains("storage"));
        lena.get("/me").is(303);
    }

    private static io.restassured.response.Response signIn(Map<String, String> body) {
        return RestAssured.given().contentType("application/json").body(body).post("/api/v1/demo/sign-in");
    }

    private static io.restassured.response.Response me(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token).get("/api/v1/me");
    }
}
