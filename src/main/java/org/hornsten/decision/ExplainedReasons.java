package org.hornsten.decision;

import jakarta.enterprise.context.ApplicationScoped;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Reasons;
import org.hornsten.draft.ReasonsFor;

/** Tells the room of drafts what was said here about its changes. */
@ApplicationScoped
class ExplainedReasons implements ReasonsFor {

    @Override
    public Reasons of(Draft draft) {
        return Explanations.of(draft);
    }
}
