package org.hornsten.document;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hornsten.document.Block.Rank;
import org.hornsten.document.Block.Role;

/**
 * What the styles of a document make of a paragraph or a run. A built-in style is known by its name, which Word writes
 * in English whatever language it speaks ("heading 1"), while its id is translated ("Rubrik1"). Other programs
 * translate both, or leave the styles out, so the names people see are understood too.
 */
final class Styles {
    private static final Pattern HEADING = Pattern.compile(
        "(?:heading|rubrik|otsikko|overskrift|überschrift|titre|título|titolo|kop)[ _]?([1-9])");
    private static final Pattern TITLE = Pattern.compile("title|titel|rubrik|otsikko|tittel");
    private static final Pattern CONTENTS = Pattern.compile(
        "(?:toc|contents|innehåll|sisluet|sisällys)[ _]?(?:[1-9]|heading)|innehållsförteckning|sisällysluettelo");
    private static final int BODY_TEXT = 9, LONGEST_CHAIN = 20;

    private final Map<String, Style> styles = new HashMap<>();

    private static final class Style {
        private String name = "";
        private String basedOn = "";
        private Optional<Integer> outline = Optional.empty();
        private Optional<ListPlace> list = Optional.empty();
        private Optional<Boolean> bold = Optional.empty();
        private Optional<Boolean> italic = Optional.empty();
        private Optional<Boolean> hidden = Optional.empty();

        Optional<Rank> rank() {
            return Styles.rank(name).or(() -> outline.map(Styles::rank));
        }
    }

    /** Which list a paragraph belongs to, and on which level, from 0. */
    record ListPlace(int list, int level) {}

    void read(Xml xml) {
        xml.contents(element -> {
            if (element.equals("style")) {
                Style style = new Style();
                styles.put(xml.attribute("styleId").orElse(""), style);
                xml.children(child -> readProperty(xml, child, style));
            }
        });
    }

    /** What a paragraph of this style is; a style unknown to the document speaks by its id. */
    Optional<Rank> rankOf(String id) {
        return styles.containsKey(id) ? first(id, Style::rank) : rank(id);
    }

    Optional<ListPlace> listOf(String id) {
        return first(id, style -> style.list);
    }

    boolean bold(String id) {
        return first(id, style -> style.bold).orElse(false);
    }

    boolean italic(String id) {
        return first(id, style -> style.italic).orElse(false);
    }

    boolean hidden(String id) {
        return first(id, style -> style.hidden).orElse(false);
    }

    /** What an outline level, from 0, makes of a paragraph; 9 is Word's number for body text. */
    static Rank rank(int outline) {
        boolean heading = outline >= 0 && outline < BODY_TEXT;
        return heading ? new Rank(Role.HEADING, outline + 1) : new Rank(Role.PARAGRAPH, 0);
    }

    private static Optional<Rank> rank(String name) {
        String told = name.toLowerCase(Locale.ROOT).strip();
        Matcher heading = HEADING.matcher(told);
        if (heading.matches()) return Optional.of(new Rank(Role.HEADING, Integer.parseInt(heading.group(1))));
        if (TITLE.matcher(told).matches()) return Optional.of(new Rank(Role.TITLE, 0));
        return CONTENTS.matcher(told).matches() ? Optional.of(new Rank(Role.CONTENTS, 0)) : Optional.empty();
    }

    private void readProperty(Xml xml, String element, Style style) {
        switch (element) {
            case "name" -> style.name = xml.attribute("val").orElse("");
            case "basedOn" -> style.basedOn = xml.attribute("val").orElse("");
            case "pPr", "rPr" -> xml.children(child -> readProperty(xml, child, style));
            case "outlineLvl" -> style.outline = xml.number("val");
            case "numPr" -> style.list = Optional.of(place(xml));
            case "b" -> style.bold = Optional.of(xml.yes());
            case "i" -> style.italic = Optional.of(xml.yes());
            case "vanish" -> style.hidden = Optional.of(xml.yes());
            default -> { }
        }
    }

    /** Reads a {@code numPr}; list 0 means: none. */
    static ListPlace place(Xml xml) {
        int[] place = {0, 0};
        xml.children(element -> {
            if (element.equals("numId")) place[0] = xml.number("val").orElse(0);
            if (element.equals("ilvl")) place[1] = xml.number("val").orElse(0);
        });
        return new ListPlace(place[0], place[1]);
    }

    // The length is bounded because a hostile document's styles may be based on each other in a ring.
    private <T> Optional<T> first(String id, Function<Style, Optional<T>> property) {
        Optional<T> found = Optional.empty();
        String at = id;
        for (int each = 0; each < LONGEST_CHAIN && found.isEmpty() && styles.containsKey(at); each++) {
            found = property.apply(styles.get(at));
            at = styles.get(at).basedOn;
        }
        return found;
    }
}
