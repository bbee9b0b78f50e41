package org.hornsten;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hornsten.decision.Decisions;
import org.hornsten.input.Contributions;
import org.hornsten.ledger.Kept;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The description of the API tells all of it, nothing else, and nothing wrong. */
@QuarkusTest
class OpenApiTest {
    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");
    private static final List<JavaMethod> METHODS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.hornsten").stream()
            .filter(type -> type.getSimpleName().endsWith("Api")).flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class)).toList();

    @Inject ObjectMapper json;

    private JsonNode api;

    /** @param route as a row of the table of doors has it */
    private record Act(String route, JsonNode node) {
        String id() {
            return node.path("operationId").asText();
        }

        JsonNode body() {
            return node.path("requestBody").path("content").path("application/json");
        }

        boolean open() {
            return each(node.path("security")).anyMatch(JsonNode::isEmpty);
        }

        @Override
        public String toString() {
            return route + " " + id();
        }
    }

    @BeforeEach
    void read() throws IOException {
        api = json.readTree(RestAssured.get("/q/openapi?format=json").asString());
    }

    @Test
    void it_says_what_it_is() {
        assertTrue(api.path("openapi").asText().startsWith("3.1"), api.path("openapi").asText());
        assertEquals("Hörnsten", api.at("/info/title").asText());
        assertTrue(api.at("/info/version").asText().matches("\\d+\\.\\d+\\.\\d+.*"), api.at("/info/version").asText());
        assertEquals("Apache-2.0", api.at("/info/license/name").asText());
        assertEquals("/", api.at("/servers/0/url").asText());
        assertEquals("bearer", api.at("/components/securitySchemes/bearer/scheme").asText());
        assertTrue(api.at("/security/0").has("bearer"));
    }

    @Test
    void it_tells_the_routes_of_the_api_and_no_others() {
        Set<String> told = acts().map(Act::route).collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = AccessTest.routes().stream().filter(route -> route.contains(" /api/"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(String.join("\n", there), String.join("\n", told));
    }

    @Test
    void each_operation_has_a_name_of_its_own_a_line_a_topic_and_its_answers() {
        Set<String> topics = each(api.path("tags")).map(tag -> tag.path("name").asText()).collect(Collectors.toSet());
        List<String> wrong = new ArrayList<>();
        Set<String> ids = new TreeSet<>();
        acts().forEach(act -> {
            if (!ids.add(act.id())) wrong.add(act + " has the name of another");
            if (!act.node().path("summary").asText().matches("[A-Z].{8,110}[^.]")) wrong.add(act + " has no line");
            List<String> tags = each(act.node().path("tags")).map(JsonNode::asText).toList();
            if (tags.size() != 1 || !topics.containsAll(tags)) wrong.add(act + " stands under " + tags);
            if (!succeeds(act)) wrong.add(act + " does not tell what it answers");
            for (String status : List.of("400", "401"))
                if (!act.node().path("responses").has(status)) wrong.add(act + " misses " + status);
        });
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void each_problem_is_told_as_it_is_told_in_earnest() throws IOException {
        Properties words = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src/main/resources/messages/web.properties"))) {
            words.load(in);
        }
        acts().forEach(act -> act.node().path("responses").fields().forEachRemaining(answer -> {
            if (answer.getKey().compareTo("400") < 0) return;
            JsonNode content = meant(answer.getValue()).path("content").path("application/problem+json");
            assertEquals("#/components/schemas/Problem", content.path("schema").path("$ref").asText(), act.toString());
            JsonNode example = content.path("example");
            assertEquals(answer.getKey(), example.path("status").asText());
            assertEquals(words.getProperty("problem_" + answer.getKey()), example.path("title").asText());
        }));
        assertEquals(fields("Problem"), Set.of("type", "title", "status", "detail", "instance", "errors"));
        assertEquals(fields("FieldProblem"), Set.of("field", "message"));
    }

    @Test
    void what_anyone_may_do_is_said_so_and_what_needs_a_token_too() {
        Set<String> anyone = AccessTest.TABLE.get(AccessTest.Who.ALL).lines().map(row -> row.replace(" *", ""))
                .map(AccessTest::shape).collect(Collectors.toSet());
        acts().forEach(act -> {
            if (anyone.contains(act.route())) assertTrue(act.open(), act.toString());
            boolean token = each(act.node().path("security")).anyMatch(one -> one.has("bearer"));
            assertEquals(act.open(), token, act.toString());
            assertEquals(act.open(), act.node().has("security"), act.toString());
        });
    }

    @Test
    void what_counts_once_asks_for_a_key() {
        Set<String> once = METHODS.stream().filter(method -> method.isAnnotatedWith(Kept.class))
                .filter(method -> method.getAnnotationOfType(Kept.class).once()).map(OpenApiTest::id)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(once, acts().filter(act -> parameter(act, "Idempotency-Key").path("required").asBoolean()
                && parameter(act, "Idempotency-Key").at("/schema/maxLength").asInt() == 128).map(Act::id)
                .collect(Collectors.toCollection(TreeSet::new)));
        assertFalse(once.isEmpty());
    }

    @Test
    void filters_are_the_closed_lists_of_the_house() {
        assertEquals(words(Contributions.State.values()), closed("state"));
        assertEquals(words(Decisions.Part.values()), closed("part"));
        api.at("/components/schemas").fields().forEachRemaining(schema -> each(schema.getValue().path("enum"))
                .forEach(word -> assertEquals(word.asText().toLowerCase(Locale.ROOT), word.asText())));
    }

    @Test
    void each_body_has_an_example_that_the_house_can_read() throws JsonProcessingException {
        for (Act act : acts().filter(act -> !act.body().isMissingNode()).toList()) {
            assertTrue(act.body().has("example"), act + " has no example");
            json.readValue(act.body().path("example").toString(), json.constructType(bodyOf(act)));
        }
    }

    @Test
    void a_wrong_example_would_be_found() {
        Act act = acts().filter(each -> each.id().equals("Project_setUp")).findFirst().orElseThrow();
        Map<String, Object> mistakes = Map.of("titel", "?", "level", "decide", "open", "true", "phases", 7);
        mistakes.forEach((field, value) -> {
            ObjectNode wrong = act.body().path("example").deepCopy();
            wrong.set(field, json.valueToTree(value));
            assertThrows(JsonProcessingException.class,
                    () -> json.readValue(wrong.toString(), json.constructType(bodyOf(act))), field);
        });
    }

    @Test
    void names_are_words_and_lead_somewhere() {
        api.at("/components/schemas").fieldNames().forEachRemaining(name -> assertTrue(name.matches("[A-Z][A-Za-z]+")
                && !name.matches(".*(Impl|Engine|Template|Response|Listed|Many|Optional|Entity|Pages|Form).*"), name));
        List<JsonNode> refs = api.findValues("$ref");
        assertFalse(refs.isEmpty());
        refs.forEach(ref -> assertFalse(api.at(ref.asText().substring(1)).isMissingNode(), ref.asText()));
    }

    @Test
    void the_page_shows_every_operation_in_each_language() {
        Map<String, String> titles = new TreeMap<>();
        for (String language : List.of("sv", "fi", "en")) {
            var page = Jsoup.parse(RestAssured.given().header("Accept-Language", language).get("/api").asString());
            titles.put(page.selectFirst("h1").text(), language);
            Set<String> shown = page.select(".api-call summary code").stream().map(code -> AccessTest.shape(code.text()))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(acts().map(Act::route).collect(Collectors.toCollection(TreeSet::new)), shown);
            assertTrue(page.select("a[href=/q/openapi]").hasText());
            assertTrue(page.select("pre").text().contains("klockan 9–14"));
        }
        assertEquals(3, titles.size());
    }

    private Stream<Act> acts() {
        List<Act> acts = new ArrayList<>();
        api.path("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(verb -> {
            if (VERBS.contains(verb.getKey())) acts.add(new Act(AccessTest.shape(
                    verb.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()), verb.getValue()));
        }));
        return acts.stream();
    }

    private boolean succeeds(Act act) {
        JsonNode answers = act.node().path("responses");
        return answers.has("204") || Stream.of("200", "201", "202").anyMatch(status ->
                Stream.of("application~1json", "text~1csv", "text~1calendar", "text~1event-stream")
                .anyMatch(type -> !answers.path(status).at("/content/" + type + "/schema").isEmpty()));
    }

    private JsonNode parameter(Act act, String name) {
        return each(act.node().path("parameters")).map(this::meant)
                .filter(parameter -> parameter.path("name").asText().equals(name)).findFirst()
                .orElse(MissingNode.getInstance());
    }

    private JsonNode meant(JsonNode node) {
        return node.has("$ref") ? api.at(node.path("$ref").asText().substring(1)) : node;
    }

    private Set<String> fields(String schema) {
        Set<String> fields = new TreeSet<>();
        api.at("/components/schemas/" + schema + "/properties").fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    private List<String> closed(String parameter) {
        return each(api.at("/components/parameters/" + parameter + "/schema/enum")).map(JsonNode::asText).toList();
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
    }

    private static String id(JavaMethod method) {
        return method.getOwner().getSimpleName().replaceFirst("Api$", "_") + method.getName();
    }

    /** What stands in the signature without saying where it comes from. */
    private static Type bodyOf(Act act) {
        Method method = METHODS.stream().filter(each -> id(each).equals(act.id())).findFirst().orElseThrow().reflect();
        return Arrays.stream(method.getParameters()).filter(OpenApiTest::isBody).findFirst().orElseThrow()
                .getParameterizedType();
    }

    private static boolean isBody(Parameter parameter) {
        return Arrays.stream(parameter.getAnnotations()).map(given -> given.annotationType().getName())
                .noneMatch(name -> name.startsWith("jakarta.ws.rs.") || name.startsWith("org.jboss.resteasy."));
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
