package org.hornsten.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.hornsten.decision.Answered;
import org.hornsten.decision.Decision;
import org.hornsten.demo.Table.Row;
import org.hornsten.diff.Change;
import org.hornsten.diff.Origins.Span;
import org.hornsten.draft.Because;
import org.hornsten.draft.Draft;
import org.hornsten.draft.DraftChange;
import org.hornsten.draft.Version;
import org.hornsten.draft.VersionText;
import org.hornsten.draft.Why.Origin;
import org.hornsten.input.Contribution;
import org.hornsten.input.Viewpoint;
import org.hornsten.numbers.Figure;
import org.hornsten.project.Project;
import org.hornsten.rating.Ratings;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.trace.Coverage;
import org.hornsten.trace.Journey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The demo world, told by the product's own verbs, gives the right answers of {@code expected.json}. */
@QuarkusTest
class ReplayTest {
    private static final Story STORY = new Story("elder-guidance");
    private static final JsonNode EXPECTED = expected();
    /** Told once; what was kept is asked anew by each test. */
    private static Replay told;

    @Inject DemoWorld world;

    @BeforeEach
    void the_story_is_told() {
        if (told == null) told = QuarkusTransaction.requiringNew().timeout(120).call(world::elderGuidance);
    }

    @Test
    void contributions_are_counted_as_they_came_in() {
        in(project -> {
            Coverage coverage = Coverage.of(project, true, LocalDate.parse("2026-06-01"));
            JsonNode expected = EXPECTED.get("contributions");
            assertEquals(expected.get("total").asInt(), coverage.contributions().total().n().orElseThrow());
            assertEquals(numbers(expected.get("by_channel")), shown(coverage.contributions().byChannel()));
            assertEquals(numbers(expected.get("by_kind")), shown(coverage.contributions().byKind()));
            assertEquals(numbers(expected.get("by_language")), shown(coverage.contributions().byLanguage()));
            assertEquals(numbers(expected.get("by_author_kind")), counted(project, c -> c.authorKind.name()));
            assertEquals(numbers(expected.get("by_identity")), counted(project, c -> c.anonymity.name()));
            assertEquals(numbers(expected.get("by_version")), counted(project, c -> "" + c.version));
        });
    }

    @Test
    void all_viewpoints_but_the_three_left_open_are_answered() {
        in(project -> {
            Coverage coverage = Coverage.of(project, true, LocalDate.parse("2026-06-01"));
            assertEquals(EXPECTED.at("/viewpoints/total").asLong(), Viewpoint.count("project", project));
            assertEquals(EXPECTED.at("/viewpoints/contributions_with_several").asLong(), Contribution
                    .count("project = ?1 and size(viewpoints) > 1", project));
            assertEquals(EXPECTED.at("/coverage/fraction").asText(),
                    coverage.viewpoints().decided() + "/" + coverage.viewpoints().total());
            assertEquals(texts(EXPECTED.at("/coverage/undecided_viewpoint_ids")), Viewpoint.<Viewpoint>list(
                    "project = ?1 and decided = false", project).stream().map(ReplayTest::row)
                    .collect(Collectors.toSet()));
        });
    }

    @Test
    void dispositions_are_counted_by_decision_and_by_viewpoint() {
        in(project -> {
            assertEquals(numbers(EXPECTED.at("/dispositions/by_viewpoint")),
                    shown(Coverage.of(project, true, LocalDate.parse("2026-06-01")).dispositions()));
            assertEquals(numbers(EXPECTED.at("/dispositions/by_decision")), Decision.of(project).stream().collect(
                    Collectors.groupingBy(d -> d.disposition.name().toLowerCase(Locale.ROOT), TreeMap::new,
                    Collectors.counting())));
        });
    }

    @Test
    void every_row_of_the_table_is_one_change_with_that_reason() {
        in(project -> {
            List<Row> rows = STORY.rows("changes");
            long decided = 0;
            for (Row row : rows) {
                Because.Reason reason = reason(row);
                assertEquals(row.of("own_reason"),
                        reason.own() == null ? "" : reason.own().name().toLowerCase(Locale.ROOT));
                assertEquals(Set.copyOf(row.list("decision_ids")), ids(reason.decisions()));
                if (!reason.decisions().isEmpty()) decided++;
            }
            assertEquals(EXPECTED.at("/changes/with_decision").asLong(), decided);
            assertEquals(EXPECTED.at("/changes/with_own_reason").asLong(), rows.size() - decided);
        });
    }

