package org.hornsten.desk;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hornsten.Browser;
import org.hornsten.World;
import org.hornsten.draft.Draft;
import org.hornsten.project.Project;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.as;
import static org.hornsten.Browser.token;
import static org.hornsten.World.act;
import static org.hornsten.World.lena;
import static org.hornsten.World.linus;
import static org.hornsten.World.pekka;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** From a file or pasted words to a working copy, and every way in which a file can be wrong. */
@QuarkusTest
class StartPagesTest {
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    @Test
    void pasted_text_is_looked_at_before_it_is_kept() {
        Project project = World.project();
        Browser lena = as(lena());
        Browser.Page check = lena.post(project.path() + "/drafts/new", project.path() + "/drafts/preview", "markdown",
                World.TEXT).shows("Numret är öppet vardagar").shows("Rubriker: 2. Stycken: 5.");
        assertEquals(0, drafts(project), "only shown so far");
        Browser.Page kept = check.submit("form[action=" + project.path() + "/drafts]", Map.of());
        kept.follow().shows("Vi ringer tillbaka så snart vi hinner.");
        assertEquals(1, drafts(project));
    }

    @Test
    void keeping_the_same_form_twice_makes_one_draft() {
        Project project = World.project();
        Browser lena = as(lena());
        Browser.Page check = lena.post(project.path() + "/drafts/new", project.path() + "/drafts/preview", "markdown",
                World.TEXT);
        String first = check.submit("form[action=" + project.path() + "/drafts]", Map.of()).response.header("Location");
        String second = check.submit("form[action=" + project.path() + "/drafts]",
                Map.of()).response.header("Location");
        assertEquals(first, second);
        assertEquals(1, drafts(project));
    }

    @Test
    void an_empty_text_is_refused_beside_the_field_and_the_titles_stay() {
        Project project = World.project();
        Browser.Page again = as(lena()).post(project.path() + "/drafts/new", project.path() + "/drafts/preview",
                "markdown", " \n ", "title_sv", "Min titel").refuses("markdown");
        assertEquals("Min titel", again.document().select("[name=title_sv]").attr("value"));
        assertEquals(0, drafts(project));
    }

    @Test
    void a_text_without_any_title_asks_for_one() {
        Project project = World.project();
        as(lena()).post(project.path() + "/drafts/new", project.path() + "/drafts/preview", "markdown",
                "Bara ett stycke.").refuses("title_sv");
    }

    @Test
    void scripts_in_markdown_are_shown_as_text() {
        Project project = World.project();
        Document page = as(lena()).post(project.path() + "/drafts/new", project.path() + "/drafts/preview", "markdown",
                "# T\n\n<script>alert(1)</script>\n\nKlicka [här](javascript:alert(2)) <img src=x onerror=alert(3)>")
                .is(200).document();
        assertTrue(page.select(".outline script, .outline img, .outline a[href^=javascript]").isEmpty());
        assertTrue(page.select(".outline").text().contains("<script>alert(1)</script>"),
                page.select(".outline").text());
    }

    @Test
    void four_byte_signs_and_right_to_left_words_come_back_as_they_were() {
        Project project = World.project();
        String text = "# Titel\n\nGlad 😀 och 𝒶.\n\nשלום עולם مرحبا\n";
        String id = begun(project, text).jsonPath().getString("id");
        List<String> passages = Browser.api(lena()).get("/api/v1/drafts/" + id + "/working-copy").jsonPath()
                .getList("sections.passages.flatten().text");
        assertEquals(List.of("Glad 😀 och 𝒶.", "שלום עולם مرحبا"), passages);
    }

    @Test
    void a_word_file_becomes_sections_and_tells_what_it_lost() {
        Project project = World.project();
        Response answer = sent(project, "modell.docx",
                docx("<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>Modell"
                + "</w:t></w:r></w:p><w:p><w:r><w:t>Ett stycke.</w:t></w:r><w:r><w:del w:id=\"1\"><w:delText>x</w:delText></w:del></w:r></w:p>"));
        assertEquals(201, answer.statusCode(), answer.asString());
        assertEquals("Ett stycke.", answer.jsonPath().getString("sections.passages.flatten()[0].text"));
    }

