package org.hornsten;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A project of its own for one test, made through the API: led by Lena, Pekka taking part, one text with its round
 * open.
 */
final class Trial {
    private final String title = "Försök " + UUID.randomUUID().toString().substring(0, 6);
    private final String slug;
    private final String draft;

    Trial() {
        slug = post("/projects", Map.of("title", words(title), "summary", words("Vi provar."), "level", "consult",
                "promise", words("Vi svarar på allt."), "stage", "draft", "languages", List.of("sv", "fi")))
                .getString("slug");
        post("/projects/" + slug + "/members",
                Map.of("person", Map.of("userName", "panelist"), "kind", "panel_member"));
        post("/projects/" + slug + "/members",
                Map.of("person", Map.of("kind", "customer", "name", "Siv", "language", "sv")));
        draft = post("/projects/" + slug + "/drafts", Map.of("title", words(title), "language", "sv",
                "markdown", MainJob.TEXT)).getString("id");
        post("/drafts/" + draft + "/versions", Map.of("anonymity", "pseudonym", "criteria", List.of(
                Map.of("key", "clear", "label", words("Lätt att förstå")),
                Map.of("key", "fair", "label", words("Rättvis")))));
    }

    String project() {
        return "/projects/" + slug;
    }

    String draft() {
        return "/drafts/" + draft;
    }

    /** Pekka's words about the sentence all tests know. @return the code of the receipt */
    String say(String words) {
        Map<String, Object> said = Map.of("version", 1, "language", "sv", "passage", passage(), "kind", "comment",
                "quote", Map.of("exact", MainJob.SENTENCE), "words", words);
        return as("panelist").header("Idempotency-Key", UUID.randomUUID().toString()).body(said)
                .post("/api/v1" + draft() + "/contributions").then().statusCode(201).extract().path("receipt");
    }

    /** A letter to somebody new. @return its code */
    String letter(String name, String language) {
        String batch = invited("letter", name, language).getString("batch");
        String table = as("lead").get("/api/v1/invitations/letters/" + batch + "?format=csv").then().statusCode(200)
                .extract().asString();
        return table.lines().toList().get(1).replaceFirst(".*,\"(.*)\"", "$1");
    }

    /** A link for somebody new. @return its path */
    String link(String name) {
        return "/link/" + invited("handed_out", name, "sv").getString("items[0].token");
    }

    /** What tells it from others. */
    String name() {
        return title.replaceFirst(".* ", "");
    }

    /** A workshop in ten days. @return its path */
    String workshop(int seats) {
        Instant starts = Instant.now().plus(Duration.ofDays(10)).truncatedTo(ChronoUnit.HOURS);
        return "/workshops/" + post("/projects/" + slug + "/workshops", Map.of("title", words("Workshop på prov " + name()),
                "form", "hybrid", "starts", starts.toString(), "ends", starts.plus(Duration.ofHours(2)).toString(),
                "place", words("Biblioteket, rum 2"), "link", "https://meet.example.org/prov", "seats", seats,
                "draft", draft, "accessibility", Map.of("inductionLoop", true, "stepFree", true), "programme", List.of(
                Map.of("kind", "talk", "title", words("Välkommen"), "minutes", 20),
                Map.of("kind", "notes", "title", words("Lappar"), "minutes", 60)))).getString("id");
    }

    /** A link to a workshop for somebody new. @return its path */
    String linkTo(String workshop, String name, String language) {
        return "/link/" + post("/invitations", Map.of("about", Map.of("kind", "workshop", "id",
                workshop.replaceFirst(".*/", "")), "channel", "handed_out", "to", List.of(Map.of("kind", "customer",
                "name", name, "language", language)))).getString("items[0].token");
    }

    /** A workshop that somebody was at, with 25 euros an hour and 55 cents a kilometre agreed on. @return its path */
    String attended(String who) {
        post("/projects/" + slug + "/members", Map.of("person", Map.of("userName", who), "kind",
                "expert_by_experience"));
        for (Map<String, Object> rule : List.<Map<String, Object>>of(
                Map.of("task", "taking_part", "per", "hour", "amount", 2500),
                Map.of("task", "kilometre", "amount", 55))) {
            Map<String, Object> agreed = new HashMap<>(rule);
            agreed.putAll(Map.of("kinds", List.of("expert_by_experience"), "validFrom", LocalDate.now().toString()));
            post("/projects/" + slug + "/fee-rules", agreed);
        }
        Instant starts = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(3600);
        String workshop = "/workshops/" + post("/projects/" + slug + "/workshops", Map.of("title", words("Träff " + name()),
                "form", "in_person", "starts", starts.toString(), "ends", starts.plusSeconds(7800).toString(),
                "place", words("Stadshuset"))).getString("id");
        String registration = as(who).body(Map.of("answer", "yes")).post("/api/v1" + workshop + "/registrations")
                .then().statusCode(201).extract().path("id");
        post(workshop + "/registrations/" + registration + "/attendance", Map.of("present", true));
        return workshop;
    }

    private JsonPath invited(String channel, String name, String language) {
        return post("/invitations", Map.of("about", Map.of("kind", "draft", "id", draft), "channel", channel, "to",
                List.of(Map.of("kind", "council_representative", "name", name, "language", language))));
    }

    private String passage() {
        JsonPath text = as("lead").get("/api/v1" + draft() + "/versions/1").jsonPath();
        return text.getList("sections.passages.flatten().findAll { it.text.contains('" + MainJob.SENTENCE + "') }.id",
                String.class).get(0);
    }

    /** What the words of the newest contribution were about, as it is stored. */
    Map<String, Object> newestAbout() {
        return as("lead").queryParam("size", 200).get("/api/v1" + project() + "/contributions").jsonPath()
                .<Map<String, Object>>getList("items.about").stream().reduce((first, last) -> last).orElseThrow();
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

    private static Map<String, String> words(String swedish) {
        return Map.of("sv", swedish, "fi", swedish + " suomeksi");
    }
}