    @Test
    void no_change_is_missing_from_the_table_and_structure_is_told_exactly() {
        in(project -> EXPECTED.at("/changes/by_version_and_kind").fields().forEachRemaining(version -> {
            List<DraftChange> changes = changes(version.getKey());
            version.getValue().fields().forEachRemaining(kind -> {
                List<Row> rows = STORY.rows("changes", "version_to", version.getKey()).stream()
                        .filter(row -> row.of("change").equals(kind.getKey())).toList();
                assertEquals(kind.getValue().asInt(), rows.size());
                List<DraftChange> kept = changes.stream().filter(c -> c.kind == kind(kind.getKey())).toList();
                long passages = rows.stream().map(ReplayTest::change).distinct().count();
                assertEquals(passages, kept.size(), () -> "changes of the kind " + kind.getKey());
                if (!kind.getKey().equals("edited")) assertEquals(rows.size(), kept.size());
            });
            assertEquals(STORY.rows("changes", "version_to", version.getKey()).stream().map(ReplayTest::change)
                    .distinct().count(), changes.size());
        }));
    }

    @Test
    void each_version_has_its_passages_and_sections() {
        in(project -> {
            EXPECTED.get("passages").fields().forEachRemaining(text -> {
                String[] name = text.getKey().substring(1).split("\\.");
                assertEquals(text.getValue().asInt(), outline(Integer.parseInt(name[0]), name[1]).passages().size(),
                        text.getKey());
            });
            for (int version = 1; version <= 3; version++)
                assertEquals(EXPECTED.get("sections").asInt(), outline(version, "sv").sections().size());
        });
    }

    @Test
    void ratings_add_up_to_the_exact_fractions() {
        in(project -> Ratings.of(draft()).stream().filter(tally -> tally.version() < 3).forEach(tally -> {
            JsonNode expected = EXPECTED.at("/ratings/" + tally.criterion() + "/" + tally.version());
            assertEquals(expected.get("n").asInt(), tally.n());
            assertEquals(expected.get("sum").asInt() / (double) expected.get("n").asInt(), tally.mean());
            List<Integer> distribution = new ArrayList<>();
            expected.get("distribution").forEach(n -> distribution.add(n.asInt()));
            assertEquals(distribution, tally.distribution());
        }));
    }

    @Test
    void every_word_asked_about_says_since_when_and_why() {
        in(project -> EXPECTED.get("why_probes").forEach(probe -> {
            Outline outline = outline(3, "sv");
            Passage passage = outline.passages().stream()
                    .filter(p -> p.text().contains(probe.get("passage_contains").asText())).findFirst().orElseThrow();
            List<Origin> origins = origins(passage, probe.get("exact_words").asText());
            int since = origins.stream().mapToInt(Origin::since).max().orElseThrow();
            String name = probe.get("exact_words").asText();
            assertEquals(probe.get("since_version").asInt(), since, name);
            List<Because.Reason> reasons = origins.stream().filter(o -> o.since() == since).map(Origin::reason)
                    .distinct().toList();
            assertEquals(texts(probe.get("decision_ids")),
                    ids(reasons.stream().flatMap(r -> r.decisions().stream()).toList()), name);
            assertEquals(probe.get("own_reason").isNull() ? Set.of() : Set.of(probe.get("own_reason").asText()),
                    reasons.stream().filter(r -> r.own() != null).map(r -> r.own().name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.toSet()), name);
        }));
    }

    @Test
    void every_journey_asked_about_tells_its_answers_and_what_it_changed() {
        in(project -> EXPECTED.get("journey_probes").forEach(probe -> {
            Contribution said = Contribution.findById(told.contributions()
                    .get(probe.get("contribution_id").asText()).id);
            Journey journey = Journey.of(said);
            assertEquals(list(probe.get("viewpoint_ids")), journey.viewpoints().stream()
                    .map(fate -> row(Viewpoint.<Viewpoint>find("publicId", fate.id()).firstResult())).toList());
            assertEquals(list(probe.get("dispositions")), journey.viewpoints().stream()
                    .map(fate -> fate.disposition().name().toLowerCase(Locale.ROOT)).toList());
            Set<Integer> versions = new TreeSet<>();
            journey.viewpoints().forEach(fate -> fate.changes().forEach(change -> versions.add(change.version())));
            assertEquals(list(probe.get("versions_changed")), versions.stream().map(v -> "" + v).toList());
        }));
    }

