package org.hornsten.info;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The API as its own description tells it, in the order of a reader: by topic, then by address. */
@ApplicationScoped
class ApiGuide {
    private static final List<String> VERBS = List.of("get", "post", "put", "patch", "delete");

    private final OpenApiDocumentService document;
    private final ObjectMapper json;

    ApiGuide(OpenApiDocumentService document, ObjectMapper json) {
        this.document = document;
        this.json = json;
    }

    public record Topic(String name, String words, List<Act> acts) {}

    /** @param open whether anyone may; @param body an example, or empty */
    public record Act(String verb, String path, String words, boolean open, List<Given> given, String body,
                      List<Answer> answers) {}

    /** @param choices the closed list it is one of, or empty */
    public record Given(String name, String words, boolean required, String choices) {}

    public record Answer(String status, String words) {}

    List<Topic> topics() {
        JsonNode api = read();
        return each(api.path("tags")).map(tag -> new Topic(tag.path("name").asText(),
                tag.path("description").asText(), acts(api, tag.path("name").asText()))).toList();
    }

    private JsonNode read() {
        try {
            return json.readTree(document.getDocument(Format.JSON));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<Act> acts(JsonNode api, String topic) {
        List<Act> acts = new ArrayList<>();
        api.path("paths").fields().forEachRemaining(path -> VERBS.stream().filter(path.getValue()::has)
                .filter(verb -> each(path.getValue().path(verb).path("tags")).anyMatch(t -> t.asText().equals(topic)))
                .forEach(verb -> acts.add(act(api, verb, path.getKey(), path.getValue().path(verb)))));
        acts.sort(Comparator.comparing(Act::path));
        return acts;
    }

    private Act act(JsonNode api, String verb, String path, JsonNode act) {
        List<Answer> answers = new ArrayList<>();
        act.path("responses").fields().forEachRemaining(answer -> answers.add(
                new Answer(answer.getKey(), said(api, answer.getValue()).path("description").asText())));
        answers.sort(Comparator.comparing(Answer::status));
        return new Act(verb.toUpperCase(Locale.ROOT), path, act.path("summary").asText(), act.has("security"),
                each(act.path("parameters")).map(given -> given(api, said(api, given))).toList(),
                example(act.path("requestBody").path("content").path("application/json").path("example")), answers);
    }

    private static Given given(JsonNode api, JsonNode given) {
        List<String> choices = each(said(api, given.path("schema")).path("enum")).map(JsonNode::asText).toList();
        return new Given(given.path("name").asText(), given.path("description").asText(),
                given.path("required").asBoolean(), String.join(", ", choices));
    }

    private String example(JsonNode example) {
        try {
            return example.isMissingNode() ? "" : json.writerWithDefaultPrettyPrinter().writeValueAsString(example);
        } catch (JsonProcessingException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** What is meant, whether it stands here or is pointed to. */
    private static JsonNode said(JsonNode api, JsonNode node) {
        return node.has("$ref") ? api.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(array.elements(), Spliterator.ORDERED), false);
    }
}
