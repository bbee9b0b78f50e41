package org.hornsten.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.hornsten.decision.DecisionEvent;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Reasons;
import org.hornsten.draft.ReasonsFor;

/** Tells the room of drafts what was said here about its changes; hears when a decision they name is revised. */
@ApplicationScoped
class ExplainedReasons implements ReasonsFor {

    @Override
    public Reasons of(Draft draft) {
        return Explanations.of(draft);
    }

    void revised(@Observes DecisionEvent.Revised revised) {
        Explanation.follow(revised.about().id(), Optional.of(revised.decision().id())
                .filter(next -> revised.disposition().promises()));
    }
}
