package org.hornsten.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hornsten.draft.VersionText;
import org.hornsten.draft.Why;
import org.hornsten.kit.Multilingual;
import org.hornsten.text.Passage;
import org.hornsten.text.Section;
import org.hornsten.trace.Reading.Gone;
import org.hornsten.trace.Reading.Mark;
import org.hornsten.trace.Reading.ReadPassage;
import org.hornsten.trace.Reading.ReadSection;
import org.hornsten.trace.Reading.Span;
import org.hornsten.trace.Reading.Told;

/** What belongs to a place that is no more is told one step up: at the section, or at the whole text. */
record Telling(Why why, Map<String, Told> told, Set<String> passages, Set<String> sections,
               Map<String, List<Why.Gone>> gone, Map<String, List<Why.Mark>> marks) {

    static Telling of(VersionText text, Map<String, Told> told) {
        return new Telling(text.why, told,
                text.outline.passages().stream().map(Passage::id).collect(Collectors.toSet()),
                text.outline.sections().stream().map(Section::id).collect(Collectors.toSet()),
                text.why.gone().stream().collect(Collectors.groupingBy(Why.Gone::passage)), marks(text.why));
    }

    private static Map<String, List<Why.Mark>> marks(Why why) {
        Map<String, List<Why.Mark>> marks = new HashMap<>();
        why.marks().forEach(mark -> mark.passages().stream().distinct().forEach(passage ->
                marks.computeIfAbsent(passage, p -> new ArrayList<>()).add(mark)));
        return marks;
    }

    Reading read(VersionText text) {
        return new Reading(text.outline.sections().stream().map(this::section).toList(),
                gone(g -> !at(g) && !sections.contains(g.section())),
                marks(m -> !at(m) && !sections.contains(m.section())));
    }

    private ReadSection section(Section section) {
        return new ReadSection(section.id(), section.heading(), section.level(),
                section.passages().stream().map(this::passage).toList(),
                gone(g -> !at(g) && g.section().equals(section.id())),
                marks(m -> !at(m) && m.section().equals(section.id())));
    }

    private ReadPassage passage(Passage passage) {
        return new ReadPassage(passage.id(), passage.kind(), passage.text(),
                why.of(passage.id()).stream().map(s -> span(s.text(), s.origin())).toList(),
                gone.getOrDefault(passage.id(), List.of()).stream().map(this::gone).toList(),
                marks.getOrDefault(passage.id(), List.of()).stream().map(this::mark).toList());
    }

    private boolean at(Why.Gone gone) {
        return passages.contains(gone.passage());
    }

    private boolean at(Why.Mark mark) {
        return mark.passages().stream().anyMatch(passages::contains);
    }

    private List<Gone> gone(Predicate<Why.Gone> there) {
        return why.gone().stream().filter(there).map(this::gone).toList();
    }

    private List<Mark> marks(Predicate<Why.Mark> there) {
        return why.marks().stream().filter(there).map(this::mark).toList();
    }

    private Span span(String text, Why.Origin origin) {
        return new Span(text, origin.since(), change(origin), because(origin), origin.reason().own(), own(origin));
    }

    private Gone gone(Why.Gone gone) {
        Why.Origin by = gone.removedBy();
        return new Gone(gone.text(), gone.in(), change(by), because(by), by.reason().own(), own(by));
    }

    private Mark mark(Why.Mark mark) {
        Why.Origin by = mark.by();
        return new Mark(mark.kind(), mark.in(), change(by), because(by), by.reason().own(), own(by));
    }

    private List<Told> because(Why.Origin origin) {
        return origin.reason().decisions().stream().map(told::get).filter(t -> t != null).toList();
    }

    private static String change(Why.Origin origin) {
        return origin.change().isEmpty() ? null : origin.change();
    }

    private static Multilingual own(Why.Origin origin) {
        return origin.reason().own() == null ? null : origin.reason().text();
    }
}
