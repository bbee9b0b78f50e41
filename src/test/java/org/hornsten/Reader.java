package org.hornsten;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Somebody who opens pages of the running house, without a browser.
 *
 * @param who      user name of the demo world; empty for a visitor
 * @param language {@code sv}, {@code fi} or {@code en}, chosen with the button of the page
 */
record Reader(String who, String language, HttpClient client) {

    static Reader of(String who, String language) {
        Reader reader = new Reader(who, language, HttpClient.newBuilder().cookieHandler(new CookieManager()).build());
        if (!who.isEmpty()) reader.send("/demo", Map.of("person", who, "back", "/help"));
        reader.send("/preferences", Map.of("what", "language", "value", language, "back", "/help"));
        return reader;
    }

    /** What the house answered; a redirect is an answer. */
    record Page(String path, HttpResponse<String> answer) {
        int status() {
            return answer.statusCode();
        }

        String type() {
            return answer.headers().firstValue("Content-Type").orElse("");
        }

        boolean html() {
            return type().startsWith("text/html");
        }

        /** Path of a redirect, else empty. */
        String next() {
            return answer.headers().firstValue("Location").map(where -> where.replaceFirst("^https?://[^/]+", ""))
                    .orElse("");
        }

        Document document() {
            return Jsoup.parse(answer.body(), House.address() + path);
        }
    }

    Page open(String path) {
        return new Page(path, answer(HttpRequest.newBuilder(URI.create(House.address() + path)).GET()));
    }

    private void send(String path, Map<String, String> fields) {
        String token = open(path).document().select("input[name=token]").attr("value");
        String body = fields.entrySet().stream().map(field -> field.getKey() + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        int status = answer(HttpRequest.newBuilder(URI.create(House.address() + path))
                .header("Sec-Fetch-Site", "same-origin").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body + "&token=" + URLEncoder.encode(token, StandardCharsets.UTF_8))))
                .statusCode();
        if (status != 303) throw new IllegalStateException(who + " sent " + fields + " to " + path + ": " + status);
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            return client.send(request.header("Accept", "text/html,*/*;q=0.5").build(), BodyHandlers.ofString());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    @Override
    public String toString() {
        return (who.isEmpty() ? "visitor" : who) + " (" + language + ")";
    }
}