    @Test
    void a_broken_an_old_a_foreign_and_a_binary_file_are_refused_with_a_sentence_each() {
        Project project = World.project();
        refused(project, "x.docx", new byte[] {'P', 'K', 3, 4, 9, 9}, "Filen är skadad");
        refused(project, "x.docx", "%PDF-1.7".getBytes(StandardCharsets.UTF_8), "ingen Word-fil");
        refused(project, "x.docx", new byte[0], "ingen text i filen");
        refused(project, "x.md", new byte[] {(byte) 0xff, (byte) 0xfe, 0}, "UTF-8");
        refused(project, "x.docm", zip(Map.of("[Content_Types].xml", "<Types/>", "word/vbaProject.bin", "x")), "");
        assertEquals(0, drafts(project));
    }

    @Test
    void a_zip_bomb_is_not_opened() {
        refused(World.project(), "bomb.docx", docx("<w:p><w:r><w:t>" + " ".repeat(60_000_000) + "</w:t></w:r></w:p>"),
                "");
    }

    @Test
    void a_file_over_ten_megabytes_is_too_big_and_so_is_one_of_fifty() {
        Project project = World.project();
        for (int megabytes : List.of(10, 50)) {
            byte[] big = new byte[megabytes * 1024 * 1024 + 10];
            Response answer = sent(project, "big.docx", big);
            assertEquals(413, answer.statusCode());
            assertTrue(answer.jsonPath().getString("detail").contains("10 MB"), answer.asString());
        }
        assertEquals(0, drafts(project));
    }

    @Test
    void the_page_says_it_beside_the_file_field_too() {
        Project project = World.project();
        Response answer = Uploading.as(lena(), project.path() + "/drafts/new", project.path() + "/drafts/preview",
                "x.docx", new byte[] {'P', 'K', 3, 4, 9});
        assertEquals(422, answer.statusCode());
        assertTrue(Jsoup.parse(answer.asString()).select("#file-error").text().contains("Filen är skadad"),
                answer.asString());
        Response big = Uploading.as(lena(), project.path() + "/drafts/new", project.path() + "/drafts/preview",
                "x.docx", new byte[10 * 1024 * 1024 + 10]);
        assertEquals(413, big.statusCode());
        assertTrue(Jsoup.parse(big.asString()).text().contains("10 MB"), big.asString());
    }

    @Test
    void only_the_projects_own_lead_begins_drafts() {
        Project project = World.project();
        assertEquals(404, as(pekka()).get(project.path() + "/drafts/new").response.statusCode());
        assertEquals(404, as(linus()).get(project.path() + "/drafts/new").response.statusCode());
        assertEquals(404, Browser.api(linus())
                .body(Map.of("title", Map.of("sv", "T"), "language", "sv", "markdown", "Hej"))
                .post("/api/v1/projects/" + project.slug + "/drafts").statusCode());
    }

    private static long drafts(Project project) {
        return act(() -> (long) Draft.of(project).size());
    }

    private static Response begun(Project project, String markdown) {
        Response answer = Browser.api(lena())
                .body(Map.of("title", Map.of("sv", "T"), "language", "sv", "markdown", markdown))
                .post("/api/v1/projects/" + project.slug + "/drafts");
        assertEquals(201, answer.statusCode(), answer.asString());
        return answer;
    }

    private static void refused(Project project, String name, byte[] file, String words) {
        Response answer = sent(project, name, file);
        assertEquals(422, answer.statusCode(), name + " " + answer.asString());
        assertEquals("file", answer.jsonPath().getString("errors[0].field"));
        assertTrue(answer.jsonPath().getString("errors[0].message").contains(words), answer.asString());
    }

    private static Response sent(Project project, String name, byte[] file) {
        return RestAssured.given().header("Authorization", "Bearer " + token(lena())).header("Accept-Language", "sv")
                .multiPart("file", name, file, "application/octet-stream").multiPart("language", "sv")
                .multiPart("title", "{\"sv\":\"Från fil\"}").post("/api/v1/projects/" + project.slug + "/drafts");
    }

    private static byte[] docx(String body) {
        return zip(Map.of(
                "[Content_Types].xml", """
                        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                        <Default Extension="xml" ContentType="application/xml"/>\
                        <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.\
                        wordprocessingml.document.main+xml"/></Types>""",
                "_rels/.rels", """
                        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" \
                        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
                        Target="word/document.xml"/></Relationships>""",
                "word/document.xml", "<?xml version=\"1.0\"?><w:document xmlns:w=\"" + WORD + "\"><w:body>" + body
                        + "</w:body></w:document>"));
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return bytes.toByteArray();
    }
}
