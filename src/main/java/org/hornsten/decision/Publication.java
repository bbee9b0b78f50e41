package org.hornsten.decision;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hornsten.draft.Draft;
import org.hornsten.draft.DraftChange;
import org.hornsten.draft.DraftEvent;
import org.hornsten.draft.Round;
import org.hornsten.draft.Version;
import org.hornsten.identity.Person;
import org.hornsten.input.Viewpoint;
import org.hornsten.kit.Refused;

/** Publishes a draft with its reasons, and closes its rounds: where answers and text meet. */
public final class Publication {
    private Publication() {}

    /** @param overrideReason empty as a rule, else why unexplained changes are published */
    public static DraftEvent.Published publish(Draft draft, Person by, Round.Terms terms, String overrideReason, Clock clock) {
        DraftEvent.Published published = draft.publish(by, terms, Explanations.of(draft), overrideReason, clock);
        link(draft, Version.of(draft, published.number()).orElseThrow());
        Explanation.delete("draft", draft);
        return published;
    }

    private static void link(Draft draft, Version version) {
        Map<String, Decision> decisions = new HashMap<>();
        Decision.of(draft.project).forEach(decision -> decisions.put(decision.publicId, decision));
        for (DraftChange change : DraftChange.<DraftChange>list("version", version)) change.because.decisions().stream()
                .map(decisions::get).filter(d -> d != null).forEach(decision -> ChangeLink.between(change, decision));
    }

    /**
     * Closes the round of the newest version.
     *
     * @throws Refused while viewpoints about the draft wait for an answer or links are suspect, unless a reason is written
     */
    public static DraftEvent.Closed close(Draft draft, String overrideReason, Clock clock) {
        Round round = draft.newest().map(version -> version.round).orElseThrow(() -> new Refused("draft:round_none"));
        long undecided = undecided(draft);
        int suspect = Answered.suspect(draft.project).size() + ChangeLink.suspect(draft.project).size();
        if (overrideReason.isBlank() && undecided > 0) throw new Refused("overrideReason", "decision:undecided_left", undecided);
        if (overrideReason.isBlank() && suspect > 0) throw new Refused("overrideReason", "decision:suspect_left", suspect);
        return round.close(overrideReason.strip(), clock.instant());
    }

    public static long undecided(Draft draft) {
        return Viewpoint.count("decided = false and contribution.aboutKind = 'draft' and contribution.aboutId = ?1",
                draft.publicId);
    }
}
