package org.hornsten.trace;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.decision.Answered;
import org.hornsten.decision.Disposition;
import org.hornsten.diff.Change;
import org.hornsten.draft.Because;
import org.hornsten.draft.Layout;
import org.hornsten.draft.VersionText;
import org.hornsten.draft.Why;
import org.hornsten.identity.Me;
import org.hornsten.input.Contribution;
import org.hornsten.input.Contributions;
import org.hornsten.kit.Beginning;
import org.hornsten.kit.Markdown;
import org.hornsten.kit.Multilingual;
import org.hornsten.project.Project;
import org.hornsten.text.Passage;

/**
 * The forward text: a published version with the reasons of every word, as far as this reader may know them.
 *
 * @param removed what went together with its whole section
 * @param changes of the title, and of sections that are no more
 */
@Schema(name = "Why")
public record Reading(List<ReadSection> sections, List<Gone> removed, List<Mark> changes) {

    /** @param level of the heading, 2 to 6 */
    @Schema(name = "WhySection")
    public record ReadSection(String id, String heading, int level, List<ReadPassage> passages, List<Gone> removed,
                              List<Mark> changes) {
        /** Passages of one kind that follow each other, for a page: a list, a table, or paragraphs. */
        @JsonIgnore
        public List<Run> runs() {
            List<Run> runs = new ArrayList<>();
            for (ReadPassage passage : passages) {
                Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
                if (last == null || last.kind() != passage.kind())
                    runs.add(last = new Run(passage.kind(), new ArrayList<>()));
                last.passages().add(passage);
            }
            return runs;
        }

        public boolean changed() {
            return !changes.isEmpty() || !removed.isEmpty();
        }

        public Markdown.Html html() {
            return Markdown.inline(heading);
        }
    }

    /** Passages of one kind that follow each other. */
    public record Run(Passage.Kind kind, List<ReadPassage> passages) {
        public boolean rows() {
            return kind == Passage.Kind.ROW;
        }

        public boolean items() {
            return kind == Passage.Kind.ITEM || kind == Passage.Kind.NUMBERED;
        }
    }

    @Schema(name = "WhyPassage")
    public record ReadPassage(String id, Passage.Kind kind, String text, List<Span> spans, List<Gone> removed,
                              List<Mark> changes) {
        /** The version that last changed it; 1 when nothing has been changed since the first. */
        public int newest() {
            return Stream.of(spans.stream().map(Span::since), removed.stream().map(Gone::in),
                    changes.stream().map(Mark::in)).flatMap(s -> s).mapToInt(Integer::intValue).max().orElse(1);
        }

        public boolean changed() {
            return newest() > 1;
        }

        public Markdown.Html html() {
            return Markdown.inline(text);
        }

        /** Of a table row. */
        @JsonIgnore
        public List<Layout.Cell> cells() {
            return Layout.cells(text);
        }

        /** Its first words, to tell one link from another. */
        public String beginning() {
            return Beginning.of(text);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "WhySpan")
    public record Span(String text, int since, String change, List<Told> because, Because.OwnReason ownReason,
                       Multilingual ownReasonText) {}

    /** @param in the version in which the words went */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "WhyRemoved")
    public record Gone(String text, int in, String change, List<Told> because, Because.OwnReason ownReason,
                       Multilingual ownReasonText) {}

    /** A change that words alone do not show: split, merged, moved, or of a heading. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "WhyChange")
    public record Mark(Change.Kind kind, int in, String change, List<Told> because, Because.OwnReason ownReason,
                       Multilingual ownReasonText) {}

    /** @param said how many viewpoints the decision answers; null when too few to tell */
    @Schema(name = "WhyDecision")
    public record Told(String decision, Disposition disposition, Multilingual reason, List<Voice> viewpoints,
                       Integer said, boolean suppressed) {
        public String dispositionKey() {
            return "trace:disposition_" + disposition.name().toLowerCase(Locale.ROOT);
        }
    }

    /** One viewpoint this reader may see, in its own words. */
    @Schema(name = "WhyViewpoint")
    public record Voice(String id, String exact, String contribution, String language) {}

    /** What a reader may know of other people's words; the same rule wherever they are shown. */
    public enum Reader {
        STAFF, MEMBER, PUBLIC;

        public static Reader of(Me me, Project project) {
            return project.membershipOf(me).map(m -> m.staff() ? STAFF : MEMBER).orElse(PUBLIC);
        }

        public boolean maySee(Contribution said) {
            return maySee(said.gone() || said.deflectedTo != null || said.moderation.hides());
        }

        boolean maySee(boolean kept) {
            return this == STAFF || this == MEMBER && !kept;
        }
    }

    /** Four statements, whatever the amount. */
    public static Reading of(VersionText text, Reader reader) {
        return Telling.of(text, told(text, reader)).read(text);
    }

    /** Only one passage of it. */
    public Optional<ReadPassage> passage(String id) {
        return sections.stream().flatMap(s -> s.passages().stream()).filter(p -> p.id().equals(id)).findFirst();
    }

    public Optional<ReadSection> section(String id) {
        return sections.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    private static Map<String, Told> told(VersionText text, Reader reader) {
        List<String> ids = text.why.decisions();
        Map<String, Told> told = new HashMap<>();
        if (ids.isEmpty()) return told;
        Map<Long, List<Object[]>> said = said(ids);
        Answers.of(text.version.draft.project, ids).forEach((decision, count) -> {
            List<Object[]> rows = said.getOrDefault(decision.id, List.of());
            told.put(decision.publicId, new Told(decision.publicId, decision.disposition, decision.reason,
                    rows.stream().filter(row -> reader.maySee((boolean) row[7])).map(Reading::voice)
                            .toList(), count.n().orElse(null), count.suppressed()));
        });
        return told;
    }

    // Columns, not entities: a plan that was long discussed has thousands of them on one page.
    private static Map<Long, List<Object[]>> said(List<String> decisions) {
        Map<Long, List<Object[]>> said = new HashMap<>();
        Answered.getEntityManager().createQuery("""
                select a.decision.id, v.publicId, v.fromChar, v.toChar, c.publicId, c.language, c.words,
                  case when %s then false else true end
                from Answered a join a.viewpoint v join v.contribution c
                where a.decision.publicId in ?1 order by v.id""".formatted(Contributions.OPEN), Object[].class)
                .setParameter(1, decisions)
                .getResultList().forEach(row -> said.computeIfAbsent((Long) row[0], d -> new ArrayList<>()).add(row));
        return said;
    }

    private static Voice voice(Object[] row) {
        return new Voice((String) row[1], ((String) row[6]).substring((int) row[2], (int) row[3]), (String) row[4],
                (String) row[5]);
    }
}
