package org.hornsten.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.hornsten.kit.PublicId;
import org.jsoup.Jsoup;

/**
 * A phone that joined a board by its code. As the page does, it keeps what is written until a server's answer names that
 * very thing, and sends it again, at whichever server the way leads to then.
 */
final class Phone {
    private static final String PLACE = "/phone/notes";

    private final Hall hall;
    private final List<PackagedServer> servers;
    private final String cookie;
    private final String token;
    private final Queue<Map<String, String>> kept = new ArrayDeque<>();
    private int at;

    private Phone(Hall hall, List<PackagedServer> servers, int first, String cookie, String token) {
        this.hall = hall;
        this.servers = servers;
        this.at = first;
        this.cookie = cookie;
        this.token = token;
    }

    static Phone joined(Hall hall, String code, List<PackagedServer> servers, int first) {
        try (Caller caller = servers.get(first).caller()) {
            Caller.Answer page = caller.get("/w").is(200);
            Caller.Answer seated = caller.postForm("/w", Map.of("token", Jsoup.parse(page.text())
                    .select("form[action=/w] input[name=token]").attr("value"), "code", code, "table", "" + (first + 1),
                    "people", "1")).is(303);
            String cookie = "__Host-hornsten-board=" + seated.cookie("hornsten-board").orElseThrow();
            String token = PageForm.on(caller.with("Cookie", cookie).get(hall.path() + "/phone").is(200), PLACE)
                    .fields().get("token");
            return new Phone(hall, servers, first, cookie, token);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    void write(String words) {
        kept.add(Map.of("token", token, "words", words, "language", "sv", "step", "notes", "submission",
                PublicId.random()));
    }

    /** Tries each once; what no answer names stays. */
    void send() {
        while (!kept.isEmpty() && taken(kept.peek())) kept.remove();
    }

    boolean waits() {
        return !kept.isEmpty();
    }

    /** Sends the oldest without waiting for an answer: whether it arrived nobody knows. */
    void sendAndHangUp() {
        try (Caller caller = caller()) {
            caller.postFormAndHangUp(hall.path() + PLACE, kept.element());
        } catch (IOException away) {
            at++;
        }
    }

    /** As another window of the same phone. */
    Caller.Answer sendOldest(Caller caller) throws IOException {
        return dressed(caller).postForm(hall.path() + PLACE, kept.element());
    }

    private boolean taken(Map<String, String> note) {
        try (Caller caller = caller()) {
            Caller.Answer answer = caller.postForm(hall.path() + PLACE, note);
            boolean taken = answer.status() == 201
                    && Scene.read(answer).path("submission").asText().equals(note.get("submission"));
            if (!taken) at++;
            return taken;
        } catch (IOException away) {
            at++;
            return false;
        }
    }

    private Caller caller() {
        return dressed(servers.get(at % servers.size()).caller());
    }

    private Caller dressed(Caller caller) {
        return caller.with("Cookie", cookie).with("Accept", "application/json");
    }
}
