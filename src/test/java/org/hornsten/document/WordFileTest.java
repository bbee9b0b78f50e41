package org.hornsten.document;

import static org.hornsten.document.Docx.listed;
import static org.hornsten.document.Docx.p;
import static org.hornsten.document.Docx.r;
import static org.hornsten.document.Docx.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hornsten.document.Finding.Kind;
import org.hornsten.text.Markdown;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WordFileTest {
    static final String STYLES = """
        <w:style w:type="paragraph" w:styleId="Rubrik"><w:name w:val="Title"/><w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/>
          <w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="Rubrik 2"/></w:style>
        <w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Egen rubrik"/><w:basedOn w:val="Rubrik2"/></w:style>
        <w:style w:type="paragraph" w:styleId="Niva3"><w:name w:val="Nivå tre"/>
          <w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Innehll1"><w:name w:val="toc 1"/></w:style>
        <w:style w:type="paragraph" w:styleId="Punktlista"><w:name w:val="List Bullet"/>
          <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="character" w:styleId="Stark"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="Ring"/><w:basedOn w:val="Ring"/></w:style>""";
    static final String NUMBERING = """
        <w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
          <w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="8"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">
          <w:numFmt w:val="bullet"/></w:lvl></w:lvlOverride></w:num>""";

    /** A model of a service as somebody in a workshop would hand it in, with a bit of everything. */
    static Docx honest() {
        return Docx.of(
            p("Rubrik", r("Servicestyrning för äldre"))
            + p("Innehll1", r("Vad modellen handlar om 1"))
            + p("", r("Utkast."))
            + p("Rubrik1", r("Vad modellen handlar om"))
            + p("", r("Målet är att ") + r("<w:b/>", "ingen ") + r("ska ringa runt.")
                + "<w:r><w:drawing><a:graphic><pic:pic/></a:graphic></w:drawing></w:r>"
                + "<w:r><w:commentReference w:id=\"0\"/></w:r>")
            + p("Egen", r("Första kontakten"))
            + listed(1, 0, "ring") + listed(1, 1, "vardagar") + p("Punktlista", r("besök"))
            + listed(2, 0, "först") + listed(2, 0, "sedan") + listed(3, 0, "punkt")
            + "<w:tbl>" + row(p("", r("Vem")), p("", r("Gör | vad"))) + row(p("", r("Handledare")), p("", ""))
            + "</w:tbl>"
            + p("Niva3", r("Avgift"))
            + p("", r("Rådgivningen kostar ") + "<w:ins w:author=\"Lena\">" + r("ingenting") + "</w:ins>"
                + "<w:del w:author=\"Lena\"><w:r><w:delText>10 euro</w:delText></w:r></w:del>" + r(".")))
            .beside("styles", STYLES).beside("numbering", NUMBERING)
            .beside("comments", "<w:comment w:id=\"0\" w:author=\"Lena\">" + p("", r("Varför?")) + "</w:comment>")
            .beside("header", p("", r("Välfärdsområdet"))).beside("footer", p("", ""))
            .part("docProps/core.xml", "<core><creator>Lena</creator></core>")
            .part("word/media/image1.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    }

    @Test void headings_lists_and_tables_become_sections_and_passages() {
        assertEquals("""
            # Servicestyrning för äldre

            Utkast.

            ## Vad modellen handlar om

            Målet är att **ingen** ska ringa runt.

            ### Första kontakten

            - ring

            1. vardagar

            - besök

            1. först
            2. sedan

            - punkt

            | Vem | Gör \\| vad |
            | --- | --- |
            | Handledare |  |

            #### Avgift

            Rådgivningen kostar ingenting.
            """, Markdown.write(WordFile.read(honest().bytes()).outline()));
    }

    @Test void every_kind_of_thing_left_behind_is_told_with_its_count() {
        assertEquals(Map.of(Kind.IMAGES, 1, Kind.COMMENTS, 1, Kind.DELETIONS, 1, Kind.INSERTIONS, 1, Kind.METADATA, 1,
            Kind.HEADERS_FOOTERS, 1, Kind.TABLE_OF_CONTENTS, 1, Kind.NESTED_LISTS, 1), findings(honest()));
    }

    @Test void nobodys_name_comes_with_the_text() {
        String text = WordFile.read(honest().bytes()).outline().toString();
        assertTrue(!text.contains("Lena") && !text.contains("Varför") && !text.contains("10 euro"), text);
    }

    @Test void passages_and_sections_come_without_ids() {
        Outline outline = WordFile.read(honest().bytes()).outline();
        assertTrue(outline.passages().stream().allMatch(passage -> passage.id().isEmpty()));
        assertTrue(outline.sections().stream().allMatch(section -> section.id().isEmpty()));
    }

    @Test void a_stream_is_read_as_its_bytes_are() throws IOException {
        byte[] file = honest().bytes();
        assertEquals(WordFile.read(file), WordFile.read(new ByteArrayInputStream(file)));
    }

    @Test void headings_are_known_in_any_language_even_without_a_list_of_styles() {
        for (String style : List.of("Heading2", "Rubrik2", "Otsikko2", "heading 2")) {
            Outline outline = read(p(style, r("Avgift")) + p("", r("Gratis.")));
            assertEquals("Avgift", outline.sections().get(0).heading(), style);
        }
    }

    @Test void a_heading_in_the_paragraph_itself_counts_as_one_in_its_style() {
        String own = "<w:p><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>" + r("Avgift") + "</w:p>";
        assertEquals("Avgift", read(own + p("", r("Gratis."))).sections().get(0).heading());
    }

    @Test void the_single_first_level_heading_above_the_rest_is_the_title() {
        Outline outline = read(p("Heading1", r("Modell")) + p("Heading2", r("Mål")) + p("Heading3", r("Vem")));
        assertEquals("Modell", outline.title());
        assertEquals(List.of(2, 3), outline.sections().stream().map(section -> section.level()).toList());
    }

    @Test void with_several_first_level_headings_there_is_no_title() {
        Outline outline = read(p("Heading1", r("Mål")) + p("Heading2", r("Vem")) + p("Heading1", r("Avgift")));
        assertEquals("", outline.title());
        assertEquals(List.of(2, 3, 2), outline.sections().stream().map(section -> section.level()).toList());
    }

    @Test void without_heading_styles_short_bold_lines_are_headings_and_that_is_told() {
        Docx file = Docx.of(p("", r("<w:b/>", "Avgift")) + p("", r("Gratis.")) + p("", r("<w:b/>", "Ring nu."))
            + p("", r("<w:b/>", "Ring ") + r("112")));
        Imported imported = WordFile.read(file.bytes());
        assertEquals("## Avgift\n\nGratis.\n\n**Ring nu.**\n\n**Ring** 112\n", Markdown.write(imported.outline()));
        assertEquals(Map.of(Kind.HEADINGS_GUESSED, 1), findings(file));
    }

    @Test void with_heading_styles_a_bold_line_stays_a_paragraph() {
        assertEquals(1, read(p("Heading1", r("Mål")) + p("", r("<w:b/>", "Avgift"))).sections().size());
    }

    @Test void bold_italic_and_links_become_markdown() {
        Docx file = Docx.of(p("", r("<w:b/><w:i/>", "Obs! ") + r("<w:rStyle w:val=\"Stark\"/>", "läs")
            + r("<w:b w:val=\"0\"/>", " på ") + "<w:hyperlink r:id=\"a\">" + r("webben") + "</w:hyperlink>"
            + r(" eller ") + "<w:hyperlink r:id=\"b\">" + r("skriv") + "</w:hyperlink>" + r(".")))
            .beside("styles", STYLES)
            .outside("a", "hyperlink", "https://hornsten.org/a_(b)").outside("b", "hyperlink", "mailto:a@hornsten.org");
        assertEquals("***Obs!*** **läs** på [webben](https://hornsten.org/a_%28b%29) eller "
            + "[skriv](mailto:a@hornsten.org).", only(file));
    }

    @Test void a_link_written_as_a_field_is_a_link() {
        String field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://a.fi\" "
            + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + r("här")
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        assertEquals("Läs [här](https://a.fi)!", only(Docx.of(p("", r("Läs ") + field + r("!")))));
    }

    @Test void links_to_anywhere_else_keep_their_words_only() {
        for (String address : List.of("http://a.fi", "javascript:alert(1)", "file:///c:/a", "https://a b")) {
            Docx file = Docx.of(p("", "<w:hyperlink r:id=\"a\">" + r("här") + "</w:hyperlink>"))
                .outside("a", "hyperlink", address);
            assertEquals("här", only(file));
            assertEquals(Map.of(Kind.LINKS, 1), findings(file));
        }
    }

    @Test void signs_of_markdown_in_the_text_stay_signs() {
        String typed = "5 * 3 _x_ [a](b) <b> `c` \\d &amp; snake_case ~~e~~ !";
        String passage = only(Docx.of(p("", r(typed))));
        assertEquals("5 \\* 3 \\_x\\_ \\[a](b) \\<b> \\`c\\` \\\\d \\&amp; snake_case \\~\\~e\\~\\~ !", passage);
        assertEquals(typed, Markdown.plain(passage));
    }

    @Test void spaces_are_one_and_breaks_are_spaces_but_hard_signs_and_large_ones_are_kept() {
        assertEquals("kl. 9\u00a0–\u00a014 den 1\u2011a 𝒜😀",
            only(Docx.of(p("", r("kl.  9\u00a0–\u00a014") + "<w:r><w:br/><w:t>den</w:t><w:tab/></w:r>"
                + "<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>a</w:t></w:r>" + r(" 𝒜😀 ")))));
    }

    @Test void text_from_right_to_left_is_kept_as_it_is() {
        assertEquals("شكرا לכם", only(Docx.of(p("", r("<w:rtl/>", "شكرا לכם")))));
    }

    @Test void a_paragraph_whose_end_was_deleted_runs_on_into_the_next() {
        String joined = "<w:p><w:pPr><w:rPr><w:del w:author=\"L\"/></w:rPr></w:pPr>" + r("Ring ") + "</w:p>";
        assertEquals("Ring oss.", only(Docx.of(joined + p("", r("oss.")))));
    }

    @Test void a_deleted_row_and_moved_text_are_not_read_twice() {
        Docx file = Docx.of("<w:tbl>" + row(p("", r("kvar")))
            + "<w:tr><w:trPr><w:del w:author=\"L\"/></w:trPr><w:tc>" + p("", r("borta")) + "</w:tc></w:tr></w:tbl>"
            + p("", "<w:moveFrom>" + r("flyttat") + "</w:moveFrom>")
            + p("", "<w:moveTo>" + r("flyttat") + "</w:moveTo>"));
        assertEquals(List.of("kvar", "flyttat"), texts(file));
        assertEquals(Map.of(Kind.DELETIONS, 2, Kind.INSERTIONS, 1), findings(file));
    }

    @Test void boxes_notes_formulas_and_hidden_words_are_dropped_and_told() {
        String box = "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>" + p("", r("i rutan"))
            + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" + p("", r("i rutan"))
            + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
        Docx file = Docx.of(p("", r("Kvar") + box + "<w:r><w:footnoteReference w:id=\"1\"/></w:r>"
            + "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>" + r("<w:vanish/>", "dolt") + r("<w:strike/>", " struket")
            + "<w:r><w:sym w:char=\"F04A\"/></w:r><w:r><w:drawing/></w:r>"));
        assertEquals("Kvar struket", only(file));
        assertEquals(Map.of(Kind.TEXT_BOXES, 1, Kind.FOOTNOTES, 1, Kind.FORMULAS, 1, Kind.HIDDEN_TEXT, 1,
            Kind.STRUCK_OUT, 1, Kind.SYMBOLS, 1, Kind.DRAWINGS, 1), findings(file));
    }

    @Test void a_table_in_a_table_is_read_into_the_outer_row() {
        Docx file = Docx.of("<w:tbl>" + row(p("", r("A")), "<w:tbl>" + row(p("", r("b|c")), p("", r("d"))) + "</w:tbl>"
            + p("", r("e"))) + "</w:tbl>");
        assertEquals(List.of(new Passage("", Passage.Kind.ROW, "A | b\\|c d e")), read(file).passages());
        assertEquals(Map.of(Kind.NESTED_TABLES, 1), findings(file));
    }

    @Test void the_strict_form_of_the_format_is_read_as_the_usual_one() {
        byte[] strict = Docx.of("").part("word/document.xml", Docx.root("document", "<w:body>" + p("", r("Hej"))
            + "</w:body>").replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main")).bytes();
        assertEquals("Hej", WordFile.read(strict).outline().passages().get(0).text());
    }

    @Test void both_encodings_of_the_format_are_read() {
        String document = Docx.root("document", "<w:body>" + p("", r("Hörnsten 😀")) + "</w:body>");
        byte[] wide = document.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16);
        assertEquals("Hörnsten 😀", only(Docx.of("").part("word/document.xml", wide)));
        assertEquals("Hörnsten 😀", only(Docx.of("").part("word/document.xml", "\uFEFF" + document)));
    }

    @Test void a_long_and_monotonous_but_honest_table_is_no_bomb() {
        Docx file = Docx.of("<w:tbl>" + row(p("", r("ja")), p("", r("nej"))).repeat(5_000) + "</w:tbl>");
        assertEquals(5_000, read(file).passages().size());
    }

    private static Outline read(String body) {
        return read(Docx.of(body));
    }

    private static Outline read(Docx file) {
        return WordFile.read(file.bytes()).outline();
    }

    private static List<String> texts(Docx file) {
        return read(file).passages().stream().map(Passage::text).toList();
    }

    private static String only(Docx file) {
        List<String> texts = texts(file);
        assertEquals(1, texts.size(), texts.toString());
        return texts.get(0);
    }

    private static Map<Kind, Integer> findings(Docx file) {
        return WordFile.read(file.bytes()).findings().stream().collect(Collectors.toMap(Finding::kind, Finding::count));
    }
}
