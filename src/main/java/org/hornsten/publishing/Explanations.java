package org.hornsten.publishing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hornsten.decision.Decision;
import org.hornsten.diff.Change;
import org.hornsten.draft.Because;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Reasons;
import org.hornsten.draft.WorkingText;
import org.hornsten.kit.Refused;

/**
 * Why the working copy's changes were made. A translation follows the main text: what it does not explain itself it
 * has from the main text's change of the same passage, or, where passages differ (easy language), of the same section.
 */
public class Explanations implements Reasons {
    private final Draft draft;
    private final Map<String, Explanation> given = new HashMap<>();
    private final Map<String, List<Change>> changes;
    private final List<Change> main;

    private Explanations(Draft draft) {
        this.draft = draft;
        Explanation.<Explanation>list("draft", draft).forEach(e -> given.put(e.language + " " + e.changeKey, e));
        changes = WorkingText.changes(draft);
        main = changes.getOrDefault(draft.language, List.of());
    }

    public static Explanations of(Draft draft) {
        return new Explanations(draft);
    }

    /** The languages whose changes want explaining, the main one first. */
    public List<String> languages() {
        return List.copyOf(changes.keySet());
    }

    /** In reading order. */
    public List<Change> changes(String language) {
        return changes.getOrDefault(language, List.of());
    }

    /** Those nobody has explained, in reading order. */
    public List<Change> unexplained(String language) {
        return changes(language).stream().filter(change -> !of(language, change).explains(change)).toList();
    }

    /** @throws Refused when the working copy has no such change */
    public Change change(String language, String key) {
        return changes(language).stream().filter(c -> c.key().equals(key)).findFirst()
                .orElseThrow(() -> new Refused("change", "publishing:change_unknown"));
    }

    @Override
    public Because of(String language, Change change) {
        Explanation own = given.get(language + " " + change.key());
        return own != null && own.because.given() ? own.about(change)
                : language.equals(draft.language) ? Because.NOTHING : inherited(change);
    }

    /** Only what was said about this very change, nothing inherited. */
    public Because own(String language, Change change) {
        Explanation own = given.get(language + " " + change.key());
        return own == null ? Because.NOTHING : own.about(change);
    }

    /** Whether the reason was not written for this change but comes from the main text. */
    public boolean inherits(String language, Change change) {
        Explanation own = given.get(language + " " + change.key());
        return (own == null || !own.because.given()) && of(language, change).given();
    }

    private Because inherited(Change change) {
        List<Change> same = main.stream().filter(m -> m.key().equals(change.key())).toList();
        if (same.isEmpty()) same = main.stream().filter(m -> m.passages().stream().anyMatch(change::concerns)).toList();
        if (same.isEmpty()) same = main.stream().filter(m -> m.section().equals(change.section())).toList();
        return together(same.stream().map(m -> of(draft.language, m)).filter(Because::given).toList());
    }

    private Because together(List<Because> reasons) {
        Set<String> decisions = new LinkedHashSet<>();
        reasons.forEach(reason -> decisions.addAll(reason.decisions()));
        return !decisions.isEmpty() ? Because.decided(new ArrayList<>(decisions))
                : reasons.stream().findFirst().map(Because::withoutParts).orElse(Because.NOTHING);
    }

    /** Says why a change was made. */
    public PublishingEvent.Explained explain(String language, String key, Because because) {
        Change change = change(language, key);
        check(change, because);
        Explanation.keep(draft, language, change, because);
        return new PublishingEvent.Explained(draft.ref(), language, key, because);
    }

    private void check(Change change, Because because) {
        if (!because.given()) throw new Refused("because", "publishing:because_missing");
        checkOwn(because.whole());
        because.parts().forEach(part -> {
            checkOwn(part.reason());
            if (part.from() < 0 || part.to() <= part.from() || part.to() > change.after().length())
                throw new Refused("words", "publishing:words_outside");
        });
        for (String id : because.decisions()) Decision.of(draft.project, id).filter(d -> d.supersededOn == null)
                .orElseThrow(() -> new Refused("because", "publishing:decision_unknown", id));
    }

    private void checkOwn(Because.Reason reason) {
        if (reason.own() == null) return;
        if (reason.text().isEmpty()) throw new Refused("text", "publishing:own_reason_text_missing");
        if (reason.text().longest() > 4000) throw new Refused("text", "decision:reason_long", 4000);
    }
}
