package org.hornsten.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hornsten.decision.Answered;
import org.hornsten.decision.Decision;
import org.hornsten.decision.Disposition;
import org.hornsten.draft.Because;
import org.hornsten.draft.VersionText;
import org.hornsten.draft.Why;
import org.hornsten.input.Contribution;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.SmallNumbers;
import org.hornsten.text.Change;
import org.hornsten.text.Passage;
import org.hornsten.text.Section;

/**
 * The forward text: a published version with the reasons of every word, as far as this reader may know them.
 *
 * @param removed what went together with its whole section
 */
public record Reading(List<ReadSection> sections, List<Gone> removed) {

    public record ReadSection(String id, String heading, List<ReadPassage> passages, List<Gone> removed, List<Mark> changes) {}

    public record ReadPassage(String id, Passage.Kind kind, String text, List<Span> spans, List<Gone> removed,
                              List<Mark> changes) {
        public boolean changed() {
            return !changes.isEmpty() || !removed.isEmpty() || spans.stream().anyMatch(span -> span.since() > 1);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Span(String text, int since, String change, List<Told> because, Because.OwnReason ownReason,
                       Multilingual ownReasonText) {}

    /** @param in the version in which the words went */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Gone(String text, int in, String change, List<Told> because, Because.OwnReason ownReason,
                       Multilingual ownReasonText) {}

    /** A change that words alone do not show: split, merged, moved, or of a heading. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Mark(Change.Kind kind, int in, String change, List<Told> because, Because.OwnReason ownReason,
                       Multilingual ownReasonText) {}

    /** @param said how many viewpoints the decision answers; null when too few to tell */
    public record Told(String decision, Disposition disposition, Multilingual reason, List<Voice> viewpoints,
                       Integer said, boolean suppressed) {}

    /** One viewpoint this reader may see, in its own words. */
    public record Voice(String id, String exact, String contribution, String language) {}

    /** What a reader may know of other people's words; the same rule wherever they are shown. */
    public enum Reader { STAFF, MEMBER, PUBLIC;
        public boolean maySee(Contribution said) {
            return this == STAFF || this == MEMBER && !said.gone() && said.deflectedTo == null;
        }
    }

    /** Three statements, whatever the amount. */
    public static Reading of(VersionText text, Reader reader) {
        return new Telling(text.why, told(text, reader)).read(text);
    }

    /** Only one passage of it. */
    public Optional<ReadPassage> passage(String id) {
        return sections.stream().flatMap(s -> s.passages().stream()).filter(p -> p.id().equals(id)).findFirst();
    }

    private static Map<String, Told> told(VersionText text, Reader reader) {
        List<String> ids = text.why.decisions();
        Map<String, Told> told = new HashMap<>();
        if (ids.isEmpty()) return told;
        Map<Decision, List<Voice>> voices = new HashMap<>();
        Map<Decision, Integer> said = new HashMap<>();
        Answered.<Answered>list("""
                from Answered a join fetch a.decision d join fetch a.viewpoint v join fetch v.contribution
                where d.publicId in ?1 order by v.id""", ids).forEach(a -> {
            said.merge(a.decision, 1, Integer::sum);
            List<Voice> heard = voices.computeIfAbsent(a.decision, d -> new ArrayList<>());
            if (reader.maySee(a.viewpoint.contribution)) heard.add(new Voice(a.viewpoint.publicId, a.viewpoint.exact(),
                    a.viewpoint.contribution.publicId, a.viewpoint.contribution.language));
        });
        voices.forEach((decision, heard) -> {
            SmallNumbers.Count count = SmallNumbers.Count.of(said.get(decision));
            told.put(decision.publicId, new Told(decision.publicId, decision.disposition, decision.reason, heard,
                    count.n(), count.suppressed()));
        });
        return told;
    }

    private record Telling(Why why, Map<String, Told> told) {

        Reading read(VersionText text) {
            List<ReadSection> sections = text.outline.sections().stream().map(this::section).toList();
            List<String> known = text.outline.sections().stream().map(Section::id).toList();
            return new Reading(sections, why.gone().stream()
                    .filter(g -> g.passage().isEmpty() && !known.contains(g.section())).map(this::gone).toList());
        }

        private ReadSection section(Section section) {
            return new ReadSection(section.id(), section.heading(), section.passages().stream().map(this::passage).toList(),
                    why.gone().stream().filter(g -> g.passage().isEmpty() && g.section().equals(section.id()))
                            .map(this::gone).toList(),
                    why.marks().stream().filter(m -> m.passages().isEmpty() && m.section().equals(section.id()))
                            .map(this::mark).toList());
        }

        private ReadPassage passage(Passage passage) {
            return new ReadPassage(passage.id(), passage.kind(), passage.text(),
                    why.of(passage.id()).stream().map(s -> span(s.text(), s.origin())).toList(),
                    why.gone().stream().filter(g -> g.passage().equals(passage.id())).map(this::gone).toList(),
                    why.marks().stream().filter(m -> m.passages().contains(passage.id())).map(this::mark).toList());
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
}
