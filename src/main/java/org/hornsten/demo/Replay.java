package org.hornsten.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hornsten.decision.Decision;
import org.hornsten.decision.DecisionEvent;
import org.hornsten.decision.Disposition;
import org.hornsten.decision.Explanations;
import org.hornsten.decision.Publication;
import org.hornsten.demo.Table.Row;
import org.hornsten.draft.Because;
import org.hornsten.draft.Draft;
import org.hornsten.draft.DraftEvent;
import org.hornsten.draft.Remark;
import org.hornsten.draft.Round;
import org.hornsten.draft.Version;
import org.hornsten.draft.WorkingText;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Channel;
import org.hornsten.input.Contribution;
import org.hornsten.input.InputEvent;
import org.hornsten.input.Receipts;
import org.hornsten.input.Saying;
import org.hornsten.input.Viewpoint;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Secrets;
import org.hornsten.ledger.Event;
import org.hornsten.ledger.Hidden;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Project;
import org.hornsten.project.Stage;
import org.hornsten.text.Change;
import org.hornsten.text.Markdown;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.text.Quote;
import org.hornsten.text.Section;

/** Tells an example again, verb by verb, as the people of it would have done on these pages. */
public final class Replay {
    private final Story story;
    private final Project project;
    private final Players cast;
    private final Pen pen;
    private final Map<String, Contribution> contributions = new LinkedHashMap<>();
    private final Map<String, Viewpoint> viewpoints = new LinkedHashMap<>();
    private final Map<String, Decision> decisions = new LinkedHashMap<>();
    private Draft draft;

    /** What writes it down. */
    public record Pen(Ledger ledger, Receipts receipts, Secrets secrets) {}

    public Replay(Story story, Project project, Players cast, Pen pen) {
        this.story = story;
        this.project = project;
        this.cast = cast;
        this.pen = pen;
    }

    /** The first text, with the others made from it; the draft is called as they are. */
    public Draft begin(String language, List<String> translations) {
        draft = Draft.begun(project, title(language, translations), language, story.text(1, language).orElseThrow());
        keep(new DraftEvent.Begun(draft.ref(), language, story.text(1, language).orElseThrow().passages().size()));
        translations.forEach(other -> story.text(1, other).ifPresent(text -> {
            draft.translate(other, text);
            keep(new DraftEvent.Edited(draft.ref(), other, text.passages().size()));
        }));
        return draft;
    }

    private Multilingual title(String language, List<String> translations) {
        Map<String, String> titles = new LinkedHashMap<>();
        Stream.concat(Stream.of(language), translations.stream()).filter(Multilingual.LANGUAGES::contains)
                .forEach(one -> story.text(1, one).ifPresent(text -> titles.put(one, text.title())));
        return new Multilingual(titles);
    }

    /** The texts of the next version come back edited, the main one first, and are explained. */
    public void rewrite(int version) {
        List<WorkingText> texts = WorkingText.of(draft);
        texts.forEach(working -> story.text(version, working.language)
                .ifPresent(text -> keep(working.replace(text, working.edition))));
        texts.forEach(working -> explain(version, working));
    }

