package org.hornsten.project;

import java.util.HashSet;
import java.util.List;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;

/** What the words of a project must meet. */
final class Rules {
    static final int LONGEST_TITLE = 200;
    static final int LONGEST_TEXT = 4000;
    static final int MOST_PHASES = 40;

    private Rules() {}

    static void title(Multilingual title) {
        if (title == null || title.isEmpty()) throw new Refused("title", "project:title_missing");
        spoken("title", title);
        if (title.longest() > LONGEST_TITLE) throw new Refused("title", "project:title_long", LONGEST_TITLE);
    }

    static void text(String field, Multilingual text) {
        spoken(field, text);
        if (text.longest() > LONGEST_TEXT) throw new Refused(field, "project:text_long", LONGEST_TEXT);
    }

    static void languages(List<String> languages) {
        if (languages.isEmpty()) throw new Refused("languages", "project:languages_missing");
        if (!Multilingual.LANGUAGES.containsAll(languages)) throw new Refused("languages", "project:language_unknown");
        if (new HashSet<>(languages).size() < languages.size())
            throw new Refused("languages", "project:language_twice");
    }

    static void phases(List<Phase> phases) {
        if (phases.size() > MOST_PHASES) throw new Refused("phases", "project:phases_many", MOST_PHASES);
        phases.forEach(Rules::phase);
    }

    private static void phase(Phase phase) {
        if (phase == null || phase.title() == null || phase.title().isEmpty())
            throw new Refused("phases", "project:phase_untitled");
        spoken("phases", phase.title());
        if (phase.title().longest() > LONGEST_TITLE) throw new Refused("phases", "project:title_long", LONGEST_TITLE);
        if (phase.from() != null && phase.to() != null && phase.to().isBefore(phase.from()))
            throw new Refused("phases", "project:phase_backwards");
    }

    private static void spoken(String field, Multilingual text) {
        if (!text.spoken()) throw new Refused(field, "project:language_unknown");
    }
}
