package org.hornsten.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A Word file made part by part, honest or not. */
public final class Docx {
    static final String MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String SPACES = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
        xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
        xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" \
        xmlns:v="urn:schemas-microsoft-com:vml\"""";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder types = new StringBuilder();
    private final StringBuilder related = new StringBuilder();
    private String mainType = MAIN;

    /** A document with this as its body. */
    public static Docx of(String body) {
        return new Docx().part("word/document.xml", root("document", "<w:body>" + body + "</w:body>"));
    }

    static String root(String name, String inside) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + "<w:" + name + " " + SPACES + ">" + inside + "</w:" + name + ">";
    }

    /** A paragraph: of a style, if any, with runs. */
    public static String p(String style, String runs) {
        String properties = style.isEmpty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>";
        return "<w:p>" + properties + runs + "</w:p>";
    }

    static String listed(int list, int level, String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list + "\"/></w:numPr>"
            + "</w:pPr>" + r(text) + "</w:p>";
    }

    public static String r(String text) {
        return r("", text);
    }

    /** A run: of properties, if any. */
    static String r(String properties, String text) {
        return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + escaped(text) + "</w:t></w:r>";
    }

    static String row(String... cells) {
        StringBuilder row = new StringBuilder("<w:tr>");
        for (String each : cells) row.append("<w:tc>").append(each).append("</w:tc>");
        return row.append("</w:tr>").toString();
    }

    public Docx part(String name, String text) {
        return part(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Docx part(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    Docx mainType(String type) {
        mainType = type;
        return this;
    }

    Docx type(String part, String type) {
        types.append("<Override PartName=\"/").append(part).append("\" ContentType=\"").append(type).append("\"/>");
        return this;
    }

    /** A part beside the document, which the document points at. */
    public Docx beside(String type, String inside) {
        related(type, type, type + ".xml", "Internal");
        return part("word/" + type + ".xml", root(type, inside));
    }

    public Docx outside(String id, String type, String address) {
        return related(id, type, address, "External");
    }

    public byte[] bytes() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("[Content_Types].xml", utf8("""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Default Extension="png" ContentType="image/png"/>\
            <Override PartName="/word/document.xml" ContentType="%s"/>%s</Types>""".formatted(mainType, types)));
        all.put("_rels/.rels", relationships(
            "<Relationship Id=\"d\" Type=\"" + RELATED + "officeDocument\" Target=\"word/document.xml\"/>"));
        all.put("word/_rels/document.xml.rels", relationships(related.toString()));
        all.putAll(parts);
        return zip(all);
    }

    static byte[] relationships(String inside) {
        return utf8("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + inside + "</Relationships>");
    }

    static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> each : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Docx related(String id, String type, String target, String mode) {
        related.append("<Relationship Id=\"").append(id).append("\" Type=\"").append(RELATED).append(type)
            .append("\" Target=\"").append(escaped(target)).append("\" TargetMode=\"").append(mode).append("\"/>");
        return this;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
