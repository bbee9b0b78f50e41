package org.hornsten.document;

import java.util.ArrayList;
import java.util.List;
import org.hornsten.document.Block.Role;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.text.Section;

/** Puts the lines of a document under their title and headings. */
final class Chapters {
    private static final int TOP = 2;

    private final List<Block> blocks;

    Chapters(List<Block> blocks, Findings findings) {
        List<Block> own = blocks.stream().filter(b -> b.role() != Role.CONTENTS).toList();
        findings.add(Finding.Kind.TABLE_OF_CONTENTS, blocks.size() - own.size());
        this.blocks = titled(guessed(own, findings));
    }

    /** Sections begin at level 2, as in Markdown, whatever level the document's own headings begin at. */
    Outline outline() {
        int top = blocks.stream().filter(b -> b.role() == Role.HEADING).mapToInt(Block::level).min().orElse(1);
        String title = "";
        List<Section> sections = new ArrayList<>();
        Section open = new Section("", "", TOP, List.of());
        List<Passage> passages = new ArrayList<>();
        for (Block each : blocks) {
            if (each.role() == Role.TITLE) {
                title = each.markdown();
            } else if (each.role() == Role.HEADING) {
                close(sections, open, passages);
                open = new Section("", each.markdown(), each.level() - top + TOP, List.of());
            } else {
                passages.add(new Passage("", kind(each.role()), each.markdown()));
            }
        }
        close(sections, open, passages);
        return new Outline(title, sections);
    }

    private static void close(List<Section> sections, Section section, List<Passage> passages) {
        if (!section.heading().isEmpty() || !passages.isEmpty()) sections.add(section.withPassages(passages));
        passages.clear();
    }

    private static Passage.Kind kind(Role role) {
        return switch (role) {
            case ITEM -> Passage.Kind.ITEM;
            case NUMBERED -> Passage.Kind.NUMBERED;
            case ROW -> Passage.Kind.ROW;
            case PARAGRAPH, TITLE, HEADING, CONTENTS -> Passage.Kind.PARAGRAPH;
        };
    }

    private static List<Block> guessed(List<Block> blocks, Findings findings) {
        if (blocks.stream().anyMatch(b -> b.role() == Role.HEADING)) return blocks;

        findings.add(Finding.Kind.HEADINGS_GUESSED, (int) blocks.stream().filter(Block::looksLikeHeading).count());
        return blocks.stream().map(b -> b.looksLikeHeading() ? b.as(Role.HEADING, 1) : b).toList();
    }

    // One title: the first line in the title style; without one, a single heading of the first level above the rest.
    private static List<Block> titled(List<Block> blocks) {
        List<Block> titled = new ArrayList<>(blocks);
        int styled = titled.stream().map(Block::role).toList().indexOf(Role.TITLE);
        for (int each = 0; each < titled.size(); each++) {
            if (each != styled && titled.get(each).role() == Role.TITLE) {
                titled.set(each, titled.get(each).as(Role.PARAGRAPH, 0));
            }
        }
        if (styled < 0 && beginsWithItsOnlyTopHeading(blocks)) titled.set(0, blocks.get(0).as(Role.TITLE, 0));
        return titled;
    }

    private static boolean beginsWithItsOnlyTopHeading(List<Block> blocks) {
        List<Block> headings = blocks.stream().filter(b -> b.role() == Role.HEADING).toList();
        return headings.size() > 1 && blocks.get(0).role() == Role.HEADING && blocks.get(0).level() == 1
            && headings.stream().filter(b -> b.level() == 1).count() == 1;
    }
}
