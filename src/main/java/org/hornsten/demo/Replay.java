package org.hornsten.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hornsten.decision.Decision;
import org.hornsten.decision.DecisionEvent;
import org.hornsten.decision.Disposition;
import org.hornsten.demo.Table.Row;
import org.hornsten.diff.Change;
import org.hornsten.draft.Because;
import org.hornsten.draft.Draft;
import org.hornsten.draft.DraftEvent;
import org.hornsten.draft.Round;
import org.hornsten.draft.WorkingText;
import org.hornsten.identity.Person;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Contribution;
import org.hornsten.input.Receipts;
import org.hornsten.input.Viewpoint;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Secrets;
import org.hornsten.ledger.Event;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Project;
import org.hornsten.project.Stage;
import org.hornsten.publishing.Explanations;
import org.hornsten.publishing.Publication;

/** Tells an example again, verb by verb, as the people of it would have done on these pages. */
public final class Replay {
    private final Story story;
    private final Project project;
    private final Players players;
    private final Pen pen;
    private final Map<String, Decision> decisions = new LinkedHashMap<>();
    private Draft draft;
    private Voices voices;

    /** What writes it down. */
    public record Pen(Ledger ledger, Receipts receipts, Secrets secrets) {
        void keep(Person actor, Event event) {
            ledger.keep(Optional.of(actor), event);
        }
    }

    Replay(Story story, Project project, Players players, Pen pen) {
        this.story = story;
        this.project = project;
        this.players = players;
        this.pen = pen;
    }

    /** The first text, with the others made from it; the draft is called as they are. */
    void begin(String language, List<String> translations) {
        draft = Draft.begun(project, title(language, translations), language, story.text(1, language).orElseThrow());
        voices = new Voices(story, draft, players, pen);
        keep(new DraftEvent.Begun(draft.ref(), language, story.text(1, language).orElseThrow().passages().size()));
        translations.forEach(other -> story.text(1, other).ifPresent(text -> {
            draft.translate(other, text);
            keep(new DraftEvent.Edited(draft.ref(), other, text.passages().size()));
        }));
    }

    private Multilingual title(String language, List<String> translations) {
        Map<String, String> titles = new LinkedHashMap<>();
        Stream.concat(Stream.of(language), translations.stream()).filter(Multilingual.LANGUAGES::contains)
                .forEach(one -> story.text(1, one).ifPresent(text -> titles.put(one, text.title())));
        return new Multilingual(titles);
    }

    /** The texts of the next version come back edited, the main one first, and are explained. */
    void rewrite(int version) {
        List<WorkingText> texts = WorkingText.of(draft);
        texts.forEach(working -> story.text(version, working.language)
                .ifPresent(text -> keep(working.replace(text, working.edition))));
        texts.forEach(working -> explain(version, working));
    }

    // A translation has its reasons from the main text; what only the translation changed is its own matter.
    private void explain(int version, WorkingText working) {
        Map<String, String> ids = decisions.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().publicId));
        Telling telling = new Telling(story.rows("changes", "version_to", "" + version),
                working.published().orElseThrow(), working.outline, ids);
        Explanations known = Explanations.of(draft);
        for (Change change : working.changes()) {
            Because because = working.main() ? telling.because(change)
                    : known.of(working.language, change).given() ? Because.NOTHING : translated();
            if (because.given()) keep(known.explain(working.language, change.key(), because));
        }
    }

    private Because translated() {
        return Because.own(Because.OwnReason.TRANSLATION, story.words("translation"));
    }

    void publish(Instant at, Instant closesAt, List<Round.Criterion> criteria, Anonymity anonymity) {
        keep(Publication.publish(draft, players.lead(), new Round.Terms(null, closesAt, criteria, anonymity), "",
                Clock.fixed(at, ZoneOffset.UTC)));
    }

    /** Personal words are blanked in what is kept. */
    void mask(String contribution, String exact) {
        keep(contributions().get(contribution).mask(exact));
    }

    void deflect(String contribution, Contribution.Deflection to, LocalDate on) {
        keep(contributions().get(contribution).deflect(to, decisionOn(contribution).of("reason_sv"), on));
    }

    private Row decisionOn(String contribution) {
        List<String> parts = story.rows("viewpoints", "contribution_id", contribution).stream()
                .map(row -> row.of("id")).toList();
        return story.rows("decisions").stream()
                .filter(row -> parts.stream().anyMatch(row.list("viewpoint_ids")::contains)).findFirst().orElseThrow();
    }

    /** How far the plan has come from here on. */
    void reach(Stage stage) {
        keep(project.describe(new Project.Plan(project.slug, project.title, project.summary, project.level,
                project.promise, stage, project.languageList(), project.phases, project.open), project.edition));
    }

    /** All answers given up to that day. */
    void decide(LocalDate until) {
        story.rows("decisions").stream().filter(row -> !decisions.containsKey(row.of("id")))
                .filter(row -> !row.day("decided_on").isAfter(until)).forEach(this::decide);
    }

    private void decide(Row row) {
        List<Viewpoint> answered = row.list("viewpoint_ids").stream().map(viewpoints()::get).toList();
        Decision decision = Decision.made(project, players.lead(), answered, answer(row), row.day("decided_on"));
        decisions.put(row.of("id"), decision);
        keep(new DecisionEvent.Decided(project.ref(), decision.ref(), decision.disposition,
                answered.stream().map(viewpoint -> viewpoint.publicId).toList()));
    }

    private static Decision.Answer answer(Row row) {
        String english = row.fields().getOrDefault("reason_en", "");
        return new Decision.Answer(row.word("disposition", Disposition.class),
                Multilingual.of(row.of("reason_sv"), row.of("reason_fi"), english),
                row.of("review_on").isEmpty() ? null : row.day("review_on"), null);
    }

    private void keep(Event event) {
        pen.keep(players.lead(), event);
    }

    Project project() {
        return project;
    }

    Draft draft() {
        return draft;
    }

    Voices voices() {
        return voices;
    }

    /** By the names they have in the tables, as are viewpoints and decisions. */
    Map<String, Contribution> contributions() {
        return voices.contributions;
    }

    Map<String, Viewpoint> viewpoints() {
        return voices.viewpoints;
    }

    Map<String, Decision> decisions() {
        return decisions;
    }
}