    @Test
    void what_is_named_to_be_hidden_is_blanked_and_the_reminder_is_deflected() {
        in(project -> {
            Contribution masked = Contribution.findById(told.contributions()
                    .get(EXPECTED.at("/masking/contribution_id").asText()).id);
            EXPECTED.at("/masking/exact_spans").forEach(span -> assertFalse(masked.words.contains(span.asText())));
            Contribution deflected = Contribution.findById(told.contributions()
                    .get(EXPECTED.get("deflected_id").asText()).id);
            assertEquals(Contribution.Deflection.STATUTORY_REMINDER, deflected.deflectedTo);
            assertTrue(Answered.suspect(project).isEmpty());
        });
    }

    private static void in(Consumer<Project> questions) {
        QuarkusTransaction.requiringNew().run(() -> questions.accept(Project.findById(told.project().id)));
    }

    private static Draft draft() {
        return Draft.findById(told.draft().id);
    }

    private static VersionText text(int version, String language) {
        return Version.of(draft(), version).flatMap(v -> v.text(language)).orElseThrow();
    }

    private static Outline outline(int version, String language) {
        return text(version, language).outline;
    }

    private static List<DraftChange> changes(String version) {
        return DraftChange.of(Version.of(draft(), Integer.parseInt(version)).orElseThrow(), "sv");
    }

    /** The one change of that version the row tells about. */
    private static DraftChange change(Row row) {
        List<DraftChange> found = changes(row.of("version_to")).stream().filter(c -> c.kind == kind(row.of("change"))
                && c.beforeText.contains(exact(row, "before_exact")) && c.afterText.contains(exact(row, "after_exact")))
                .toList();
        assertEquals(1, found.size(), row::toString);
        return found.get(0);
    }

    private static Because.Reason reason(Row row) {
        DraftChange change = change(row);
        int from = change.afterText.indexOf(exact(row, "after_exact"));
        return change.because.at(from, from + exact(row, "after_exact").length());
    }

    private static String exact(Row row, String column) {
        return row.of(column).replaceFirst("^## ", "");
    }

    private static Change.Kind kind(String name) {
        return Change.Kind.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static List<Origin> origins(Passage passage, String words) {
        int from = passage.text().indexOf(words);
        assertTrue(from >= 0, words);
        List<Origin> origins = new ArrayList<>();
        int at = 0;
        for (Span<Origin> span : text(3, "sv").why.of(passage.id())) {
            if (at < from + words.length() && from < at + span.text().length()) origins.add(span.origin());
            at += span.text().length();
        }
        assertEquals(passage.text().length(), at);
        return origins;
    }

    private static Set<String> ids(List<String> publicIds) {
        return told.decisions().entrySet().stream().filter(e -> publicIds.contains(e.getValue().publicId))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static String row(Viewpoint viewpoint) {
        return told.viewpoints().entrySet().stream().filter(e -> e.getValue().publicId.equals(viewpoint.publicId))
                .findFirst().orElseThrow().getKey();
    }

    private static Map<String, Long> counted(Project project, Function<Contribution, String> by) {
        return Contribution.<Contribution>list("project", project).stream().collect(
                Collectors.groupingBy(c -> by.apply(c).toLowerCase(Locale.ROOT), TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Long> shown(Map<String, Figure> figures) {
        Map<String, Long> shown = new TreeMap<>();
        figures.forEach((name, figure) -> shown.put(name, figure.n().orElseThrow().longValue()));
        return shown;
    }

    private static Map<String, Long> numbers(JsonNode node) {
        Map<String, Long> numbers = new TreeMap<>();
        node.fields().forEachRemaining(e -> numbers.put(e.getKey(), e.getValue().asLong()));
        return numbers;
    }

    private static List<String> list(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static Set<String> texts(JsonNode node) {
        return Set.copyOf(list(node));
    }

    private static JsonNode expected() {
        try (var file = ReplayTest.class.getResourceAsStream("/demo/elder-guidance/expected.json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException unread) {
            throw new AssertionError(unread);
        }
    }
}
