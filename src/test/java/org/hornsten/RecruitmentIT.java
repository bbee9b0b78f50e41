package org.hornsten;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hornsten.lot.Draw;
import org.junit.jupiter.api.Test;

/** A call, from two phones to two seats: applied for in Swedish and in Finnish, drawn, checked, accepted. */
class RecruitmentIT {
    private static final String CALLS = "/api/v1/projects/familjecenter/calls";
    private static final Duration OPEN = Duration.ofSeconds(75);

    @Test
    void two_people_apply_on_their_phones_the_lot_decides_and_one_says_yes() {
        Instant closes = Instant.now().plus(OPEN);
        String call = announced(closes);
        String code = applied(call, "sv", Screen.Device.PHONE, "FROM_65", "Korsholm");
        applied(call, "fi", Screen.Device.PHONE.withoutScript().inTheDark(), "FROM_45", "Laihela");
        String desk = "/projects/familjecenter/calls/" + call;
        try (Screen linus = Screen.of(Screen.Device.PHONE, "sv").telling("recruitment-lead").signIn("lead")) {
            linus.open(desk).shot("desk");
            while (Instant.now().isBefore(closes)) linus.page().waitForTimeout(500);
            linus.open(desk + "/selection").shot("gaps").sees("Det här fattas").open(desk).shot("closed").send("/draw")
                    .at(desk).sees("De som är valda").shot("drawn");
            assertTrue(!linus.page().content().contains("Sökande Person"), "nobody is named");
        }
        JsonPath draw = RestAssured.get(House.address() + "/api/v1/calls/" + call + "/draw").jsonPath();
        assertEquals(List.of(1, 2), draw.getList("numbers").stream().sorted().toList());
        assertEquals(draw.getString("promise"), Draw.promise(draw.getString("seed")));
        try (Screen person = Screen.of(Screen.Device.PHONE, "sv").telling("recruitment-yes")) {
            person.open("/calls/applications").shot("code").fill("code", code.toLowerCase()).send("/calls/applications")
                    .sees("Du har blivit vald").shot("asked");
            person.press(person.shown("main form:has(input[value=yes]) button")).sees("Du är med. Välkommen!")
                    .shot("in").follow("a[href$='/draw']").sees(draw.getString("seed")).shot("check");
        }
    }

    private static String applied(String call, String language, Screen.Device device, String age, String town) {
        boolean swedish = language.equals("sv");
        try (Screen person = Screen.of(device, language).telling("recruitment-" + language).open("/")) {
            person.follow("a[href='/calls/" + call + "']").shot("call").follow("a[href$='/applications/new']")
                    .shot("blank");
            person.sendInVain("/applications").sees(swedish ? "Skriv ditt namn." : "Kirjoita nimesi.").shot("refused");
            person.fill("name", "Sökande Person").fill("phone", swedish ? "040 123 4567" : "050 765 4321")
                    .pick("language", language).pick("ageGroup", age).pick("areas", "CARING").pick("consents", "yes")
                    .pick("mayApply", "yes");
            person.page().locator("#municipality").selectOption(town);
            person.shot("filled").send("/applications").at("/calls/applications/thanks")
                    .sees(swedish ? "Ansökan är framme." : "Hakemus on perillä.").shot("thanks");
            return person.page().locator(".receipt-code").innerText();
        }
    }

    /** By a program of the lead, for the panel of the demo world. */
    private static String announced(Instant closes) {
        String panel = as().get(CALLS).then().statusCode(200).extract().path("items[0].panel");
        return as().body(Map.of("panel", panel, "words", Map.of("sv", "Två platser lottas.", "fi",
                "Kaksi paikkaa arvotaan."), "opensAt", Instant.now().minusSeconds(60).toString(), "closesAt", closes.toString(), "method", "draw",
                "places", 2, "asksAreas", true)).post(CALLS).then().statusCode(201).extract().path("id");
    }

    private static RequestSpecification as() {
        String token = RestAssured.given().contentType("application/json").body(Map.of("person", "lead"))
                .post(House.address() + "/api/v1/demo/sign-in").then().statusCode(200).extract().path("token");
        return RestAssured.given().baseUri(House.address()).contentType("application/json")
                .header("Authorization", "Bearer " + token);
    }
}
