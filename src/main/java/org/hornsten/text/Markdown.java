package org.hornsten.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads CommonMark 0.31 with GFM tables into an outline without ids, and writes an outline so that it is read back
 * equal. A passage is inline Markdown and never starts a block: {@code 1. May} is a passage that begins with a
 * number, which is why it is written as {@code 1\. May} and must be rendered by a parser with no block types.
 */
public final class Markdown {

    static final Parser BLOCKS = Parser.builder().maxOpenBlockParsers(50)
        .extensions(List.of(TablesExtension.create()))
        .includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
    private static final Parser INLINE = Parser.builder().enabledBlockTypes(Set.of()).build();

    private Markdown() { }

    /**
     * The first {@code #} heading before any other is the title. Text before the first heading is a section without
     * one. Block quotes, code and raw HTML become paragraphs with their text as it stands, nested items become items.
     */
    public static Outline read(String markdown) {
        String source = markdown.startsWith("\uFEFF") ? markdown.substring(1) : markdown;
        Reading reading = new Reading(source);
        reading.children(BLOCKS.parse(source), Passage.Kind.PARAGRAPH);
        return reading.outline();
    }

    public static String write(Outline outline) {
        List<String> blocks = new ArrayList<>();
        if (!outline.title().isEmpty()) blocks.add(heading(1, outline.title()));
        for (int i = 0; i < outline.sections().size(); i++) {
            Section section = outline.sections().get(i);
            boolean opening = i == 0 && section.heading().isEmpty() && section.level() == 2 && hasText(section);
            if (!opening) blocks.add(heading(section.level(), section.heading()));
            writePassages(section.passages().stream().filter(p -> !p.text().isEmpty()).toList(), blocks);
        }
        return blocks.isEmpty() ? "" : String.join("\n\n", blocks) + "\n";
    }

    /**
     * The text of one passage or heading as it is read aloud: no emphasis marks, no addresses of links; HTML as
     * typed.
     */
    public static String plain(String inline) {
        StringBuilder plain = new StringBuilder();
        INLINE.parse(inline).accept(new AbstractVisitor() {
            @Override public void visit(Text text) { plain.append(text.getLiteral()); }

            @Override public void visit(Code code) { plain.append(code.getLiteral()); }

            @Override public void visit(HtmlInline html) { plain.append(html.getLiteral()); }
        });
        return plain.toString();
    }

    private static boolean hasText(Section section) {
        return section.passages().stream().anyMatch(p -> !p.text().isEmpty());
    }

    private static String heading(int level, String text) {
        return ("#".repeat(level) + " " + Backslash.heading(text)).strip();
    }

    private static void writePassages(List<Passage> passages, List<String> blocks) {
        int from = 0;
        for (int to = 1; to <= passages.size(); to++) {
            if (to < passages.size() && together(passages.get(to - 1), passages.get(to))) continue;
            blocks.add(writeRun(passages.subList(from, to)));
            from = to;
        }
    }

    private static boolean together(Passage one, Passage next) {
        return one.kind() == next.kind() && one.kind() != Passage.Kind.PARAGRAPH
            && (one.kind() != Passage.Kind.ROW
                || Passage.cells(one.text()).size() == Passage.cells(next.text()).size());
    }

    private static String writeRun(List<Passage> run) {
        List<String> lines = new ArrayList<>();
        for (Passage passage : run) {
            lines.add(switch (passage.kind()) {
                case PARAGRAPH -> Backslash.passage(passage.text());
                case ITEM -> "- " + Backslash.passage(passage.text());
                case NUMBERED -> lines.size() + 1 + ". " + Backslash.passage(passage.text());
                case ROW -> "| " + String.join(" | ", Passage.cells(passage.text())) + " |";
            });
        }
        if (run.get(0).kind() == Passage.Kind.ROW) {
            lines.add(1, "|" + " --- |".repeat(Passage.cells(run.get(0).text()).size()));
        }
        return String.join("\n", lines);
    }
}
