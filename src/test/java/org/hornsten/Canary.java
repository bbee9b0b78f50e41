package org.hornsten;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hornsten.decision.Disposition;
import org.jsoup.nodes.Element;

import static org.hornsten.Browser.api;
import static org.hornsten.World.lena;

/**
 * The same words put into every field of every form and of every call, by somebody who may do everything: one of each
 * thing there is, and the words in all of it.
 */
final class Canary {
    private static final int DEEPEST = 8;
    private static final ObjectMapper JSON = new ObjectMapper();

    final String words;
    final Example example;
    /** What the server should not have answered. */
    final List<String> wrong = new ArrayList<>();
    final List<Response> answers = new ArrayList<>();
    int forms;
    int calls;
    /** Calls that did what they were asked to. */
    int done;
    private JsonNode api;

    private Canary(String words) {
        this.words = words;
        example = Example.made();
    }

    static Canary singing(String words) {
        Canary canary = new Canary(words);
        World.decided(World.said(canary.example.draft(), "Säger " + words), Disposition.LATER);
        World.said(canary.example.draft(), words);
        canary.call();
        canary.fillIn();
        return canary;
    }

    /** What can be opened, as {@code GET /path} of the table of all routes. */
    static List<String> pages(AccessTest.Who who) {
        return AccessTest.TABLE.get(who).lines().map(row -> row.replace(" *", ""))
                .filter(row -> row.startsWith("GET ") && !row.contains("/api/v1") && !row.contains("security.txt"))
                .toList();
    }

    private void fillIn() {
        Browser lena = Browser.as(lena());
        for (AccessTest.Who who : AccessTest.Who.values()) {
            if (who == AccessTest.Who.ADMINISTRATOR) continue;
            for (String row : pages(who)) for (Element form : lena.get(example.path(row)).document()
                    .select("form[method=post]")) {
                String action = form.attr("action");
                if (action.matches(".*(sign-out|/closing|/erasure|/removal|/ending).*")) continue;
                forms++;
                keep(row + " ▸ " + action, lena.sentWith(form, typed(form)));
            }
        }
    }

    private Map<String, String> typed(Element form) {
        Map<String, String> typed = new LinkedHashMap<>();
        form.select("input[type=text], input:not([type]), input[type=search], textarea")
                .forEach(field -> typed.put(field.attr("name"), words));
        return typed;
    }

    private void call() {
        api = read(RestAssured.given().accept("application/json").get("/q/openapi").asString());
        AccessTest.TABLE.values().stream().flatMap(String::lines).filter(row -> row.contains(" /api/v1")
                && !row.startsWith("GET ") && !row.endsWith("*")).forEach(this::call);
        Map<String, Object> plan = Map.of("title", Map.of("sv", words), "summary", Map.of("sv", words));
        keep("plan", api(lena()).body(plan).patch("/api/v1/projects/" + example.project().slug));
    }

    private void call(String row) {
        Iterator<Map.Entry<String, JsonNode>> paths = api.get("paths").fields();
        while (paths.hasNext()) {
            Map.Entry<String, JsonNode> path = paths.next();
            String verb = Example.verb(row);
            JsonNode asked = path.getValue().path(verb.toLowerCase()).path("requestBody").path("content")
                    .path("application/json").path("schema");
            if (asked.isMissingNode() || !AccessTest.shape(verb + " " + path.getKey()).equals(AccessTest.shape(row)))
                continue;
            calls++;
            Response answer = api(lena()).header("Idempotency-Key", "canary-" + System.nanoTime())
                    .body(value("", asked, 0)).request(verb, example.path(row));
            if (answer.statusCode() < 300) done++;
            keep(row, answer);
        }
    }

    /** Something that fits the description, the words wherever words fit. */
    private Object value(String name, JsonNode type, int depth) {
        JsonNode schema = type.has("$ref") ? api.at(type.get("$ref").asText().substring(1)) : type;
        for (String one : List.of("oneOf", "anyOf", "allOf"))
            if (schema.has(one)) return value(name, schema.get(one).get(schema.get(one).size() - 1), depth);
        if (schema.has("enum")) return schema.get("enum").get(0).asText();
        JsonNode kind = schema.path("type");
        return switch (kind.isArray() ? kind.get(0).asText() : kind.asText()) {
            case "integer", "number" -> 1;
            case "boolean" -> true;
            case "array" -> depth > DEEPEST ? List.of() : List.of(value(name, schema.path("items"), depth + 1));
            case "object" -> depth > DEEPEST ? Map.of() : object(schema, depth);
            default -> text(name, schema.path("format").asText());
        };
    }

    private Map<String, Object> object(JsonNode schema, int depth) {
        Map<String, Object> fields = new LinkedHashMap<>();
        schema.path("properties").fields().forEachRemaining(field ->
                fields.put(field.getKey(), value(field.getKey(), field.getValue(), depth + 1)));
        if (fields.isEmpty()) fields.put("sv", words);
        return fields;
    }

    private String text(String name, String format) {
        return switch (name + ":" + format) {
            case "language:" -> "sv";
            case "passage:" -> example.passage();
            default -> format.startsWith("date") ? LocalDate.now().toString() : words;
        };
    }

    private void keep(String what, Response answer) {
        // a form whose own fields are refused would be one that nobody can send
        boolean refused = answer.statusCode() == 400 && what.contains("▸");
        if (refused || answer.statusCode() >= 500) wrong.add(what + " → " + answer.statusCode());
        boolean json = what.contains("/api/v1");
        if (json && answer.statusCode() != 204 && !String.valueOf(answer.contentType()).contains("json"))
            wrong.add(what + " is answered as " + answer.contentType());
        answers.add(answer);
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
