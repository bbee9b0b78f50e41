package org.hornsten.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;

/** A workshop whose board is open, planned and led from outside. */
public record Hall(Scene scene, String workshop) {

    /** @param steps of the programme by kind, which is their key, too */
    public static Hall open(Scene scene, List<String> steps) {
        Instant starts = Clock.systemUTC().instant().plus(Duration.ofHours(1));
        Hall hall = new Hall(scene, scene.post("/api/v1/projects/" + scene.project() + "/workshops",
                Map.of("title", Map.of("sv", "Verkstad"), "form", "in_person", "starts", starts.toString(),
                        "ends", starts.plus(Duration.ofHours(2)).toString(), "place", Map.of("sv", "Här"),
                        "draft", scene.draft(), "programme", steps.stream().map(Hall::step).toList()))
                .get("id").asText());
        hall.lead(scene.server(), "", "/opening", Map.of());
        return hall;
    }

    private static Map<String, Object> step(String kind) {
        return Map.of("key", kind, "kind", kind, "title", Map.of("sv", "Steget " + kind), "minutes", 20);
    }

    public String path() {
        return "/workshops/" + workshop + "/board";
    }

    public String api() {
        return "/api/v1/workshops/" + workshop;
    }

    public String events() {
        return api() + "/board/events";
    }

    /** The facilitator presses the button that goes on from one step to another. */
    void go(PackagedServer server, String from, String to) {
        lead(server, "", "/step", Map.of("from", from, "to", to));
    }

    private void lead(PackagedServer server, String page, String form, Map<String, String> fields) {
        try (Caller lead = server.caller().with("Cookie", scene.cookie(scene.lead()))) {
            PageForm shown = PageForm.on(lead.get(path() + page).is(200), form);
            for (Map.Entry<String, String> field : fields.entrySet())
                shown = shown.with(field.getKey(), field.getValue());
            lead.postForm(shown.action(), shown.fields()).is(303);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** By which one joins. */
    String code() {
        return Jsoup.parse(screen(scene.server())).select(".screen-code").text().replace(" ", "");
    }

    /** What the projector shows, in its order. */
    List<String> words(PackagedServer server) {
        return Jsoup.parse(screen(server)).select(".board-words").eachText();
    }

    private String screen(PackagedServer server) {
        try (Caller lead = server.caller().with("Cookie", scene.cookie(scene.lead()))) {
            return lead.get(path()).is(200).text();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
