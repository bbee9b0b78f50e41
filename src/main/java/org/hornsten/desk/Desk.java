package org.hornsten.desk;

import java.util.List;
import java.util.Optional;
import org.hornsten.diff.Change;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Languages;
import org.hornsten.draft.Layout;
import org.hornsten.draft.Reasons;
import org.hornsten.draft.Translation;
import org.hornsten.draft.WorkingText;
import org.hornsten.text.Outline;
import org.hornsten.text.Readability;
import org.hornsten.text.Section;

/** The working copy in one language, laid out for its author: how it reads, what changed, what lags behind. */
public record Desk(Draft draft, WorkingText text, List<String> present, List<Change> changes, int unexplained,
                   boolean published, List<Part> parts, List<Part> missing) {

    /**
     * @param sources the section of the main text, where this is a translation and there is one
     * @param aim     what LIX should not exceed
     * @param heading kinds of change of the heading or of the place of the section
     */
    public record Part(Layout.Chapter chapter, Readability ease, int aim, List<Layout.Chapter> sources, boolean behind,
                       String sourceSeen, List<Change.Kind> heading, boolean first, boolean last) {
        public boolean meets() {
            return ease.meets(aim);
        }

        public boolean measured() {
            return ease.lix() > 0;
        }
    }

    static Desk of(Draft draft, WorkingText text, Reasons reasons) {
        List<WorkingText> all = WorkingText.of(draft);
        Outline main = all.stream().filter(WorkingText::main).findFirst().orElseThrow().outline;
        Optional<Outline> published = text.published();
        List<Change> changes = text.changes();
        Drawer drawer = new Drawer(text, main, changes);
        return new Desk(draft, text, all.stream().map(each -> each.language).toList(), changes,
                (int) changes.stream().filter(change -> !reasons.of(text.language, change).explains(change)).count(),
                published.isPresent(), drawer.parts(), text.main() ? List.of() : drawer.missing());
    }

    public List<String> absent() {
        return Languages.ALL.stream().filter(language -> !present.contains(language)).toList();
    }

    public List<Change> removed() {
        return changes.stream().filter(change -> change.kind() == Change.Kind.REMOVED).toList();
    }

    public boolean translation() {
        return !text.main();
    }

    public int behind() {
        return (int) parts.stream().filter(Part::behind).count();
    }

    private record Drawer(WorkingText text, Outline main, List<Change> changes) implements Layout.Margin {

        List<Part> parts() {
            List<Section> sections = text.outline.sections();
            Layout layout = Layout.of(text.outline, this);
            return sections.stream().map(section -> part(section, layout.chapters().get(sections.indexOf(section)),
                    sections.indexOf(section) == 0, sections.indexOf(section) == sections.size() - 1)).toList();
        }

        private Part part(Section section, Layout.Chapter chapter, boolean first, boolean last) {
            boolean easy = Languages.easy(text.language);
            Optional<Section> source = text.main() ? Optional.empty() : main.section(section.id());
            return new Part(chapter, Readability.of(section, Languages.locale(text.language)),
                    Readability.aim(Languages.locale(text.language).getLanguage(), easy),
                    source.stream().map(s -> Layout.chapter(s, 3, Layout.EMPTY)).toList(),
                    !text.main() && new Translation(text.outline, main).behind(section),
                    source.map(Section::fingerprint).orElse(""), ofHeading(section), first, last);
        }

        private List<Change.Kind> ofHeading(Section section) {
            return changes.stream().filter(c -> c.ofHeading() && c.section().equals(section.id()))
                    .map(Change::kind).toList();
        }

        List<Part> missing() {
            return new Translation(text.outline, main).missing().stream()
                    .map(section -> part(section, Layout.chapter(section, 3, Layout.EMPTY), false, false)).toList();
        }

        @Override
        public List<Change.Kind> kinds(String passage) {
            return changes.stream().filter(c -> c.concerns(passage)).map(Change::kind).distinct().toList();
        }
    }
}
