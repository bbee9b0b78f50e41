package org.hornsten.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hornsten.identity.Passes;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Secrets;

/**
 * A project with one draft open for comment, set up from outside through the JSON API as any program would. Only its
 * lead comes in by the back door: who may lead is the identity provider's to say, and here is none.
 */
public final class Scene {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Far above what the sequence hands out. */
    private static final long LEAD = 1_000_000_000;
    private static final long LIFE_SECONDS = 36_000;
    private static final int PASSAGES_IN_A_SECTION = 10;

    private final PackagedServer server;
    private final String secret;
    private final String lead;
    private String project;
    private String draft;
    private List<String> passages = List.of();

    private Scene(PackagedServer server, String secret, String lead) {
        this.server = server;
        this.secret = secret;
        this.lead = lead;
    }

    public static Scene on(PackagedServer server, OwnDatabase database) {
        return new Scene(server, database.secret(), arrived(database));
    }

    /** Another project of the same lead. */
    public Scene another() {
        return new Scene(server, secret, lead);
    }

    private static String arrived(OwnDatabase database) {
        String id = PublicId.random();
        try (Connection connection = database.connect(); PreparedStatement row = connection.prepareStatement("""
                insert into person (id, public_id, user_name, name, role, kind, language)
                values (?, ?, 'lead', 'Lena', 'LEAD', 'PROFESSIONAL', 'sv')""")) {
            row.setLong(1, LEAD);
            row.setString(2, id);
            row.executeUpdate();
            return id;
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /** A project with a draft of so many passages, published once, its round open without end. */
    public Scene withDraft(int size) {
        return withProject().draft(size, "pseudonym");
    }

    public Scene withProject() {
        project = post("/api/v1/projects", Map.of("slug", "p" + System.nanoTime(), "title", Map.of("sv", "Ett projekt"),
                "level", "consult", "stage", "draft", "languages", List.of("sv"))).get("slug").asText();
        return this;
    }

    /** Another draft in that project, the same people asked. */
    public Scene draft(int size, String anonymity) {
        JsonNode begun = post("/api/v1/projects/" + project + "/drafts",
                Map.of("title", Map.of("sv", "En modell"), "language", "sv", "markdown", text(size)));
        draft = begun.get("id").asText();
        passages = begun.get("sections").findValues("passages").stream()
                .flatMap(list -> list.findValuesAsText("id").stream()).toList();
        publish(Map.of("anonymity", anonymity));
        return this;
    }

    private static String text(int passages) {
        StringBuilder text = new StringBuilder("# En modell\n");
        for (int i = 0; i < passages; i++) {
            if (i % PASSAGES_IN_A_SECTION == 0)
                text.append("\n## Avsnitt ").append(i / PASSAGES_IN_A_SECTION + 1).append('\n');
            text.append('\n').append(passage(i)).append('\n');
        }
        return text.toString();
    }

    /** Forty words, most of them the passage's own. */
    private static String passage(int number) {
        List<String> stems = List.of("plan", "kontakt", "besök", "hem", "tid", "stöd", "samtal", "vecka");
        return IntStream.range(0, 40)
                .mapToObj(i -> i % 5 == 0 ? "och" : stems.get((number + i) % stems.size()) + (number * 7 + i))
                .reduce((a, b) -> a + " " + b).orElseThrow() + ".";
    }

    public void publish(Map<String, ?> more) {
        Map<String, Object> terms = new HashMap<>(Map.of("anonymity", "pseudonym"));
        terms.putAll(more);
        terms.put("criteria", List.of(Map.of("key", "clear", "label", Map.of("sv", "Tydlig"))));
        post("/api/v1/drafts/" + draft + "/versions", terms);
    }

    /** Admits somebody and signs their pass as the house would. */
    public String member(String name) {
        return member(name, "somebody@example.org");
    }

    public String member(String name, String email) {
        return pass(post("/api/v1/projects/" + project + "/members", Map.of("person", Map.of("name", name, "kind",
                "panel_member", "language", "sv", "email", email), "role", "participant", "kind", "panel_member"))
                .get("id").asText());
    }

    public String lead() {
        return pass(lead);
    }

    /** The header by which a browser shows this pass over https, which is what the server believes to be behind. */
    public String cookie(String pass) {
        return "__Host-hornsten=" + pass;
    }

    private String pass(String person) {
        String value = Passes.PREFIX + person + "." + (Clock.systemUTC().instant().getEpochSecond() + LIFE_SECONDS);
        byte[] key = Secrets.mark(secret.getBytes(StandardCharsets.UTF_8), "pass");
        return value + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.mark(key, value));
    }

    /** What a program sends to say these words about that passage of the newest version. */
    public String comment(int version, int passage, String words) {
        return json(Map.of("version", version, "language", "sv", "passage", passages.get(passage % passages.size()),
                "kind", "comment", "words", words));
    }

    /** Says it, as that member's program. */
    public Caller.Answer say(String pass, String key, String words) throws IOException {
        try (Caller caller = server.caller().bearing(pass)) {
            return caller.postJson("/api/v1/drafts/" + draft + "/contributions", comment(1, 0, words),
                    Map.of("Idempotency-Key", key));
        }
    }

    public String project() {
        return project;
    }

    public String draft() {
        return draft;
    }

    public List<String> passages() {
        return passages;
    }

    public PackagedServer server() {
        return server;
    }

    public JsonNode get(String path) {
        try (Caller caller = server.caller().bearing(lead())) {
            return read(caller.get(path).is(200));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    public JsonNode post(String path, Object body) {
        return send("POST", path, body, Map.of());
    }

    public JsonNode put(String path, Object body) {
        return send("PUT", path, body, Map.of("If-Match", "*"));
    }

    private JsonNode send(String method, String path, Object body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "application/json");
        try (Caller caller = server.caller().bearing(lead())) {
            Caller.Answer answer = caller.call(method, path, all, json(body));
            if (answer.status() >= 300)
                throw new IllegalStateException(method + " " + path + ": " + answer.status() + "\n" + answer.text());
            return answer.body().length == 0 ? JSON.nullNode() : JSON.readTree(answer.body());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    public static JsonNode read(Caller.Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
