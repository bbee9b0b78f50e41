package org.hornsten.draft;

import java.util.List;
import org.hornsten.text.Outline;
import org.hornsten.text.Section;

/** A text in another language, or in easy language, beside the main text it was made from. */
public record Translation(Outline text, Outline main) {

    /** The main text reads differently now than when this was written or confirmed. */
    public boolean behind(Section section) {
        return main.section(section.id()).filter(source -> !source.fingerprint().equals(section.madeFrom()))
                .isPresent();
    }

    boolean withoutSource(Section section) {
        return main.section(section.id()).isEmpty();
    }

    public List<Section> behind() {
        return text.sections().stream().filter(this::behind).toList();
    }

    /** What the main text has and this has not. */
    public List<Section> missing() {
        return main.sections().stream().filter(source -> text.section(source.id()).isEmpty()).toList();
    }
}
