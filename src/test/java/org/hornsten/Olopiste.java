package org.hornsten;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The project of seed case 001 as it was before the case begins: its text, and the fifteen people who answer on the web
 * in two weeks. Their answers are those of the case's own data, read as they were written.
 */
final class Olopiste {
    static final String SENTENCE = "Olopiste on auki tiistaista torstaihin.";
    static final Duration ROUND = Duration.ofDays(14);
    static final List<String> SAID = List.of("Voisiko ovi olla auki myös maanantaisin?",
            "Valmentaja kuunteli loppuun asti ennen kuin neuvoi.", "Enemmän iltaryhmiä työkokeilussa oleville.",
            "Uudelle tulijalle pitäisi näyttää paikat heti.", "Aukioloa joka arkipäivälle.",
            "Lisää retkiä, vaikka lyhyitä.", "Sain apua lomakkeisiin ja puheluihin.",
            "Ryhmät alkavat minulle liian aikaisin aamulla.", "Viikonloppuisin kaipaisin jotakin tekemistä.",
            "Ohje siitä, miten kamera suljetaan.", "Avoinna useammin, kiitos.", "Hiljainen huone olisi hyvä lisä.",
            "Ohjaajat osaavat asiansa eivätkä hoputa.", "Verkkoryhmän ääni pätkii, siihen kaipaisin apua.",
            "Auki joka päivä, myös kesällä.");
    private static final String TEXT = """
            # Olopiste 2.0

            ## Aukiolo

            Olopiste on auki tiistaista torstaihin. Ovi on auki kaikille 18–64-vuotiaille päijäthämäläisille.

            ## Ryhmät ja valmennus

            Ryhmiä, retkiä ja yksilövalmennusta on joka viikko. Verkkoryhmään pääsee kotoa.
            """;

    final String project;
    final String draft;

    Olopiste() {
        project = "/projects/" + post("/projects", Map.of("title", words("Olopiste 2.0", "Olopiste 2.0"), "summary",
                words("Matalan kynnyksen toimintamalli aktivointityöhön.", "En modell med låg tröskel."), "level",
                "collaborate", "promise", words("Kehitämme yhdessä ja kerromme, mitä sanoistasi seurasi.",
                "Vi utvecklar tillsammans och berättar vad dina ord ledde till."), "stage", "draft", "languages",
                List.of("fi", "sv"))).getString("slug");
        draft = "/drafts/" + post(project + "/drafts", Map.of("title", words("Olopiste 2.0", "Olopiste 2.0"),
                "language", "fi", "markdown", TEXT)).getString("id");
    }

    /** The two weeks begin. */
    void asks() {
        post(draft + "/versions", Map.of("anonymity", "pseudonym", "closesAt", Instant.now().plus(ROUND).toString(),
                "criteria", List.of(Map.of("key", "everyday", "label",
                words("Auttaa arjessa", "Hjälper i vardagen")))));
    }

    /** The ways in of those fifteen. */
    List<String> links() {
        return post("/invitations", Map.of("about", Map.of("kind", "draft", "id", draft.substring(8)), "channel",
                "handed_out", "to", IntStream.rangeClosed(1, SAID.size()).mapToObj(number -> Map.of("kind", "customer",
                "name", "Kävijä " + number, "language", "fi")).toList())).<String>getList("items.token").stream()
                .map(token -> "/link/" + token).toList();
    }

    private static JsonPath post(String path, Map<String, Object> body) {
        Response answer = as("lead").body(body).post("/api/v1" + path);
        if (answer.statusCode() >= 300)
            throw new IllegalStateException(path + " " + answer.statusCode() + " " + answer.asString());
        return answer.jsonPath();
    }

    private static RequestSpecification as(String who) {
        String token = given().body(Map.of("person", who)).post("/api/v1/demo/sign-in").then().statusCode(200).extract()
                .path("token");
        return given().header("Authorization", "Bearer " + token);
    }

    private static RequestSpecification given() {
        return RestAssured.given().baseUri(House.address()).contentType("application/json");
    }

    private static Map<String, String> words(String finnish, String swedish) {
        return Map.of("fi", finnish, "sv", swedish);
    }
}