    // A translation has its reasons from the main text; what only the translation changed is its own matter.
    private void explain(int version, WorkingText working) {
        if (working.published().isEmpty()) return;
        Telling telling = new Telling(story.rows("changes", "version_to", "" + version), working.published().orElseThrow(),
                working.outline, decisions.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().publicId)));
        Explanations known = Explanations.of(draft);
        for (Change change : working.changes()) {
            Because because = working.main() ? telling.because(change)
                    : known.of(working.language, change).given() ? Because.NOTHING : translated();
            if (because.given()) keep(known.explain(working.language, change.key(), because));
        }
    }

    private static Because translated() {
        return Because.own(Because.OwnReason.TRANSLATION, Multilingual.of("Översättningen preciserades.",
                "Käännöstä täsmennettiin.", "The translation was made more exact."));
    }

    public void publish(Instant at, Instant closesAt, List<Round.Criterion> criteria, Anonymity anonymity) {
        keep(Publication.publish(draft, cast.lead(), new Round.Terms(null, closesAt, criteria, anonymity), "",
                Clock.fixed(at, ZoneOffset.UTC)));
    }

    /** All that was said about a version, split into its matters. */
    public void hear(int version) {
        for (Row row : story.rows("contributions", "version", "" + version)) {
            Contribution said = heard(row);
            contributions.put(row.of("id"), said);
            split(row.of("id"), said);
        }
    }

    private void split(String id, Contribution said) {
        List<Row> rows = story.rows("viewpoints", "contribution_id", id);
        keep(said.split(rows.stream().map(row -> new Contribution.Cut(row.of("exact"), row.of("topic"))).toList()));
        rows.forEach(row -> viewpoints.put(row.of("id"), said.viewpoints.stream()
                .filter(v -> v.exact().equals(row.of("exact"))).findFirst().orElseThrow()));
    }

    private Contribution heard(Row row) {
        Anonymity anonymity = word(Anonymity.class, row, "identity");
        Section section = text(row).sections().stream()
                .filter(s -> s.heading().equals(row.of("section_heading"))).findFirst().orElseThrow();
        Quote quote = new Quote(row.of("quote_exact"), "", "");
        Contribution said = draft.hear(new Remark(row.number("version"), row.of("language"), section.id(),
                quote.exact().isEmpty() ? "" : passage(section, quote), quote, word(Saying.Kind.class, row, "kind"),
                row.of("words"), word(Channel.class, row, "channel"), anonymity, row.day("received_on")),
                new Remark.Speaker(cast.speaker(row.of("pseudonym")), word(PersonKind.class, row, "author_kind"),
                        row.of("pseudonym"), 0, Optional.of(cast.typist())),
                pen.receipts().mark(receipt(row.of("id"))));
        InputEvent.Said event = new InputEvent.Said(draft.ref(), said.ref(), said.channel, said.kind,
                new Hidden(said.words, said.salt));
        if (anonymity == Anonymity.ANONYMOUS) pen.ledger().keepUnnamed(event);
        else pen.ledger().keep(Optional.of(cast.typist()), event);
        return said;
    }

    private Outline text(Row row) {
        return Version.of(draft, row.number("version")).flatMap(v -> v.text(row.of("language"))).orElseThrow().outline;
    }

    private static String passage(Section section, Quote quote) {
        return section.passages().stream().filter(p -> quote.in(Markdown.plain(p.text())).isPresent()).findFirst()
                .map(Passage::id).orElseThrow();
    }

    /** The code that opens the journey of that contribution. */
    public String receipt(String contribution) {
        return pen.receipts().code(draft.publicId + " " + contribution);
    }

    /** One sheet of paper for each person of a kind who answered: all its criteria together. */
    public void rate(int number) {
        Version version = Version.of(draft, number).orElseThrow();
        Map<String, Map<String, Integer>> sheets = new LinkedHashMap<>();
        Map<String, Integer> answered = new HashMap<>();
        for (Row row : story.rows("ratings", "version", "" + number)) {
            int nth = answered.merge(row.of("criterion") + " " + row.of("author_kind"), 1, Integer::sum);
            sheets.computeIfAbsent(row.of("author_kind") + " " + nth, sheet -> new LinkedHashMap<>())
                    .put(row.of("criterion"), row.number("score"));
        }
        sheets.forEach((sheet, scores) -> keep(version.rate(
                pen.secrets().mark("rater", draft.publicId + " " + number + " " + sheet), scores, Channel.WORKSHOP,
                PersonKind.valueOf(sheet.split(" ")[0].toUpperCase(Locale.ROOT)))));
    }

    /** Personal words are blanked in what is kept. */
    public void mask(String contribution, String exact) {
        keep(contributions.get(contribution).mask(exact));
    }

    public void deflect(String contribution, Contribution.Deflection to, LocalDate on) {
        String note = decisionOn(contribution).of("reason_sv");
        keep(contributions.get(contribution).deflect(to, note, on));
    }

    private Row decisionOn(String contribution) {
        List<String> parts = story.rows("viewpoints", "contribution_id", contribution).stream().map(v -> v.of("id")).toList();
        return story.rows("decisions").stream().filter(d -> parts.stream().anyMatch(d.list("viewpoint_ids")::contains))
                .findFirst().orElseThrow();
    }

    /** How far the plan has come from here on. */
    public void reach(Stage stage) {
        keep(project.describe(new Project.Plan(project.slug, project.title, project.summary, project.level,
                project.promise, stage, project.languageList(), project.phases, project.open), project.edition));
    }

    /** All answers given up to that day. */
    public void decide(LocalDate until) {
        for (Row row : story.rows("decisions")) {
            if (decisions.containsKey(row.of("id")) || row.day("decided_on").isAfter(until)) continue;
            Decision decision = Decision.made(project, cast.lead(), row.list("viewpoint_ids").stream().map(viewpoints::get)
                    .toList(), answer(row), row.day("decided_on"));
            decisions.put(row.of("id"), decision);
            keep(new DecisionEvent.Decided(project.ref(), decision.ref(), decision.disposition,
                    row.list("viewpoint_ids").stream().map(id -> viewpoints.get(id).publicId).toList()));
        }
    }

    private static Decision.Answer answer(Row row) {
        String english = row.fields().getOrDefault("reason_en", "");
        return new Decision.Answer(word(Disposition.class, row, "disposition"),
                Multilingual.of(row.of("reason_sv"), row.of("reason_fi"), english),
                row.of("review_on").isEmpty() ? null : row.day("review_on"), null);
    }

    public Project project() {
        return project;
    }

    public Draft draft() {
        return draft;
    }

    public Map<String, Contribution> contributions() {
        return contributions;
    }

    public Map<String, Viewpoint> viewpoints() {
        return viewpoints;
    }

    public Map<String, Decision> decisions() {
        return decisions;
    }

    private void keep(Event event) {
        pen.ledger().keep(Optional.of(cast.lead()), event);
    }

    private static <W extends Enum<W>> W word(Class<W> vocabulary, Row row, String column) {
        return Enum.valueOf(vocabulary, row.of(column).toUpperCase(Locale.ROOT));
    }
}
