package org.hornsten.diff;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.text.Section;

/** One of the two outlines laid flat, with who is bound to whom in the other; −1 is nobody. */
final class FlatText {
    final Outline outline;
    final List<Section> sections;
    final List<Passage> passages;
    final Set<String> ids = new HashSet<>();
    final int[] sectionOf;
    final int[] partner;
    final int[] sectionPartner;
    final boolean[] named;
    private final Likeness.Bag[] bags;

    FlatText(Outline outline) {
        this.outline = outline;
        sections = outline.sections();
        passages = outline.passages();
        passages.forEach(passage -> ids.add(passage.id()));
        sections.forEach(section -> ids.add(section.id()));
        sectionOf = new int[passages.size()];
        int next = 0;
        for (int s = 0; s < sections.size(); s++) {
            for (int i = 0; i < sections.get(s).passages().size(); i++) sectionOf[next++] = s;
        }
        partner = new int[passages.size()];
        sectionPartner = new int[sections.size()];
        named = new boolean[passages.size()];
        bags = new Likeness.Bag[passages.size()];
        Arrays.fill(partner, -1);
        Arrays.fill(sectionPartner, -1);
    }

    /** Texts that stand more than once. */
    Set<String> repeated() {
        Set<String> once = new HashSet<>();
        return passages.stream().map(Passage::text).filter(text -> !once.add(text)).collect(Collectors.toSet());
    }

    /** Neither bound nor named by an author who added it knowingly. */
    boolean free(int i) {
        return partner[i] < 0 && !named[i];
    }

    /** The nearest bound passage on that side in the same section, or −1. */
    int neighbour(int i, int step) {
        int at = i + step;
        while (at >= 0 && at < partner.length && partner[at] < 0 && sectionOf[at] == sectionOf[i]) at += step;
        return at >= 0 && at < partner.length && sectionOf[at] == sectionOf[i] ? at : -1;
    }

    /** The passage right beside it in the same section, or −1. */
    int beside(int i, int step) {
        int at = i + step;
        return at >= 0 && at < partner.length && sectionOf[at] == sectionOf[i] ? at : -1;
    }

    Likeness.Bag bag(int i) {
        if (bags[i] == null) bags[i] = Likeness.Bag.of(passages.get(i).text());
        return bags[i];
    }
}
