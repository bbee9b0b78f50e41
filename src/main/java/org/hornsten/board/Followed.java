package org.hornsten.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.hornsten.input.InputEvent;

/** A note follows its contribution: let through, kept back, blanked or taken back, the screens hear of it. */
@ApplicationScoped
class Followed {

    void heard(@Observes InputEvent event) {
        boolean shown = event instanceof InputEvent.LetThrough || event instanceof InputEvent.KeptBack
                || event instanceof InputEvent.Masked || event instanceof InputEvent.Deflected
                || event instanceof InputEvent.Withdrawn || event instanceof InputEvent.Erased
                || event instanceof InputEvent.Forgotten;
        if (shown) Note.with(event.about()).ifPresent(note ->
                Happening.to(note.board, Happening.Kind.NOTE, note.publicId));
    }
}
