package org.hornsten.handout;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.hornsten.Browser;
import org.hornsten.Meeting;
import org.hornsten.Statements;
import org.hornsten.World;
import org.hornsten.document.Docx;
import org.hornsten.ledger.Entry;
import org.hornsten.project.Project;
import org.hornsten.workshop.Workshop;
import org.junit.jupiter.api.Test;

import static org.hornsten.Browser.as;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Files for a workshop: brought by staff, known by what stands in them, fetched by who may see the workshop. */
@QuarkusTest
class HandoutTest {
    private static final byte[] PDF = ascii("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< >>\n%%EOF\n");

    /** The beginning of a spreadsheet, or of any other zip. */
    private static final byte[] SHEET = {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0};

    @Test
    void a_file_is_listed_with_kind_and_size_and_fetched_as_it_was_brought() {
        Workshop workshop = Meeting.planned(World.project(), null);
        Browser fanny = as(World.fanny());
        lay(fanny, workshop, "x.pdf", PDF, "Förslaget på en sida", Map.of("suits", "large")).is(303).follow()
                .shows("Förslaget på en sida").shows("(PDF, 1 kB)").shows("med stor stil");
        Browser pekka = as(World.pekka()).reading("sv");
        Browser.Page page = pekka.get(workshop.path()).is(200).shows("Förslaget på en sida (PDF, 1 kB) med stor stil");
        Response file = pekka.get(page.document().select("a[download]").attr("href")).is(200).response;
        assertArrayEquals(PDF, file.asByteArray());
        assertEquals("attachment; filename=\"Forslaget-pa-en-sida.pdf\"", file.header("Content-Disposition"));
        assertEquals("nosniff", file.header("X-Content-Type-Options"));
        assertEquals("application/pdf", file.contentType());
        assertTrue(file.header("Cache-Control").contains("no-store"), file.header("Cache-Control"));
        assertEquals(1, entries("brought", workshop));
    }

    @Test
    void a_file_is_what_stands_in_it_whatever_it_is_called() throws IOException {
        Workshop workshop = Meeting.planned(World.project(), null);
        Browser fanny = as(World.fanny());
        Map<String, byte[]> good = new LinkedHashMap<>(Map.of("PDF", PDF, "PNG", picture("png"), "JPEG",
                picture("jpg"), "WORD", Docx.of(Docx.p("", Docx.r("Hej"))).bytes()));
        good.forEach((kind, bytes) -> lay(fanny, workshop, "virus.exe", bytes, kind, Map.of()).is(303));
        assertEquals(List.of("JPEG", "PDF", "PNG", "WORD"), World.act(() -> Handout.of(workshop).stream()
                .map(handout -> handout.kind.name()).sorted().toList()));
        World.act(() -> Handout.of(workshop)).forEach(handout -> assertEquals(handout.title, handout.kind.name()));
    }

    @Test
    void what_cannot_be_taken_is_refused_in_words_and_nothing_is_stored() throws IOException {
        Workshop workshop = Meeting.planned(World.project(), null);
        Browser fanny = as(World.fanny());
        byte[] big = Arrays.copyOf(PDF, Brought.LARGEST + 1);
        Map<String, byte[]> bad = new LinkedHashMap<>();
        bad.put("Filen är tom", new byte[0]);
        bad.put("Filen är större än 10 MB", big);
        bad.put("Det här är varken PDF", ascii("<html><script>alert(1)</script></html>"));
        bad.put("Filen är skadad eller avkapad", Arrays.copyOf(PDF, 40));
        bad.put("Filen är låst", ascii(new String(PDF, StandardCharsets.US_ASCII)
                .replace("<< >>", "<< /Encrypt 4 0 R >>")));
        bad.put("Filen innehåller makron", Docx.of(Docx.p("", Docx.r("Hej"))).part("word/vbaProject.bin", "x").bytes());
        bad.forEach((words, bytes) -> assertRefused(words, lay(fanny, workshop, "fil.pdf", bytes, "Min fil", Map.of())));
        byte[] picture = picture("png");
        assertRefused("Filen är skadad", lay(fanny, workshop, "bild.png", Arrays.copyOf(picture, picture.length / 2),
                "Min bild", Map.of()));
        lay(fanny, workshop, "ark.docx", SHEET, "Ark", Map.of()).is(422).refuses("file");
        lay(fanny, workshop, "fil.pdf", PDF, " ", Map.of()).is(422).refuses("title");
        lay(fanny, workshop, "fil.pdf", PDF, "x".repeat(201), Map.of()).is(422).refuses("title");
        lay(fanny, workshop, "fil.pdf", PDF, "Fil", Map.of("language", "xx")).is(422).refuses("language");
        fanny.get(workshop.path() + "/handouts").submit("main form", Map.of("title", "Ingen fil")).is(422)
                .refuses("file");
        assertEquals(0, (long) World.act(() -> Handout.count("workshop", workshop)));
        assertEquals("Min fil", lay(fanny, workshop, "x", new byte[0], "Min fil", Map.of()).document()
                .select("input[name=title]").val());
    }

