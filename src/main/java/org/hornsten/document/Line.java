package org.hornsten.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hornsten.document.Block.Rank;
import org.hornsten.document.Inline.Run;
import org.hornsten.document.Styles.ListPlace;

/** One paragraph of the document while it is read: its runs of text, and what its style and numbering say it is. */
final class Line {
    private static final Pattern SAFE_LINK = Pattern.compile("(?i)(?:https://|mailto:)[^\\s\\p{Cntrl}]{1,2000}");

    private static final int MOST_RUNS = 200_000;

    private final Xml xml;
    private final Relations relations;
    private final Styles styles;
    private final Fields fields;
    private final Findings findings;
    private final List<Run> runs = new ArrayList<>();
    private String style = "";
    private Optional<Rank> rank = Optional.empty();
    private Optional<ListPlace> list = Optional.empty();
    private boolean joinsNext;

    Line(Xml xml, Relations relations, Styles styles, Fields fields, Findings findings) {
        this.xml = xml;
        this.relations = relations;
        this.styles = styles;
        this.fields = fields;
        this.findings = findings;
    }

    Line read() {
        contents("");
        return this;
    }

    List<Run> runs() {
        return runs;
    }

    /** What it is by its own outline level, else by its style. */
    Optional<Rank> rank() {
        return rank.or(() -> styles.rankOf(style));
    }

    /** Where in a list it stands, if anywhere. */
    Optional<ListPlace> list() {
        return list.or(() -> styles.listOf(style)).filter(place -> place.list() != 0);
    }

    boolean boldByStyle() {
        return styles.bold(style);
    }

    /** Whether its end was deleted with changes tracked, so that the next paragraph continues it. */
    boolean joinsNext() {
        return joinsNext;
    }

    private void contents(String link) {
        xml.children(element -> {
            switch (element) {
                case "pPr" -> xml.children(this::property);
                case "r" -> run(link);
                case "hyperlink" -> contents(xml.attribute("id").flatMap(relations::link).orElse(link));
                case "ins", "moveTo" -> {
                    findings.add(Finding.Kind.INSERTIONS);
                    contents(link);
                }
                case "del", "moveFrom" -> findings.add(Finding.Kind.DELETIONS);
                case "sdt", "sdtContent", "smartTag", "customXml", "fldSimple", "dir", "bdo", "ruby", "rubyBase",
                     "mc:AlternateContent", "mc:Choice" -> contents(link);
                case "m:oMath", "m:oMathPara" -> findings.add(Finding.Kind.FORMULAS);
                default -> { }
            }
        });
    }

    private void property(String element) {
        switch (element) {
            case "pStyle" -> style = xml.attribute("val").orElse("");
            case "outlineLvl" -> rank = xml.number("val").map(Styles::rank);
            case "numPr" -> list = Optional.of(Styles.place(xml));
            case "rPr" -> xml.children(mark -> joinsNext |= mark.equals("del") || mark.equals("moveFrom"));
            default -> { }
        }
    }

    private void run(String link) {
        Look look = new Look();
        xml.children(element -> piece(element, look, link));
    }

    private void piece(String element, Look look, String link) {
        switch (element) {
            case "rPr" -> xml.children(look::read);
            case "t" -> {
                boolean asIs = xml.attribute("space").filter("preserve"::equals).isPresent();
                String text = xml.text();
                say(asIs ? text : text.strip(), look, link);
            }
            case "tab", "ptab", "br", "cr" -> say(" ", look, link);
            case "noBreakHyphen" -> say("\u2011", look, link);
            case "sym" -> findings.add(Finding.Kind.SYMBOLS);
            case "drawing", "pict", "object" -> picture();
            case "footnoteReference", "endnoteReference" -> findings.add(Finding.Kind.FOOTNOTES);
            case "fldChar" -> fields.mark(xml.attribute("fldCharType").orElse(""));
            case "instrText" -> fields.instruct(xml.text());
            case "ruby", "rubyBase", "mc:AlternateContent", "mc:Choice" ->
                xml.children(inner -> piece(inner, look, link));
            case "r" -> run(link);
            default -> { }
        }
    }

    private void say(String text, Look look, String link) {
        if (fields.instructing()) return;

        if (look.hidden()) {
            if (!text.isBlank()) findings.add(Finding.Kind.HIDDEN_TEXT);
        } else {
            if (look.struck && !text.isBlank()) findings.add(Finding.Kind.STRUCK_OUT);
            // Without this a hostile file could make millions of runs before the body counts their characters.
            if (runs.size() == MOST_RUNS) throw new Unreadable(Unreadable.Reason.TOO_LONG);
            runs.add(new Run(text, look.bold(), look.italic(), safe(link.isEmpty() ? fields.link() : link, text)));
        }
    }

    private String safe(String link, String text) {
        boolean safe = SAFE_LINK.matcher(link).matches();
        if (!safe && !link.isEmpty() && !text.isBlank()) findings.add(Finding.Kind.LINKS);
        return safe ? link : "";
    }

    private void picture() {
        Set<String> inside = xml.inside("txbxContent", "other:pic", "other:imagedata");
        boolean image = inside.contains("other:pic") || inside.contains("other:imagedata");
        findings.add(inside.contains("txbxContent") ? Finding.Kind.TEXT_BOXES
            : image ? Finding.Kind.IMAGES : Finding.Kind.DRAWINGS);
    }

    /** How a run looks: by its own word, else by its character style. */
    private final class Look {
        private String style = "";
        private Optional<Boolean> bold = Optional.empty();
        private Optional<Boolean> italic = Optional.empty();
        private Optional<Boolean> hidden = Optional.empty();
        private boolean struck;

        private void read(String element) {
            switch (element) {
                case "rStyle" -> style = xml.attribute("val").orElse("");
                case "b" -> bold = Optional.of(xml.yes());
                case "i" -> italic = Optional.of(xml.yes());
                case "vanish" -> hidden = Optional.of(xml.yes());
                case "strike", "dstrike" -> struck |= xml.yes();
                default -> { }
            }
        }

        private boolean bold() {
            return bold.orElseGet(() -> styles.bold(style));
        }

        private boolean italic() {
            return italic.orElseGet(() -> styles.italic(style));
        }

        private boolean hidden() {
            return hidden.orElseGet(() -> styles.hidden(style));
        }
    }
}
