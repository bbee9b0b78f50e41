package org.hornsten;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Somebody else's site: another origin than ours, and for a browser another site, too ({@code 127.0.0.1} is not
 * {@code localhost}). It remembers what it was told by whom it answered.
 */
final class Stranger implements AutoCloseable {
    private static final byte[] PAGE = "<!doctype html><title>Elsewhere</title><p>Nothing to see"
            .getBytes(StandardCharsets.UTF_8);
    private static final String SEND = """
            sent => {
              const form = document.createElement('form');
              form.method = 'post'; form.action = sent.action; form.enctype = sent.enctype;
              for (const [name, value] of Object.entries(sent.fields)) {
                const field = document.createElement('textarea');
                field.name = name; field.value = value; form.append(field);
              }
              document.body.append(form);
              HTMLFormElement.prototype.submit.call(form);
            }""";

    private final HttpServer server;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private Stranger(HttpServer server) {
        this.server = server;
    }

    static Stranger open() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            Stranger stranger = new Stranger(server);
            server.createContext("/", asked -> {
                // its own page's icon is nobody's coming
                if (asked.getRequestURI().getPath().equals("/"))
                    stranger.heard.add(asked.getRequestURI() + " " + Map.copyOf(asked.getRequestHeaders()));
                asked.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
                asked.sendResponseHeaders(200, PAGE.length);
                asked.getResponseBody().write(PAGE);
                asked.close();
            });
            server.start();
            return stranger;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    String address() {
        return address("127.0.0.1");
    }

    /** Under another name of this machine. */
    String address(String host) {
        return "http://" + host + ":" + server.getAddress().getPort() + "/";
    }

    /** Each request with its headers. */
    List<String> heard() {
        return heard;
    }

    /** From its own page, which the browser leaves for ours. */
    void sendsForm(Page page, String action, String enctype, Map<String, String> fields) {
        page.navigate(address());
        page.waitForNavigation(() -> page.evaluate(SEND,
                Map.of("action", action, "enctype", enctype, "fields", fields)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