    @Test
    void a_file_is_taken_away_until_the_workshop_begins_and_stays_afterwards() {
        Workshop workshop = Meeting.planned(World.project(), null);
        Browser fanny = as(World.fanny());
        lay(fanny, workshop, "a.pdf", PDF, "Bort", Map.of()).is(303);
        lay(fanny, workshop, "b.pdf", PDF, "Kvar", Map.of()).is(303);
        Browser.Page page = fanny.get(workshop.path() + "/handouts");
        page.submit("form[action$=/removal]", Map.of()).is(303).follow().hides("Bort").shows("Kvar");
        assertEquals(1, entries("takenaway", workshop));
        assertEquals(1, (long) World.act(() -> Content.count("handoutId in (select h.id from Handout h where"
                + " h.workshop = ?1)", workshop)));
        Browser.Page left = fanny.get(workshop.path() + "/handouts");
        Meeting.shift(workshop, Duration.ofDays(-11));
        String told = left.submit("form[action$=/removal]", Map.of()).is(422).document().text();
        assertTrue(told.contains("Workshoppen har börjat"), told);
        fanny.get(workshop.path() + "/handouts").shows("Kvar");
        assertEquals(0, fanny.get(workshop.path() + "/handouts").document().select("form[action$=/removal]").size());
    }

    @Test
    void who_may_not_see_the_workshop_fetches_nothing() {
        Project project = World.project();
        Workshop workshop = Meeting.planned(project, null);
        lay(as(World.fanny()), workshop, "a.pdf", PDF, "Hemligt", Map.of()).is(303);
        String path = World.act(() -> Handout.of(workshop).get(0).path());
        assertEquals(200, as(World.pekka()).tried("GET", path));
        assertEquals(404, as(World.oskar()).tried("GET", path));
        assertEquals(303, Browser.nobody().tried("GET", path), "to the sign-in page");
        assertEquals(404, as(World.pekka()).tried("POST", path + "/removal"));
        Workshop other = Meeting.planned(World.project(), null);
        assertEquals(404, as(World.fanny()).tried("GET", other.path() + path.substring(path.indexOf("/handouts"))));
    }

    @Test
    void pressing_twice_lays_one_file_and_there_are_never_more_than_there_may_be() {
        Workshop workshop = Meeting.planned(World.project(), null);
        Browser fanny = as(World.fanny());
        Map<String, String> once = Map.of("submission", "samma-fil-" + workshop.publicId);
        lay(fanny, workshop, "a.pdf", PDF, "En", once).is(303);
        lay(fanny, workshop, "a.pdf", PDF, "En", once).is(303);
        assertEquals(1, (long) World.act(() -> Handout.count("workshop", workshop)));
        List<CompletableFuture<Integer>> many = IntStream.range(0, Handout.MOST + 4).mapToObj(i ->
                CompletableFuture.supplyAsync(() -> lay(as(World.fanny()), workshop, "a.pdf", PDF, "Fil " + i, Map.of())
                        .response.statusCode())).toList();
        assertEquals(5, many.stream().map(CompletableFuture::join).filter(status -> status == 422).count());
        assertEquals(Handout.MOST, (long) World.act(() -> Handout.count("workshop", workshop)));
        assertTrue(Statements.during(() -> fanny.get(workshop.path() + "/handouts")).size() <= 8);
        assertTrue(Statements.during(() -> fanny.get(workshop.path())).size() <= 8);
    }

    private static Browser.Page lay(Browser who, Workshop workshop, String name, byte[] file, String title,
                                    Map<String, String> more) {
        Map<String, String> typed = new LinkedHashMap<>(Map.of("title", title, "language", "sv"));
        typed.putAll(more);
        String path = workshop.path() + "/handouts";
        return who.upload(path, path, name, file, typed);
    }

    private static void assertRefused(String words, Browser.Page page) {
        page.is(422).refuses("file");
        assertTrue(page.document().text().contains(words), page.document().text());
    }

    private static long entries(String verb, Workshop workshop) {
        return World.act(() -> Entry.count("verb = ?1 and payload like ?2", verb, "%" + workshop.publicId + "%"));
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, out));
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
