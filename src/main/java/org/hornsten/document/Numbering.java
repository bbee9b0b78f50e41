package org.hornsten.document;

import java.util.HashMap;
import java.util.Map;
import org.hornsten.document.Block.Role;
import org.hornsten.document.Styles.ListPlace;

/** Whether a list counts or only points: the number formats of each list, level by level. */
final class Numbering {
    private final Map<String, Map<Integer, String>> patterns = new HashMap<>();
    private final Map<Integer, String> patternOf = new HashMap<>();
    private final Map<Integer, Map<Integer, String>> exceptions = new HashMap<>();

    void read(Xml xml) {
        xml.contents(element -> {
            switch (element) {
                case "abstractNum" -> readFormats(xml, patterns, xml.attribute("abstractNumId").orElse(""));
                case "num" -> readList(xml, xml.number("numId").orElse(0));
                default -> { }
            }
        });
    }

    /** What a paragraph at this place is; a list nobody described is taken for one with bullets. */
    Role role(ListPlace place) {
        String usual = patterns.getOrDefault(patternOf.getOrDefault(place.list(), ""), Map.of())
            .getOrDefault(place.level(), "bullet");
        String format = exceptions.getOrDefault(place.list(), Map.of()).getOrDefault(place.level(), usual);
        if (place.list() == 0 || format.equals("none")) return Role.PARAGRAPH;

        return format.equals("bullet") ? Role.ITEM : Role.NUMBERED;
    }

    private void readList(Xml xml, int list) {
        xml.children(element -> {
            if (element.equals("abstractNumId")) patternOf.put(list, xml.attribute("val").orElse(""));
            if (element.equals("lvlOverride")) readFormats(xml, exceptions, list);
        });
    }

    private static <K> void readFormats(Xml xml, Map<K, Map<Integer, String>> formats, K key) {
        xml.children(element -> {
            if (element.equals("lvl")) {
                int level = xml.number("ilvl").orElse(0);
                xml.children(child -> {
                    if (child.equals("numFmt")) formats.computeIfAbsent(key, none -> new HashMap<>())
                        .put(level, xml.attribute("val").orElse("bullet"));
                });
            }
        });
    }
}
