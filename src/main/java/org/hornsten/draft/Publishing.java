package org.hornsten.draft;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hornsten.diff.Change;
import org.hornsten.diff.Changes;
import org.hornsten.identity.Person;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Secrets;
import org.hornsten.text.Markdown;

/** The step from a working copy to a version that never changes. */
class Publishing {
    private final Draft draft;
    private final Person by;
    private final Reasons reasons;
    private final String overrideReason;
    private final Clock clock;

    Publishing(Draft draft, Person by, Reasons reasons, String overrideReason, Clock clock) {
        this.draft = draft;
        this.by = by;
        this.reasons = reasons;
        this.overrideReason = overrideReason;
        this.clock = clock;
    }

    DraftEvent.Published publish(Round.Terms terms) {
        draft.project.lock();
        draft.askAgain();
        Optional<Version> before = draft.newest();
        List<WorkingText> texts = WorkingText.of(draft);
        refuseUnexplained(texts);
        before.filter(v -> v.round != null && v.round.closedAt == null)
                .ifPresent(v -> v.round.giveWay(clock.instant()));
        Version version = version(before.map(v -> v.number).orElse(0) + 1);
        int changes = texts.stream().mapToInt(text -> keep(version, before, text)).sum();
        Round round = Round.opened(version, terms, clock.instant());
        texts.forEach(WorkingText::startOver);
        return new DraftEvent.Published(draft.ref(), version.number, texts.stream()
                .map(text -> text.language + " " + Secrets.hexFingerprint(Markdown.write(text.outline))).toList(),
                changes, !overrideReason.isEmpty(), round.opensAt, round.closesAt, round.anonymity, round.k);
    }

    private void refuseUnexplained(List<WorkingText> texts) {
        List<Unexplained.In> unexplained = new ArrayList<>();
        int changes = 0;
        for (WorkingText text : texts) for (Change change : text.changes()) {
            changes++;
            if (!reasons.of(text.language, change).explains(change))
                unexplained.add(new Unexplained.In(text.language, change));
        }
        if (!unexplained.isEmpty() && overrideReason.isEmpty()) throw new Unexplained(unexplained);
        if (changes == 0 && draft.newest().isPresent() && nothingJoined(texts))
            throw new Refused("draft:nothing_changed");
    }

    private boolean nothingJoined(List<WorkingText> texts) {
        return draft.newest().orElseThrow().languages().size() == texts.size();
    }

    private Version version(int number) {
        Version version = new Version();
        version.draft = draft;
        version.number = number;
        version.publishedAt = clock.instant();
        version.publishedBy = by;
        version.stage = draft.project.stage;
        version.overrideReason = overrideReason;
        version.persist();
        draft.askAgain();
        return version;
    }

    /** @return how many changes it has against the version before */
    private int keep(Version version, Optional<Version> before, WorkingText working) {
        Optional<VersionText> earlier = before.flatMap(v -> v.text(working.language));
        List<DraftChange> changes = earlier.map(e -> changes(version, e, working)).orElse(List.of());
        Why why = earlier.map(e -> e.why.next(e.outline.withoutLineage(), working.outline, version.number, changes))
                .orElseGet(() -> Why.first(working.outline, version.number));
        VersionText.of(version, working.language, working.outline, why);
        return changes.size();
    }

    // Against the version before: the newest one is already this one, still without its texts.
    private List<DraftChange> changes(Version version, VersionText earlier, WorkingText working) {
        List<DraftChange> kept = new ArrayList<>();
        for (Change change : Changes.between(earlier.outline.withoutLineage(), working.outline))
            kept.add(kept(version, working.language, kept.size(), change));
        DraftChange.persist(kept);
        return kept;
    }

    // Published against the rule: the lead's own reason for that is then the reason of each such change.
    private DraftChange kept(Version version, String language, int position, Change change) {
        Because because = reasons.of(language, change);
        return DraftChange.of(version, language, position, change, because.given() ? because
                : Because.own(Because.OwnReason.EDITORIAL, Multilingual.of(draft.language, overrideReason)),
                because.explains(change));
    }
}
