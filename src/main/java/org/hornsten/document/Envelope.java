package org.hornsten.document;

import static org.hornsten.document.Unreadable.Reason.DAMAGED;
import static org.hornsten.document.Unreadable.Reason.EMBEDDED_FILES;
import static org.hornsten.document.Unreadable.Reason.MACROS;
import static org.hornsten.document.Unreadable.Reason.NOT_A_WORD_FILE;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The package around a document (ECMA-376 part 2): what kinds of parts it has and which is the document. Refuses by
 * name what has no place in a text to be discussed, and counts what is left behind.
 */
final class Envelope {
    private static final String TYPES = "[Content_Types].xml";
    private static final Pattern MACRO = Pattern.compile("(?i)vbaProject|vbaData|macroEnabled");
    private static final Pattern EMBEDDED = Pattern.compile("(?i)(?:^|/)embeddings/|oleObject|activeX");
    private static final Set<String> FILES = Set.of("zip", "7z", "rar", "gz", "jar", "docx", "docm", "doc", "dotx",
        "dotm", "xlsx", "xlsm", "xlsb", "xls", "pptx", "pptm", "ppt", "pdf", "rtf", "odt", "ods", "odp", "htm", "html",
        "xhtml", "mht", "mhtml", "eml", "msg", "exe", "dll", "com", "scr", "msi", "bat", "cmd", "ps1", "vbs", "js",
        "hta", "lnk", "swf");
    private static final Pattern DOCUMENT = Pattern.compile(
        "(?i)application/vnd\\.openxmlformats-officedocument\\.wordprocessingml\\.(?:document|template)\\.main\\+xml");

    private final Parts parts;
    private final Limits limits;
    private final Limits.Deadline deadline;
    private final Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> byEnding = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Envelope(Parts parts, Limits limits, Limits.Deadline deadline) {
        this.parts = parts;
        this.limits = limits;
        this.deadline = deadline;
        if (!parts.has(TYPES)) throw new Unreadable(NOT_A_WORD_FILE);
        readTypes(xml(TYPES));
        parts.names().forEach(this::refuse);
    }

    /** The name of the part that is the document. */
    String document() {
        List<String> documents = relations("").parts("officeDocument");
        if (documents.isEmpty()) throw new Unreadable(byName.isEmpty() ? NOT_A_WORD_FILE : DAMAGED);
        if (!DOCUMENT.matcher(type(documents.get(0))).matches()) throw new Unreadable(NOT_A_WORD_FILE);
        return documents.get(0);
    }

    Relations relations(String part) {
        return Relations.of(part, parts, limits, deadline);
    }

    Xml xml(String part) {
        return new Xml(parts.read(part), limits, deadline);
    }

    /** The document's own part, which may be larger than the others. */
    Xml text(String document) {
        return new Xml(parts.readDocument(document), limits, deadline);
    }

    /** Counts what comes with the document and is not its text. */
    void countLuggage(Relations document, Findings findings) {
        parts.names().stream().filter(name -> name.endsWith(".rels")).forEach(name ->
            findings.add(Finding.Kind.LINKED_FILES, relations(owner(name)).linked()));
        findings.add(Finding.Kind.METADATA, (int) parts.names().stream().filter(Envelope::tellsOfAuthor).count());
        document.parts("comments").forEach(part -> findings.add(Finding.Kind.COMMENTS, count(part, "comment")));
        document.parts("header").forEach(part -> findings.add(Finding.Kind.HEADERS_FOOTERS, saysAnything(part)));
        document.parts("footer").forEach(part -> findings.add(Finding.Kind.HEADERS_FOOTERS, saysAnything(part)));
    }

    private void readTypes(Xml xml) {
        xml.contents(element -> {
            String type = xml.attribute("ContentType").orElse("");
            xml.attribute("PartName").ifPresent(name -> byName.put(name.replaceFirst("^/", ""), type));
            xml.attribute("Extension").ifPresent(ending -> byEnding.put(ending, type));
        });
    }

    private String type(String part) {
        return byName.getOrDefault(part, byEnding.getOrDefault(ending(part), ""));
    }

    private void refuse(String part) {
        String described = part + " " + type(part);
        if (MACRO.matcher(described).find()) throw new Unreadable(MACROS, part);
        if (EMBEDDED.matcher(described).find() || FILES.contains(ending(part))) {
            throw new Unreadable(EMBEDDED_FILES, part);
        }
    }

    private int count(String part, String wanted) {
        int[] count = {0};
        Xml xml = xml(part);
        xml.contents(element -> count[0] += element.equals(wanted) ? 1 : 0);
        return count[0];
    }

    private int saysAnything(String part) {
        boolean[] says = {false};
        Xml xml = xml(part);
        xml.contents(element -> says[0] |= !xml.inside("t").isEmpty());
        return says[0] ? 1 : 0;
    }

    private static String ending(String part) {
        return part.substring(part.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String owner(String rels) {
        return rels.replaceFirst("(?i)_rels/([^/]*)\\.rels$", "$1");
    }

    private static boolean tellsOfAuthor(String part) {
        return part.matches("(?i)docProps/.*\\.xml|customXml/item\\d*\\.xml");
    }
}
