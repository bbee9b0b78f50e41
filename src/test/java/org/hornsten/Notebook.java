package org.hornsten;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hornsten.identity.Person;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * What somebody writes down who opens every door of a project day after day, as its lead, as a member and as anybody:
 * each number with the place it stood in.
 */
final class Notebook {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)?");
    private static final int WORDS = 60;
    private static final int PATIENCE = 7;
    /** Doors behind which there is nothing of what people answered: letters and calendars, written anew each time. */
    private static final Set<String> CLOSED_EYES = Set.of("GET /projects/{project}/letters/{batch}/paper",
            "GET /projects/{project}/letters/{batch}/sheets", "GET /projects/{project}/letters/{batch}/cards",
            "GET /workshops/{workshop}/calendar.ics",
            "GET /api/v1/workshops/{workshop}.ics", "GET /api/v1/projects/{project}/workshops/{workshop}.ics",
            "GET /sbom");
    private static final Map<String, Optional<Person>> READERS = Map.of("lead", Optional.of(World.lena()),
            "member", Optional.of(World.aino()), "anybody", Optional.empty());

    private final Example example;
    private final List<String> doors;
    private final ObjectMapper json = new ObjectMapper();
    private final Set<String> shut = new HashSet<>();
    final List<Map<String, List<String>>> days = new ArrayList<>();
    /** The answers of programs as they came, by reader and door: of the last day. */
    final Map<String, JsonNode> told = new TreeMap<>();

    Notebook(Example example, Predicate<String> doors) {
        this.example = example;
        this.doors = AccessTest.TABLE.values().stream().flatMap(String::lines).map(row -> row.replace(" *", ""))
                .filter(row -> row.startsWith("GET ") && !CLOSED_EYES.contains(row)).filter(doors).sorted().toList();
    }

    List<String> doors() {
        return doors;
    }

    /** Opens all doors once more; those that were shut are tried again every few days. */
    Notebook read() {
        Map<String, List<String>> day = new TreeMap<>();
        READERS.forEach((who, person) -> doors.forEach(door -> {
            if (days.size() % PATIENCE > 0 && shut.contains(who + door)) return;
            Response answer = person.map(p -> example.answer(door, p)).orElseGet(() -> example.asNobody(door));
            boolean open = answer.statusCode() == 200;
            if (open) shut.remove(who + door);
            else shut.add(who + door);
            if (!open) return;
            String place = who + " " + door.substring(4) + " ";
            String type = String.valueOf(answer.contentType());
            if (type.contains("json")) note(tree(answer, who, door), place, day);
            else if (type.contains("html")) Jsoup.parse(answer.asString()).body().select("*")
                    .forEach(element -> note(element, place, day));
            else note(place + "file", answer.asString(), day);
        }));
        days.add(day);
        return this;
    }

    /** The places in which something else stood the day before. */
    Set<String> changed() {
        Map<String, List<String>> now = days.get(days.size() - 1);
        Map<String, List<String>> before = days.get(days.size() - 2);
        Set<String> places = new TreeSet<>(now.keySet());
        places.addAll(before.keySet());
        places.removeIf(place -> before.getOrDefault(place, List.of()).equals(now.getOrDefault(place, List.of())));
        return places;
    }

    String difference(String place) {
        return place + ": " + days.get(days.size() - 2).getOrDefault(place, List.of()) + " → "
                + days.get(days.size() - 1).getOrDefault(place, List.of());
    }

    private JsonNode tree(Response answer, String who, String door) {
        try {
            JsonNode tree = json.readTree(answer.asByteArray());
            told.put(who + " " + door.substring(4), tree);
            return tree;
        } catch (IOException broken) {
            throw new UncheckedIOException(door, broken);
        }
    }

    private static void note(JsonNode node, String place, Map<String, List<String>> day) {
        if (node.isNumber()) add(place, node.asText(), day);
        if (node.isArray()) add(place + " length", "" + node.size(), day);
        node.fields().forEachRemaining(field -> note(field.getValue(), place + "." + field.getKey(), day));
        if (node.isArray()) node.forEach(one -> note(one, place + "[]", day));
    }

    private static void note(Element element, String place, Map<String, List<String>> day) {
        if (element.is("script, style, input[type=hidden]")) return;
        Element drawn = element.closest("figure.chart");
        String where = place + (drawn == null ? "" : "«" + title(drawn) + "» ");
        note(where + element.normalName() + "." + String.join(".", element.classNames()), element.ownText(), day);
        for (String said : List.of("aria-label", "title"))
            if (element.hasAttr(said)) note(where + said, element.attr(said), day);
        if (element.is("rect")) note(where + "rect", element.attr("width"), day);
    }

    /** What a drawing is about: its title without the finding. */
    private static String title(Element drawn) {
        return drawn.select("caption").text().replaceFirst("\\..*", "");
    }

    private static void note(String place, String words, Map<String, List<String>> day) {
        Matcher numbers = NUMBER.matcher(words);
        String around = numbers.replaceAll("#");
        String where = place + " " + around.substring(0, Math.min(WORDS, around.length()));
        numbers.reset();
        while (numbers.find()) add(where, numbers.group(), day);
    }

    private static void add(String place, String number, Map<String, List<String>> day) {
        day.computeIfAbsent(place, key -> new ArrayList<>()).add(number);
    }
}
