package org.hornsten.publishing;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.hornsten.decision.Answered;
import org.hornsten.decision.ChangeLink;
import org.hornsten.decision.Decision;
import org.hornsten.draft.Draft;
import org.hornsten.draft.DraftChange;
import org.hornsten.draft.DraftEvent;
import org.hornsten.draft.Round;
import org.hornsten.draft.Version;
import org.hornsten.draft.VersionText;
import org.hornsten.identity.Person;
import org.hornsten.input.Contributions;
import org.hornsten.kit.Refused;
import org.hornsten.project.Project;

/** Publishes a draft with its reasons, and closes its rounds: where answers and text meet. */
public final class Publication {
    private Publication() {}

    /** @param overrideReason empty as a rule, else why unexplained changes are published */
    public static DraftEvent.Published publish(Draft draft, Person by, Round.Terms terms, String overrideReason,
            Clock clock) {
        checkReason(overrideReason);
        DraftEvent.Published published = draft.publish(by, terms, Explanations.of(draft), overrideReason, clock);
        link(draft, Version.of(draft, published.number()).orElseThrow());
        Explanation.delete("draft", draft);
        return published;
    }

    private static void link(Draft draft, Version version) {
        Map<String, Decision> decisions = new HashMap<>();
        Decision.of(draft.project).forEach(decision -> decisions.put(decision.publicId, decision));
        Map<String, Set<String>> spoken = new HashMap<>();
        VersionText.<VersionText>list("version", version).forEach(text -> spoken.putAll(text.why.spoken()));
        // A decision pointed at words that were there before changed nothing: it is still to be done.
        for (DraftChange change : DraftChange.<DraftChange>list("version", version))
            spoken.getOrDefault(change.publicId, Set.of()).stream().map(decisions::get).filter(d -> d != null)
                    .forEach(decision -> ChangeLink.between(change, decision));
    }

    /**
     * Closes the round of the newest version.
     *
     * @throws Refused while viewpoints about the draft wait for an answer or links are suspect, unless a reason is written
     */
    public static DraftEvent.Closed close(Draft draft, String overrideReason, Clock clock) {
        Round round = draft.newest().map(version -> version.round).orElseThrow(() -> new Refused("draft:round_none"));
        checkReason(overrideReason);
        round.stop();
        long undecided = undecided(draft);
        int suspect = suspect(draft.project);
        if (overrideReason.isBlank() && undecided > 0)
            throw new Refused("overrideReason", "publishing:undecided_left", undecided);
        if (overrideReason.isBlank() && suspect > 0)
            throw new Refused("overrideReason", "publishing:suspect_left", suspect);
        return round.close(overrideReason.strip(), clock.instant());
    }

    private static void checkReason(String overrideReason) {
        if (overrideReason.length() > 4000) throw new Refused("overrideReason", "decision:reason_long", 4000);
    }

    public static int suspect(Project project) {
        return Answered.suspect(project).size() + ChangeLink.suspect(project).size();
    }

    public static long undecided(Draft draft) {
        return Contributions.waiting(draft.ref());
    }
}
