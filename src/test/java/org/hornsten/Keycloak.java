package org.hornsten;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real Keycloak as the build unpacked it, with the realm and the sign-in pages of the product, on loopback and with
 * nothing kept; and its administrator at the REST interface.
 */
final class Keycloak {
    static final String CLIENT_SECRET = "a secret of the tests which guards nothing";
    static final String PASSWORD = "en mening om havet";
    private static final Path PROGRAM = Path.of("target", "keycloak").toAbsolutePath();
    private static final Path LOG = Path.of("target", "keycloak.log");
    private static final String ADMIN = "tests";
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String address;
    private final Process server;

    private Keycloak(String address, Process server) {
        this.address = address;
        this.server = server;
    }

    /** @param house where the server under test is reached, without a slash at the end */
    static Keycloak start(int port, int managementPort, String house) throws IOException {
        Path home;
        try (Stream<Path> folders = Files.list(PROGRAM)) {
            home = folders.filter(folder -> Files.exists(folder.resolve("bin/kc.sh"))).findFirst().orElseThrow();
        }
        empty(home.resolve("data"));
        Files.createDirectories(home.resolve("data/import"));
        Files.copy(Path.of("src/main/keycloak/realm.json"), home.resolve("data/import/realm.json"));
        ProcessBuilder program = new ProcessBuilder("bash", home.resolve("bin/kc.sh").toString(), "start-dev",
                "--import-realm", "--db=dev-mem", "--cache=local", "--health-enabled=true", "--http-host=127.0.0.1",
                "--http-port=" + port, "--http-management-port=" + managementPort,
                "--spi-theme--folder--dir=" + Path.of("target", "keycloak-themes").toAbsolutePath());
        program.environment().putAll(Map.of("JAVA", ProcessHandle.current().info().command().orElse("java"),
                "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx640m", "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN,
                "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN, "HORNSTEN_URL", house, "HORNSTEN_CLIENT_SECRET", CLIENT_SECRET));
        Process server = program.redirectErrorStream(true).redirectOutput(LOG.toFile()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server)));
        awaitReady(server, managementPort);
        return new Keycloak("http://127.0.0.1:" + port, server);
    }

    void stop() {
        end(server);
    }

    /** Which of the realm's flows a browser goes through. */
    void asks(String flow) {
        send("PUT", "", Map.of("browserFlow", flow));
    }

