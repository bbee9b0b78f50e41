package org.hornsten.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.kit.Multilingual;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.text.Section;

/** The JSON of drafts and their texts. */
public final class DraftAnswer {
    private DraftAnswer() {}

    @Schema(name = "Draft")
    public record One(String id, String project, Multilingual title, String language, List<String> languages,
               Integer newestVersion, @JsonInclude(JsonInclude.Include.NON_NULL) List<Part> sections) {
        public static One of(Draft draft, List<String> languages, Integer newest, List<Part> sections) {
            return new One(draft.publicId, draft.project.slug, draft.title, draft.language, languages, newest,
                    sections);
        }
    }

    @Schema(name = "Section")
    public record Part(String id, String heading, int level, List<Leaf> passages) {
        static Part of(Section section) {
            return new Part(section.id(), section.heading(), section.level(),
                    section.passages().stream().map(Leaf::of).toList());
        }

        public static List<Part> of(Outline outline) {
            return outline.sections().stream().map(Part::of).toList();
        }
    }

    /** @param text inline Markdown; @param html the same, sanitised */
    @Schema(name = "Passage")
    public record Leaf(String id, Passage.Kind kind, String text, String html) {
        static Leaf of(Passage passage) {
            return new Leaf(passage.id(), passage.kind(), passage.text(),
                    org.hornsten.kit.Markdown.inline(passage.text()).toString());
        }
    }

    public static One withWorkingCopy(Draft draft) {
        List<WorkingText> texts = WorkingText.of(draft);
        return One.of(draft, texts.stream().map(text -> text.language).toList(),
                draft.newest().map(version -> version.number).orElse(null),
                texts.stream().filter(WorkingText::main).findFirst().map(text -> Part.of(text.outline)).orElseThrow());
    }

    /** Without sections while nothing is published: only staff come to see that there is a draft at all. */
    public static One withNewest(Draft draft) {
        return draft.newest().map(newest -> One.of(draft, newest.languages(), newest.number,
                newest.text(draft.language).map(text -> Part.of(text.outline)).orElse(List.of())))
                .orElseGet(() -> One.of(draft, List.of(), null, List.of()));
    }
}
