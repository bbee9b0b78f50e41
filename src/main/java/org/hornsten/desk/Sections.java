package org.hornsten.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hornsten.text.Section;

/** Sections in another order. */
final class Sections {
    private Sections() {}

    /** New ones after the one with that id, or at the end when there is none such. */
    static List<Section> with(List<Section> sections, List<Section> added, String after) {
        List<Section> all = new ArrayList<>(sections);
        int at = sections.stream().map(Section::id).toList().indexOf(after);
        all.addAll(at < 0 ? all.size() : at + 1, added);
        return all;
    }

    /** One of them so many steps down, negative for up; the first and the last stay where they are. */
    static List<Section> moved(List<Section> sections, Section section, int steps) {
        List<Section> all = new ArrayList<>(sections);
        int from = all.indexOf(section);
        int to = from + steps;
        if (to >= 0 && to < all.size()) Collections.swap(all, from, to);
        return all;
    }
}
