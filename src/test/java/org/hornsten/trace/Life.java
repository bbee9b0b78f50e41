package org.hornsten.trace;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.hornsten.decision.Decision;
import org.hornsten.decision.Disposition;
import org.hornsten.diff.Change;
import org.hornsten.diff.History;
import org.hornsten.draft.Because;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Round;
import org.hornsten.draft.Version;
import org.hornsten.draft.WorkingText;
import org.hornsten.hearing.Remark;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Channel;
import org.hornsten.input.Contribution;
import org.hornsten.input.Saying;
import org.hornsten.input.Viewpoint;
import org.hornsten.kit.Multilingual;
import org.hornsten.project.Project;
import org.hornsten.publishing.Explanations;
import org.hornsten.publishing.Publication;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.text.Quote;

/**
 * A project lived by chance through the domain's own verbs: people speak, a lead answers, rewrites, explains,
 * publishes.
 */
final class Life {
    static final LocalDate TODAY = LocalDate.parse("2026-06-01");
    static final Round.Terms TERMS = new Round.Terms(null, null, List.of(), Anonymity.NAMED);

    final Project project;
    final Draft draft;
    final List<Contribution> said = new ArrayList<>();
    final List<Decision> decisions = new ArrayList<>();
    private final Person lead;
    private final Person speaker;
    private final Random random;
    private final History history;

    Life(Project project, Person lead, Person speaker, long seed) {
        this.project = project;
        this.lead = lead;
        this.speaker = speaker;
        random = new Random(seed);
        history = new History(seed);
        while (history.outline().passages().isEmpty()) history.edit();
        draft = Draft.begun(project, Multilingual.of("sv", "Modell"), "sv", history.outline());
        draft.translate("fi", nameless(history.outline()));
        synchronise();
        publish();
    }

    /** One round: words, answers, another text, its reasons, the next version; false when nothing came of the edits. */
    boolean round() {
        speak();
        answer();
        rewrite();
        boolean changed = WorkingText.of(draft).stream().anyMatch(text -> !text.changes().isEmpty());
        if (changed) publish();
        return changed;
    }

    private void speak() {
        List<Passage> passages = Version.newestOf(draft).flatMap(v -> v.text("sv")).orElseThrow().outline.passages();
        for (int i = random.nextInt(4); i >= 0; i--) {
            Contribution one = new Remark(Version.newestOf(draft).orElseThrow().number, "sv", "",
                    passages.get(random.nextInt(passages.size())).id(), new Quote("", "", ""), Saying.Kind.COMMENT,
                    "Det första. Det andra. Det tredje.", Channel.WORKSHOP, any(Anonymity.values()), TODAY).by(draft,
                    new Remark.Speaker(Optional.of(speaker), any(PersonKind.values()), "", 1, Optional.of(lead)),
                    receipt());
            if (random.nextBoolean()) one.split(List.of(new Contribution.Cut("Det första.", "ett"),
                    new Contribution.Cut("Det tredje.", "tre")));
            if (random.nextInt(8) == 0) one.deflect(Contribution.Deflection.COMPLAINT, "", TODAY);
            said.add(one);
        }
    }

    private void answer() {
        List<Viewpoint> open = new ArrayList<>(Viewpoint.list("project = ?1 and decided = false order by id", project));
        while (!open.isEmpty() && random.nextInt(5) > 0) {
            List<Viewpoint> some = open.subList(0, 1 + random.nextInt(Math.min(3, open.size())));
            decisions.add(Decision.made(project, lead, List.copyOf(some), answered(), TODAY));
            some.clear();
        }
        if (!decisions.isEmpty() && random.nextInt(3) == 0) {
            Decision revised = decisions.get(random.nextInt(decisions.size()));
            if (revised.supersededOn == null) decisions.add(revised.revise(lead, answered(), TODAY));
        }
    }

    private Decision.Answer answered() {
        Disposition disposition = any(Disposition.values());
        return new Decision.Answer(disposition, Multilingual.of("sv", "Därför."),
                disposition == Disposition.LATER ? TODAY.plusMonths(3) : null, null);
    }

    private void rewrite() {
        for (int i = random.nextInt(6); i >= 0; i--) history.edit();
        if (history.outline().passages().isEmpty()) return;
        WorkingText working = WorkingText.of(draft, "sv").orElseThrow();
        // Now and then the text comes back from a word processor and has lost its ids.
        working.replace(random.nextBoolean() ? history.outline() : nameless(history.outline()), working.edition);
        synchronise();
        WorkingText finnish = WorkingText.of(draft, "fi").orElseThrow();
        if (random.nextBoolean()) finnish.replace(nameless(working.outline), finnish.edition);
        WorkingText.of(draft).forEach(this::explain);
    }

    private void explain(WorkingText text) {
        for (Change change : text.changes())
            if (!Explanations.of(draft).of(text.language, change).given() || random.nextInt(4) == 0)
                Explanations.of(draft).explain(text.language, change.key(), because(change));
    }

    private Because because(Change change) {
        List<String> holding = decisions.stream().filter(d -> d.supersededOn == null).map(d -> d.publicId).toList();
        int length = change.after().length();
        if (holding.isEmpty() || random.nextInt(4) == 0)
            return Because.own(any(Because.OwnReason.values()), Multilingual.of("sv", "Så är det."));
        if (length < 2 || random.nextBoolean()) return Because.decided(List.of(any(holding)));
        int cut = 1 + random.nextInt(length - 1);
        Because.Reason first = Because.Reason.decided(List.of(any(holding)));
        return new Because(random.nextBoolean() ? first : Because.Reason.decided(List.of()),
                List.of(new Because.Part(0, cut, first),
                        new Because.Part(cut, length, Because.Reason.decided(List.of(any(holding))))));
    }

    private void publish() {
        Publication.publish(draft, lead, TERMS, "", Clock.systemUTC());
        history.publish();
    }

    private void synchronise() {
        history.become(WorkingText.of(draft, "sv").orElseThrow().outline);
    }

    private byte[] receipt() {
        return ByteBuffer.allocate(32).putLong(random.nextLong()).putLong(random.nextLong()).array();
    }

    private static Outline nameless(Outline outline) {
        return outline.withSections(outline.sections().stream().map(s -> s.withId("").withPassages(s.passages().stream()
                .map(p -> new Passage("", p.kind(), p.text())).toList())).toList());
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    @SafeVarargs
    private <T> T any(T... of) {
        return of[random.nextInt(of.length)];
    }

    List<Integer> versions() {
        return IntStream.rangeClosed(1, Version.newestOf(draft).orElseThrow().number).boxed().toList();
    }
}
