package org.hornsten.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hornsten.diff.Origins.Removed;
import org.hornsten.diff.Origins.Span;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.text.Section;
import org.junit.jupiter.api.Test;

class OriginsTest {

    private final Origins<Integer> first = Origins.first(Draft.SV1, 1);
    private final Origins<Integer> second = first.next(Draft.SV1, Draft.SV2, (change, passage, from, to) -> 2);
    private final Origins<Integer> third = second.next(Draft.SV2, Draft.SV3, (change, passage, from, to) -> 3);

    @Test
    void every_probe_of_the_draft_is_as_old_as_is_known() {
        Matcher probe = Pattern.compile("\"passage_contains\": \"([^\"]*)\",\\s*\"exact_words\": \"([^\"]*)\",\\s*"
            + "\"since_version\": (\\d)").matcher(Draft.file("expected.json"));
        int probes = 0;
        while (probe.find()) {
            probes++;
            Passage passage = Draft.containing(Draft.SV3, probe.group(1));
            int since = origins(third.spans().get(passage.id()), passage.text(), probe.group(2)).stream()
                .mapToInt(o -> o).max().orElseThrow();
            assertEquals(Integer.parseInt(probe.group(3)), since, probe.group(2));
        }
        assertEquals(20, probes);
    }

    @Test
    void words_keep_their_origin_across_the_split_and_the_merge_of_the_draft() {
        Passage split = Draft.containing(Draft.SV2, "Vi talar lugnt");
        assertEquals(List.of(new Span<>(split.text(), 1)), second.spans().get(split.id()));
        Passage merged = Draft.containing(Draft.SV2, "Ansvarspersonen ser till att planen följs");
        assertEquals(List.of(new Span<>("Ansvarspersonen ser till att planen följs ", 1), new Span<>("och ", 2),
            new Span<>("att ", 1), new Span<>("den ", 2), new Span<>("uppdateras när något förändras.", 1)),
            second.spans().get(merged.id()));
    }

    @Test
    void removed_words_are_told_with_where_they_stood() {
        Removed<Integer> clock = removed("aktivitetsklocka");
        assertEquals("", clock.passage());
        assertEquals("Digitala och andra vägar", Draft.SV2.section(clock.section()).orElseThrow().heading());
        Removed<Integer> time = removed("inom skälig tid");
        String text = Draft.SV2.passage(time.passage()).orElseThrow().text();
        assertEquals("senast tre veckor", text.substring(time.at(), time.at() + 17));
        assertEquals(1, time.origin());
        assertEquals(2, time.removedBy());
    }

    @Test
    void words_of_one_change_can_serve_different_ends() {
        Outline before = outline("Ring oss.");
        Outline after = outline("Ring oss gratis varje dag.");
        Origins<String> origins = Origins.first(before, "original").next(before, after,
            (change, passage, from, to) -> change.after().substring(from, to).equals("gratis ") ? "free" : "hours");
        assertEquals(List.of(new Span<>("Ring oss ", "original"), new Span<>("gratis ", "free"),
            new Span<>("varje dag", "hours"), new Span<>(".", "original")), origins.spans().get("p"));
    }

    @Test
    void a_changed_comma_is_new_and_the_word_before_it_is_not() {
        Outline before = outline("Ring oss. Skriv.");
        Outline after = outline("Ring oss, Skriv.");
        Origins<Integer> origins = Origins.first(before, 1).next(before, after, (change, passage, from, to) -> 2);
        assertEquals(List.of(new Span<>("Ring oss", 1), new Span<>(", ", 2), new Span<>("Skriv.", 1)),
            origins.spans().get("p"));
        assertEquals(List.of(new Removed<>(". ", 1, 2, "s", "p", 8)), origins.removed());
    }

    @Test
    void origins_of_another_text_are_refused() {
        Origins<Integer> other = Origins.stored(Map.of("p", List.of(new Span<>("Något annat.", 1))));
        assertThrows(IllegalArgumentException.class,
            () -> other.next(outline("Ring oss."), outline("Ring."), (c, p, from, to) -> 2));
    }

    private Removed<Integer> removed(String words) {
        return second.removed().stream().filter(removed -> removed.text().contains(words)).findFirst().orElseThrow();
    }

    private static List<Integer> origins(List<Span<Integer>> spans, String text, String words) {
        int from = text.indexOf(words);
        assertTrue(from >= 0, words);
        List<Integer> origins = new ArrayList<>();
        int at = 0;
        for (Span<Integer> span : spans) {
            if (at < from + words.length() && at + span.text().length() > from) origins.add(span.origin());
            at += span.text().length();
        }
        return origins;
    }

    private static Outline outline(String text) {
        Passage passage = new Passage("p", Passage.Kind.PARAGRAPH, text);
        return new Outline("", List.of(new Section("s", "", 2, List.of(passage))));
    }
}
