package org.hornsten.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads CommonMark 0.31 with GFM tables into an outline without ids, and writes an outline so that it is read back
 * equal. A passage is inline Markdown and never starts a block: {@code 1. May} is a passage that begins with a
 * number, which is why it is written as {@code 1\. May} and must be rendered by a parser with no block types.
 */
public final class Markdown {

    private static final Parser BLOCKS = Parser.builder().maxOpenBlockParsers(50)
        .extensions(List.of(TablesExtension.create()))
        .includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
    private static final Parser INLINE = Parser.builder().enabledBlockTypes(Set.of()).build();

    private static final Pattern NUMBER = Pattern.compile("^(\\d{1,9})(\\\\*)([.)].*)$");
    private static final Pattern MARK = Pattern.compile("^()(\\\\*)(.*)$");
    private static final Pattern CLOSING = Pattern.compile("^((?:.* )?)(\\\\*)(#+)$");
    private static final Pattern HARD_BREAK = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\$");

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
        return ("#".repeat(level) + " " + escape(CLOSING, text, s -> true)).strip();
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
                case PARAGRAPH -> escape(passage.text());
                case ITEM -> "- " + escape(passage.text());
                case NUMBERED -> lines.size() + 1 + ". " + escape(passage.text());
                case ROW -> "| " + String.join(" | ", Passage.cells(passage.text())) + " |";
            });
        }
        if (run.get(0).kind() == Passage.Kind.ROW) {
            lines.add(1, "|" + " --- |".repeat(Passage.cells(run.get(0).text()).size()));
        }
        return String.join("\n", lines);
    }

    private static String escape(String text) {
        return escape(Character.isDigit(text.charAt(0)) ? NUMBER : MARK, text, Markdown::startsBlock);
    }

    private static String unescape(String text) {
        return text.isEmpty() ? text
            : unescape(Character.isDigit(text.charAt(0)) ? NUMBER : MARK, text, Markdown::startsBlock);
    }

    /**
     * One backslash more where the text, its backslashes aside, would be read as something else; reading takes it
     * away.
     */
    private static String escape(Pattern pattern, String text, Predicate<String> misread) {
        Matcher found = pattern.matcher(text);
        return found.matches() && misread.test(found.group(1) + found.group(3))
            ? found.group(1) + "\\" + found.group(2) + found.group(3) : text;
    }

    private static String unescape(Pattern pattern, String text, Predicate<String> misread) {
        Matcher found = pattern.matcher(text);
        return found.matches() && !found.group(2).isEmpty() && misread.test(found.group(1) + found.group(3))
            ? found.group(1) + found.group(2).substring(1) + found.group(3) : text;
    }

    private static boolean startsBlock(String line) {
        Node first = BLOCKS.parse(line).getFirstChild();
        boolean paragraph = first instanceof Paragraph && first.getNext() == null;
        // two hyphens after the mark of an item are a rule: "- --"
        return first != null && !paragraph || BLOCKS.parse("- " + line).getFirstChild() instanceof ThematicBreak;
    }

    /** Walks the blocks of one document in reading order. */
    private static final class Reading {
        private final String source;
        private final List<Section> sections = new ArrayList<>();
        private final List<Passage> passages = new ArrayList<>();
        private String title = "";
        private String heading = "";
        private int level = 2;
        private boolean headed;

        Reading(String source) {
            this.source = source;
        }

        void children(Node parent, Passage.Kind kind) {
            Passage.Kind next = kind;
            for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
                block(child, next);
                // Only the first block of an item is the item; what follows in it are paragraphs.
                if (!(parent instanceof ListBlock)) next = Passage.Kind.PARAGRAPH;
            }
        }

        private void block(Node block, Passage.Kind kind) {
            if (block instanceof Heading found && found.getParent() instanceof Document) heading(found);
            else if (block instanceof BulletList) children(block, Passage.Kind.ITEM);
            else if (block instanceof OrderedList) children(block, Passage.Kind.NUMBERED);
            else if (block instanceof TableBlock) rows(block);
            else if (block instanceof Heading found) passage(kind, headingText(found));
            else if (block instanceof FencedCodeBlock code) passage(kind, code.getLiteral());
            else if (block instanceof IndentedCodeBlock code) passage(kind, code.getLiteral());
            else if (block instanceof ListItem || block instanceof BlockQuote) children(block, kind);
            else if (!(block instanceof ThematicBreak)) passage(kind, String.join(" ", lines(block)));
        }

        private void heading(Heading found) {
            String text = headingText(found);
            if (found.getLevel() == 1 && title.isEmpty() && !headed) {
                title = text;
            } else {
                close();
                heading = text;
                level = found.getLevel();
                headed = true;
            }
        }

        private String headingText(Heading found) {
            List<String> lines = lines(found);
            if (!lines.get(0).matches("#{1,6}([ \\t].*)?")) {
                return String.join(" ", lines.subList(0, lines.size() - 1));
            }
            String text = lines.get(0).replaceFirst("^#{1,6}", "").replaceFirst("(^|[ \\t])[ \\t]*#+$", "");
            return unescape(CLOSING, Passage.oneLine(text), s -> true);
        }

        private void rows(Node table) {
            for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
                for (Node row = part.getFirstChild(); row instanceof TableRow; row = row.getNext()) {
                    String line = lines(row).get(0).replaceFirst("^\\|", "").replaceFirst("(?<!\\\\)\\|$", "");
                    add(Passage.Kind.ROW, line);
                }
            }
        }

        private void passage(Passage.Kind kind, String text) {
            add(kind, unescape(Passage.oneLine(text)));
        }

        private void add(Passage.Kind kind, String text) {
            Passage passage = new Passage("", kind, text);
            if (!passage.text().isEmpty()) passages.add(passage);
        }

        /**
         * The lines of a block as they were typed, without the marks of what the block stands in and without breaks.
         */
        private List<String> lines(Node block) {
            List<String> lines = block.getSourceSpans().stream()
                .map(span -> source.substring(span.getInputIndex(), span.getInputIndex() + span.getLength()).strip())
                .collect(Collectors.toCollection(ArrayList::new));
            UnaryOperator<String> unbroken = line -> HARD_BREAK.matcher(line).replaceFirst("$1");
            if (lines.size() > 1) lines.subList(0, lines.size() - 1).replaceAll(unbroken);
            return lines;
        }

        private void close() {
            if (headed || !passages.isEmpty()) sections.add(new Section("", heading, level, passages));
            passages.clear();
        }

        Outline outline() {
            close();
            return new Outline(title, sections);
        }
    }
}
