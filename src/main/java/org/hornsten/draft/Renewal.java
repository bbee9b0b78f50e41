package org.hornsten.draft;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hornsten.diff.Matching;
import org.hornsten.diff.Parallel;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Refused;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.text.Section;

/** What a text taken anew becomes in a working copy: each passage and section with the id it had, else a new one. */
final class Renewal {
    private final WorkingText working;

    Renewal(WorkingText working) {
        this.working = working;
    }

    /** @throws Refused when it says nothing or is too long */
    Outline of(Outline text, Outline earlier) {
        if (text.passages().isEmpty()) throw new Refused("markdown", "draft:text_empty");
        if (text.text().length() > WorkingText.LONGEST)
            throw new Refused("markdown", "draft:text_long", WorkingText.LONGEST);
        Outline titled = text.title().isEmpty() ? new Outline(working.outline.title(), text.sections()) : text;
        Outline known = withKnownIds(Matching.match(earlier, titled, PublicId::random), earlier);
        return working.main() ? known : translated(known, earlier);
    }

    /** Passages added to the working copy after the last version keep the ids they got then. */
    private Outline withKnownIds(Outline matched, Outline earlier) {
        Set<String> old = new HashSet<>(earlier.passages().stream().map(Passage::id).toList());
        Map<String, String> added = new HashMap<>();
        working.outline.passages().stream().filter(p -> !old.contains(p.id()))
                .forEach(p -> added.putIfAbsent(p.text(), p.id()));
        return matched.withSections(matched.sections().stream().map(s -> s.withPassages(s.passages().stream()
                .map(p -> old.contains(p.id()) || !added.containsKey(p.text()) ? p : p.withId(added.remove(p.text())))
                .toList())).toList());
    }

    private Outline translated(Outline known, Outline earlier) {
        Outline main = WorkingText.of(working.draft, working.draft.language).orElseThrow().outline;
        Outline aligned = Parallel.align(main, earlier, known, PublicId::random);
        // What a section was made from stays known until somebody writes or confirms it again.
        return aligned.withSections(aligned.sections().stream()
                .map(s -> s.withMadeFrom(working.outline.section(s.id()).map(Section::madeFrom).orElse(""))).toList());
    }
}