    /** Somebody who can sign in with {@link #PASSWORD}, perhaps with a language of their own; gives their id. */
    String person(String userName, String name, String language, String... roles) {
        HttpResponse<String> made = send("POST", "/users", Map.of("username", userName, "enabled", true,
                "firstName", name, "lastName", "Lind", "email", userName + "@kusten.example", "emailVerified", true,
                "attributes", language.isEmpty() ? Map.of() : Map.of("locale", List.of(language)),
                "credentials", List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false))));
        String place = made.headers().firstValue("Location").orElseThrow();
        String id = place.substring(place.lastIndexOf('/') + 1);
        grant(id, roles);
        return id;
    }

    void grant(String person, String... roles) {
        send("POST", "/users/" + person + "/role-mappings/realm", Arrays.stream(roles).map(this::role).toList());
    }

    void take(String person, String... roles) {
        send("DELETE", "/users/" + person + "/role-mappings/realm", Arrays.stream(roles).map(this::role).toList());
    }

    /** What the person is asked to do before anything else. */
    void mustDo(String person, String... actions) {
        send("PUT", "/users/" + person, ((ObjectNode) get("/users/" + person))
                .set("requiredActions", JSON.valueToTree(actions)));
    }

    /** Whether there is a sign-in of that name. */
    boolean open(String userName) {
        return sessions(get("/users?exact=true&username=" + userName).path(0).path("id").asText()) > 0;
    }

    void disable(String person) {
        JsonNode is = get("/users/" + person);
        send("PUT", "/users/" + person, ((ObjectNode) is).put("enabled", false));
    }

    /** As an administrator ends all sign-ins of a person; Keycloak tells the clients. */
    void signOut(String person) {
        send("POST", "/users/" + person + "/logout", Map.of());
    }

    int sessions(String person) {
        return get("/users/" + person + "/sessions").size();
    }

    /** A new signing key takes over, the old one goes away at once. */
    void rotateKeys() {
        JsonNode old = get("/components?type=org.keycloak.keys.KeyProvider");
        send("POST", "/components", Map.of("name", "next-" + System.nanoTime(), "providerId", "rsa-generated",
                "providerType", "org.keycloak.keys.KeyProvider", "config", Map.of("priority", List.of("200"),
                "enabled", List.of("true"), "active", List.of("true"), "keySize", List.of("2048"))));
        old.forEach(key -> {
            if (key.path("providerId").asText().equals("rsa-generated"))
                send("DELETE", "/components/" + key.path("id").asText(), Map.of());
        });
    }

    void tokensLive(int seconds) {
        send("PUT", "", Map.of("accessTokenLifespan", seconds));
    }

    /** A program with tokens of its own; for us, when its tokens are said to be. */
    void program(String client, boolean forUs) {
        Map<String, Object> mapper = Map.of("name", "audience", "protocol", "openid-connect", "protocolMapper",
                "oidc-audience-mapper", "config", Map.of("included.client.audience", "hornsten",
                "access.token.claim", "true"));
        send("POST", "/clients", Map.of("clientId", client, "publicClient", true, "standardFlowEnabled", false,
                "directAccessGrantsEnabled", true, "protocolMappers", forUs ? List.of(mapper) : List.of()));
    }

    /** An access token as a program gets it for a person. */
    String token(String client, String userName) {
        return form("/realms/hornsten", Map.of("client_id", client, "grant_type", "password", "scope", "openid",
                "username", userName, "password", PASSWORD)).path("access_token").asText();
    }

    private Map<String, String> role(String name) {
        JsonNode role = get("/roles/" + name);
        return Map.of("id", role.path("id").asText(), "name", name);
    }

    private JsonNode get(String path) {
        return read(send("GET", path, Map.of()).body());
    }

    private HttpResponse<String> send(String verb, String path, Object body) {
        String token = form("/realms/master", Map.of("client_id", "admin-cli", "grant_type", "password",
                "username", ADMIN, "password", ADMIN)).path("access_token").asText();
        try {
            HttpResponse<String> answer = HTTP.send(HttpRequest.newBuilder(URI.create(address
                    + "/admin/realms/hornsten" + path)).header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .method(verb, verb.equals("GET") ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(JSON.writeValueAsString(body))).build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 400)
                throw new IllegalStateException(verb + " " + path + " → " + answer.statusCode() + " " + answer.body());
            return answer;
        } catch (IOException | InterruptedException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private JsonNode form(String realm, Map<String, String> fields) {
        String body = fields.entrySet().stream().map(field -> field.getKey() + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        try {
            return read(HTTP.send(HttpRequest.newBuilder(URI.create(address + realm
                    + "/protocol/openid-connect/token")).header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString()).body());
        } catch (IOException | InterruptedException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException problem) {
            throw new IllegalStateException(json, problem);
        }
    }

    private static void awaitReady(Process server, int port) throws IOException {
        long until = System.nanoTime() + PATIENCE;
        HttpRequest asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready")).build();
        while (true) {
            try {
                Thread.sleep(200);
                if (HTTP.send(asked, BodyHandlers.discarding()).statusCode() == 200) return;
            } catch (IOException notYet) {
                // asked again until the patience is over
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
            if (!server.isAlive() || System.nanoTime() > until)
                throw new IllegalStateException("Keycloak is not ready:\n" + Files.readString(LOG));
        }
    }

    private static void end(Process server) {
        server.descendants().forEach(ProcessHandle::destroy);
        server.destroy();
        try {
            if (!server.waitFor(20, TimeUnit.SECONDS)) server.destroyForcibly();
        } catch (InterruptedException stop) {
            server.destroyForcibly();
        }
    }

    private static void empty(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) Files.delete(file);
        }
    }
}
