package org.hornsten;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.hornsten.fault.OwnDatabase;
import org.hornsten.fault.PackagedServer;

/**
 * An organisation that runs the packaged server (profile prod) with its own sign-in, started once for all tests: the
 * server first, so that it meets the morning on which its provider is late.
 */
final class Organisation {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Organisation started;

    final String address;
    final Keycloak keycloak;
    /** What the server said while the provider was away. */
    final Map<String, HttpResponse<String>> before = new HashMap<>();
    private final OwnDatabase database;

    private Organisation() throws IOException {
        int port = freePort();
        int managementPort = freePort();
        database = OwnDatabase.startedIn(Path.of("target", "organisation-database"));
        Map<String, String> settings = new HashMap<>(database.settings(database.port()));
        settings.putAll(Map.of("quarkus.oidc.tenant-enabled", "true",
                "quarkus.oidc.auth-server-url", "http://127.0.0.1:" + port + "/realms/hornsten",
                "quarkus.oidc.credentials.secret", Keycloak.CLIENT_SECRET,
                // two failures in a row are two questions, also within the same test
                "quarkus.oidc.token.forced-jwk-refresh-interval", "1S"));
        PackagedServer server = PackagedServer.on(settings, Path.of("target", "organisation-server.log"));
        // another host name than the provider's, as in life: browsers treat the two as strangers
        address = "http://localhost:" + server.port;
        for (String path : new String[] {"/", "/help", "/sign-in", "/sign-in/start"}) before.put(path, get(path));
        keycloak = Keycloak.start(port, managementPort, address);
    }

    static synchronized Organisation running() {
        try {
            if (started == null) started = new Organisation();
            return started;
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /** Without following where the answer leads. */
    HttpResponse<String> get(String path, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).header("Accept-Language", "sv"), headers);
    }

    HttpResponse<String> post(String path, String json, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)), headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        try {
            if (headers.length > 0) request.headers(headers);
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException problem) {
            throw new IllegalStateException(problem);
        }
    }

    String read(String sql) {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
