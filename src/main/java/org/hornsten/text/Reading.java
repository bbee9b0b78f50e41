package org.hornsten.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.ThematicBreak;

/** Walks the blocks of one document in reading order and makes an outline of them. */
final class Reading {
    private static final Pattern HARD_BREAK = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\$");

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
        return Backslash.headingRead(Passage.oneLine(text));
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
        add(kind, Backslash.passageRead(Passage.oneLine(text)));
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
