package org.hornsten.handout;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hornsten.web.Shell;
import org.hornsten.workshop.Shelf;
import org.hornsten.workshop.Workshop;

/** The files of a workshop, as its page lists them. */
@ApplicationScoped
class Handouts implements Shelf {
    private static final int KILO = 1024;

    private final Shell shell;

    Handouts(Shell shell) {
        this.shell = shell;
    }

    @Override
    public List<Paper> of(Workshop workshop) {
        return Handout.of(workshop).stream().map(this::paper).toList();
    }

    private Paper paper(Handout handout) {
        int kilobytes = Math.max(1, (handout.size + KILO / 2) / KILO);
        String size = kilobytes < KILO ? shell.say("handout:kilobytes", kilobytes)
                : shell.say("handout:megabytes", (kilobytes + KILO / 2) / KILO);
        return new Paper(handout.title, handout.language, shell.say("handout:kind", handout.kind) + ", " + size,
                handout.largePrint, handout.easyLanguage, handout.path());
    }
}
