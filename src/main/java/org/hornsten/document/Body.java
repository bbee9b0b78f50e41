package org.hornsten.document;

import static org.hornsten.document.Unreadable.Reason.EMBEDDED_FILES;
import static org.hornsten.document.Unreadable.Reason.TOO_DEEP;
import static org.hornsten.document.Unreadable.Reason.TOO_LONG;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hornsten.document.Block.Rank;
import org.hornsten.document.Block.Role;
import org.hornsten.document.Inline.Run;
import org.hornsten.document.Styles.ListPlace;

/** The body of a document, read into its lines in order: paragraphs, and rows of tables. */
final class Body {
    private final Xml xml;
    private final Relations relations;
    private final Styles styles;
    private final Numbering numbering;
    private final Findings findings;
    private final Limits limits;
    private final Fields fields = new Fields();
    private List<Block> blocks = new ArrayList<>();
    private List<Run> unfinished = new ArrayList<>();
    private int tables;
    private long characters;

    Body(Xml xml, Relations relations, Styles styles, Numbering numbering, Findings findings, Limits limits) {
        this.xml = xml;
        this.relations = relations;
        this.styles = styles;
        this.numbering = numbering;
        this.findings = findings;
        this.limits = limits;
    }

    List<Block> read() {
        xml.contents(element -> {
            if (element.equals("body")) blocks();
        });
        finish(Role.PARAGRAPH, 0, false);
        return blocks;
    }

    private void blocks() {
        xml.children(element -> {
            switch (element) {
                case "p" -> paragraph();
                case "tbl" -> table();
                case "ins", "moveTo" -> {
                    findings.add(Finding.Kind.INSERTIONS);
                    blocks();
                }
                case "del", "moveFrom" -> findings.add(Finding.Kind.DELETIONS);
                case "sdt", "sdtContent", "customXml", "smartTag", "mc:AlternateContent", "mc:Choice" -> blocks();
                case "m:oMath", "m:oMathPara" -> findings.add(Finding.Kind.FORMULAS);
                case "altChunk" -> throw new Unreadable(EMBEDDED_FILES);
                default -> { }
            }
        });
    }

    private void paragraph() {
        Line line = new Line(xml, relations, styles, fields, findings).read();
        unfinished.addAll(line.runs());
        countWritten(line.runs());
        if (line.joinsNext()) return;

        Rank rank = line.rank().orElse(new Rank(Role.PARAGRAPH, 0));
        boolean listed = rank.role() == Role.PARAGRAPH && line.list().isPresent();
        finish(listed ? inList(line.list().get()) : rank.role(), rank.level(), line.boldByStyle());
    }

    // Before it is written, since addresses are written out each time: a few long ones could otherwise fill the memory.
    private void countWritten(List<Run> runs) {
        count(runs.stream().mapToLong(run -> run.text().length() + run.link().length()).sum());
    }

    private Role inList(ListPlace place) {
        if (place.level() > 0) findings.add(Finding.Kind.NESTED_LISTS);
        return numbering.role(place);
    }

    private void finish(Role role, int level, boolean boldByStyle) {
        Inline words = new Inline(unfinished);
        unfinished = new ArrayList<>();
        if (words.blank()) return;

        boolean heading = role == Role.HEADING || role == Role.TITLE;
        String markdown = tables > 0 ? words.cell() : heading ? words.heading() : words.markdown();
        blocks.add(new Block(role, level, words.plain(), markdown, boldByStyle || words.bold()));
    }

    private void count(long more) {
        characters += more;
        if (characters > limits.characters()) throw new Unreadable(TOO_LONG);
    }

    private void table() {
        tables++;
        if (tables > limits.tables()) throw new Unreadable(TOO_DEEP);
        if (tables == 2) findings.add(Finding.Kind.NESTED_TABLES);
        rows();
        tables--;
    }

    private void rows() {
        xml.children(element -> {
            switch (element) {
                case "tr" -> row();
                case "sdt", "sdtContent", "customXml", "ins", "moveTo" -> rows();
                default -> { }
            }
        });
    }

    private void row() {
        Row row = new Row();
        cells(row);
        count(row.cells.size());
        String text = row.cells.stream().collect(Collectors.joining(tables == 1 ? " | " : " "));
        if (row.deleted) {
            findings.add(Finding.Kind.DELETIONS);
        } else if (row.cells.stream().anyMatch(cell -> !cell.isEmpty())) {
            blocks.add(new Block(Role.ROW, 0, text, text, false));
        }
    }

    private void cells(Row row) {
        xml.children(element -> {
            switch (element) {
                case "trPr" -> xml.children(property -> row.deleted |= property.equals("del"));
                case "tc" -> row.cells.add(cell());
                case "sdt", "sdtContent", "customXml" -> cells(row);
                default -> { }
            }
        });
    }

    // A cell may hold whatever a document may, so it is read as one, and becomes a line of its own.
    private String cell() {
        List<Block> outerBlocks = blocks;
        List<Run> outerRuns = unfinished;
        blocks = new ArrayList<>();
        unfinished = new ArrayList<>();
        blocks();
        finish(Role.PARAGRAPH, 0, false);
        String text = blocks.stream().map(Block::markdown).collect(Collectors.joining(" "));
        blocks = outerBlocks;
        unfinished = outerRuns;
        return text;
    }

    private static final class Row {
        private final List<String> cells = new ArrayList<>();
        private boolean deleted;
    }
}
