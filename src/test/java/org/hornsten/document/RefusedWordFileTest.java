package org.hornsten.document;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.hornsten.document.Docx.p;
import static org.hornsten.document.Docx.r;
import static org.hornsten.document.Docx.row;
import static org.hornsten.document.Unreadable.Reason.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.hornsten.document.Finding.Kind;
import org.hornsten.document.Unreadable.Reason;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusedWordFileTest {
    private static final String HELLO = p("", r("Hej"));
    private static final String NOBODY = "http://127.0.0.1:9/";
    // Text made to be deep or long in a test packs tighter than any that somebody wrote.
    private static final Limits ANY_RATIO = new Limits(10 << 20, 2_000, 100 << 20, 20 << 20, 8 << 20, 100_000, 2 << 20,
        200, 8, 200_000, Duration.ofSeconds(20));
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    @Test void what_is_no_word_file_is_told_so() {
        refuses(NOT_A_WORD_FILE, Docx.utf8("%PDF-1.7\n1 0 obj"));
        refuses(NOT_A_WORD_FILE, Docx.utf8("Hej, det här är text."));
        refuses(NOT_A_WORD_FILE, Docx.utf8("{\\rtf1 Hej}"));
        refuses(NOT_A_WORD_FILE, Docx.zip(Map.of("readme.txt", Docx.utf8("Hej"))));
        refuses(NOT_A_WORD_FILE, Docx.of(HELLO).mainType(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml").bytes());
    }

    @Test void nothing_is_told_as_empty() {
        refuses(EMPTY, new byte[0]);
        refuses(EMPTY, Docx.of("").bytes());
        refuses(EMPTY, Docx.of(p("Title", r("Bara en rubrik")) + p("", r("  \u00a0 "))).bytes());
    }

    @Test void an_old_word_file_and_a_locked_one_are_told_apart() {
        refuses(OLD_WORD_FILE, ole("WordDocument"));
        refuses(PASSWORD, ole("EncryptedPackage"));
        refuses(NOT_A_WORD_FILE, ole("Workbook"));
    }

    @Test void a_zip_with_a_password_is_told_so() {
        byte[] file = Docx.of(HELLO).bytes();
        forEachEntry(file, entry -> file[entry + 8] |= 1);
        refuses(PASSWORD, file);
    }

    @Test void a_file_above_10_MB_is_refused_after_as_many_bytes() throws IOException {
        byte[] file = Arrays.copyOf(Docx.of(HELLO).bytes(), 10 * 1024 * 1024 + 1);
        refuses(TOO_BIG, file);

        Endless endless = new Endless(50 * 1024 * 1024);
        assertEquals(TOO_BIG, assertThrows(Unreadable.class, () -> WordFile.read(endless)).reason());
        assertTrue(endless.given <= 10 * 1024 * 1024 + 1, "read " + endless.given);
    }

    @Test void a_file_of_2000_parts_is_read_and_one_more_is_refused() {
        assertEquals("Hej", WordFile.read(ofParts(2_000)).outline().passages().get(0).text());
        refuses(TOO_MANY_PARTS, ofParts(2_001));
    }

    @Test void a_bomb_is_refused_wherever_it_lies() {
        refuses(COMPRESSED_BOMB, Docx.of(HELLO).part("word/media/image1.png", new byte[60_000_000]).bytes());
        refuses(COMPRESSED_BOMB, Docx.of(HELLO + " ".repeat(8_000_000)).bytes());
    }

    @Test void more_than_100_MB_unpacked_is_refused_even_when_honestly_packed() {
        byte[] picture = new byte[13_000_000];
        Random noise = new Random(1);
        for (int each = 0; each < picture.length; each += 40) picture[each] = (byte) noise.nextInt();
        Docx file = Docx.of(HELLO);
        for (int each = 0; each < 9; each++) file.part("word/media/image" + each + ".png", picture);
        byte[] bytes = file.bytes();
        assertTrue(bytes.length < 10 * 1024 * 1024 && bytes.length > 9 * 13_000_000 / 100, "ratio is within bounds");
        refuses(COMPRESSED_BOMB, bytes);
    }

    @Test void a_bomb_that_lies_about_its_size_is_refused_when_it_goes_off() {
        byte[] file = Docx.of(HELLO + " ".repeat(8_000_000)).bytes();
        forEachEntry(file, entry -> little(file).putInt(entry + 24, Math.min(little(file).getInt(entry + 24), 900)));
        refuses(COMPRESSED_BOMB, file);
    }

    @Test void entries_that_share_their_data_are_a_bomb() {
        Docx shared = Docx.of(HELLO);
        byte[] noise = new byte[3_000];
        new Random(1).nextBytes(noise);
        shared.part("word/media/a.png", noise);
        for (int each = 0; each < 20; each++) shared.part("word/media/b" + each + ".png", new byte[1]);
        byte[] file = shared.bytes();
        forEachEntry(file, entry -> little(file).putInt(entry + 20, 3_000));
        refuses(COMPRESSED_BOMB, file);
    }

    @Test void files_inside_the_file_are_refused_by_name() {
        for (String name : List.of("word/embeddings/oleObject1.bin", "word/embeddings/Budget.xlsx",
            "word/activeX/activeX1.xml", "word/media/inner.zip", "word/afchunk.mht", "customXml/run.exe")) {
            assertEquals(name, refuses(EMBEDDED_FILES, Docx.of(HELLO).part(name, Docx.zip(Map.of())).bytes()).part());
        }
        refuses(EMBEDDED_FILES, Docx.of(HELLO).part("word/plain.bin", "x")
            .type("word/plain.bin", "application/vnd.openxmlformats-officedocument.oleObject").bytes());
        refuses(EMBEDDED_FILES, Docx.of(HELLO + "<w:altChunk r:id=\"a\"/>").bytes());
    }

    @Test void the_name_of_a_refused_part_is_harmless_to_show() {
        Docx file = Docx.of(HELLO).part("word/embeddings/<script>'\r\n" + "a".repeat(200) + ".bin", "x");
        String part = refuses(EMBEDDED_FILES, file.bytes()).part();
        assertTrue(part.length() <= 100 && part.startsWith("word/embeddings/?script????a"), part);
    }

    @Test void macros_are_refused_by_name_and_by_kind() {
        refuses(MACROS, Docx.of(HELLO).part("word/vbaProject.bin", "x").bytes());
        refuses(MACROS, Docx.of(HELLO).part("word/innocent.bin", "x")
            .type("word/innocent.bin", "application/vnd.ms-office.vbaProject").bytes());
        refuses(MACROS, Docx.of(HELLO).mainType("application/vnd.ms-word.document.macroEnabled.main+xml").bytes());
    }

    @Test void a_document_type_is_refused_and_none_of_its_addresses_is_asked() throws IOException {
        try (Listener listener = new Listener()) {
            refuses(DOCTYPE, typed("<!DOCTYPE w [<!ENTITY x SYSTEM \"" + listener.address() + "\">]>", "&x;"));
            refuses(DOCTYPE, typed("<!DOCTYPE w SYSTEM \"" + listener.address() + "\">", "Hej"));
            refuses(DOCTYPE, typed("<!DOCTYPE w [<!ENTITY % x SYSTEM \"" + listener.address() + "\"> %x;]>", "Hej"));
            refuses(DOCTYPE, typed("<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "&x;"));
            assertTrue(listener.heardNothing());
        }
    }

    @Test void a_billion_laughs_are_refused_at_the_first() {
        StringBuilder type = new StringBuilder("<!DOCTYPE w [<!ENTITY l0 \"ha\">");
        for (int each = 1; each < 10; each++) {
            String tenfold = ("&l" + (each - 1) + ";").repeat(10);
            type.append("<!ENTITY l").append(each).append(" \"").append(tenfold).append("\">");
        }
        refuses(DOCTYPE, typed(type.append("]>").toString(), "&l9;"));
        refuses(DOCTYPE, Docx.of(HELLO).beside("styles", "").part("word/styles.xml", type + "<s>&l9;</s>").bytes());
    }

    @Test void what_the_file_points_at_outside_is_never_fetched_but_told() throws IOException {
        try (Listener listener = new Listener()) {
            byte[] file = Docx.of(HELLO + "<w:r><w:drawing/></w:r>")
                .outside("t", "attachedTemplate", listener.address()).outside("i", "image", listener.address())
                .outside("s", "styles", listener.address()).outside("h", "hyperlink", "https://hornsten.org").bytes();
            assertEquals(List.of(new Finding(Kind.LINKED_FILES, 3)), WordFile.read(file).findings());
            assertTrue(listener.heardNothing());
        }
    }

    @Test void a_hundred_tables_in_each_other_are_too_deep_and_eight_are_not() {
        refuses(TOO_DEEP, Docx.of(nested(100)).bytes());
        refuses(TOO_DEEP, Docx.of(nested(9)).bytes());
        assertEquals("Hej", WordFile.read(Docx.of(nested(8)).bytes()).outline().passages().get(0).text());
    }

    @Test void a_hundred_thousand_elements_in_each_other_are_too_deep() {
        for (String name : List.of("w:sdt", "w:ins", "w:smartTag", "a:x")) {
            String deep = ("<" + name + ">").repeat(100_000) + ("</" + name + ">").repeat(100_000);
            refuses(TOO_DEEP, Docx.of(deep + HELLO).bytes(), ANY_RATIO);
            refuses(TOO_DEEP, Docx.of("<w:p><w:r>" + deep + "</w:r>" + deep + "</w:p>").bytes(), ANY_RATIO);
        }
    }

    @Test void more_text_than_a_draft_holds_is_too_long() {
        refuses(TOO_LONG, Docx.of(p("", r("Hej du. ".repeat(25_001)))).bytes());
        refuses(TOO_LONG, Docx.of(p("", r("Hej du.")).repeat(30_000)).bytes(), ANY_RATIO);
        byte[] just = Docx.of(p("", r("Hej du. ".repeat(25_000)))).bytes();
        assertEquals(1, WordFile.read(just).outline().passages().size());
    }

    @Test void a_long_address_used_often_counts_as_the_text_it_becomes() {
        String two = "<w:hyperlink r:id=\"a\">" + r("x") + "</w:hyperlink>"
            + "<w:hyperlink r:id=\"b\">" + r("y") + "</w:hyperlink>";
        refuses(TOO_LONG, Docx.of("<w:p>" + two.repeat(1_000) + "</w:p>")
            .outside("a", "hyperlink", "https://a.fi/" + "a".repeat(1_900))
            .outside("b", "hyperlink", "https://b.fi/" + "b".repeat(1_900)).bytes());
    }

    @Test void emptiness_without_end_fills_no_memory() {
        String field = "<w:fldChar w:fldCharType=\"begin\"/><w:fldChar w:fldCharType=\"separate\"/>";
        refuses(TOO_DEEP, Docx.of("<w:p><w:r>" + field.repeat(100_000) + "</w:r></w:p>").bytes(), ANY_RATIO);
        refuses(TOO_LONG, Docx.of("<w:p><w:r>" + "<w:tab/>".repeat(2_000_000) + "</w:r></w:p>").bytes(), ANY_RATIO);
        String cells = "<w:tbl><w:tr>" + "<w:tc/>".repeat(2_000_000) + "</w:tr></w:tbl>";
        refuses(TOO_LONG, Docx.of(cells).bytes(), ANY_RATIO);
        refuses(EMPTY, Docx.of("<w:p/>".repeat(2_000_000)).bytes(), ANY_RATIO);
    }

    @Test void reading_stops_when_the_time_is_up() {
        byte[] large = Docx.of("<w:bookmarkStart w:id=\"1\"/><w:proofErr/>".repeat(500_000) + HELLO).bytes();
        refuses(TOO_SLOW, large, ANY_RATIO.within(Duration.ofMillis(30)));
        assertEquals(1, WordFile.read(large, ANY_RATIO).outline().passages().size());
    }

    @Test void half_a_file_is_damaged() {
        byte[] file = WordFileTest.honest().bytes();
        refuses(DAMAGED, Arrays.copyOf(file, file.length / 2));
        refuses(DAMAGED, Arrays.copyOf(file, file.length - 1));
        refuses(DAMAGED, Arrays.copyOf(file, 4));
    }

    @Test void a_file_with_broken_parts_is_damaged() {
        refuses(DAMAGED, Docx.of(HELLO).part("word/document.xml", "<w:document").bytes());
        refuses(DAMAGED, Docx.of(HELLO).part("word/document.xml", "").bytes());
        refuses(DAMAGED, Docx.of(HELLO).part("_rels/.rels", Docx.relationships("")).bytes());
        byte[] notUtf8 = {'<', 'a', '>', (byte) 0xC3, '<'};
        refuses(DAMAGED, Docx.of(HELLO).part("word/document.xml", notUtf8).bytes());
    }

    @Test void two_parts_of_one_name_are_damage_whichever_is_meant() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("word/DOCUMENT.xml", Docx.utf8("<a/>"));
        Docx file = Docx.of(HELLO);
        parts.forEach(file::part);
        refuses(DAMAGED, file.bytes());
    }

    @Test void no_file_is_left_behind(@TempDir Path files, @TempDir Path temporary) throws Exception {
        Files.write(files.resolve("honest"), WordFileTest.honest().bytes());
        Files.write(files.resolve("bomb"), Docx.of(HELLO).part("word/media/a.png", new byte[60_000_000]).bytes());
        Files.write(files.resolve("half"), Arrays.copyOf(WordFileTest.honest().bytes(), 2_000));
        Files.write(files.resolve("typed"), typed("<!DOCTYPE w SYSTEM \"" + NOBODY + "\">", "Hej"));
        Process reader = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:-UsePerfData", "-Djava.io.tmpdir=" + temporary, "-cp", System.getProperty("java.class.path"),
            Reader.class.getName(), files.toString()).redirectErrorStream(true).start();
        String said = new String(reader.getInputStream().readAllBytes());
        assertTrue(reader.waitFor(60, TimeUnit.SECONDS));
        assertEquals("COMPRESSED_BOMB DAMAGED DOCTYPE read ", said);
        try (var left = Files.list(temporary)) {
            assertEquals(List.of(), left.toList());
        }
    }

    /** Reads all files of a folder in a Java of its own, whose temporary folder nobody else uses. */
    static final class Reader {
        public static void main(String[] folder) throws IOException {
            try (var files = Files.list(Path.of(folder[0]))) {
                files.map(Reader::read).sorted().forEach(said -> System.out.print(said + " "));
            }
        }

        private static String read(Path file) {
            try (InputStream bytes = Files.newInputStream(file)) {
                WordFile.read(bytes);
                return "read";
            } catch (Unreadable refused) {
                return refused.reason().name();
            } catch (IOException unreadable) {
                return unreadable.toString();
            }
        }
    }

    private static Unreadable refuses(Reason reason, byte[] file) {
        return refuses(reason, file, Limits.USUAL);
    }

    private static Unreadable refuses(Reason reason, byte[] file, Limits limits) {
        Unreadable refused = assertTimeoutPreemptively(Duration.ofSeconds(20),
            () -> assertThrows(Unreadable.class, () -> WordFile.read(file, limits)));
        assertEquals(reason, refused.reason(), refused.part());
        return refused;
    }

    private static byte[] typed(String doctype, String text) {
        String document = Docx.root("document", "<w:body><w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:body>");
        return Docx.of("").part("word/document.xml", document.replaceFirst("\\?>", "?>" + doctype)).bytes();
    }

    private static String nested(int tables) {
        return tables == 0 ? HELLO : "<w:tbl>" + row(nested(tables - 1)) + "</w:tbl>";
    }

    private static byte[] ofParts(int count) {
        Docx file = Docx.of(HELLO);
        for (int each = 4; each < count; each++) file.part("word/media/" + each + ".png", "");
        return file.bytes();
    }

    private static byte[] ole(String name) {
        byte[] file = new byte[2_048];
        System.arraycopy(OLE, 0, file, 0, OLE.length);
        byte[] entry = name.getBytes(UTF_16LE);
        System.arraycopy(entry, 0, file, 512 + 128, entry.length);
        return file;
    }

    private interface Forger {
        void change(int entry);
    }

    /** Where each entry of the zip's directory begins. */
    private static void forEachEntry(byte[] file, Forger forger) {
        ByteBuffer zip = little(file);
        int end = file.length - 22;
        int at = zip.getInt(end + 16);
        while (at < end) {
            int next = at + 46 + zip.getShort(at + 28) + zip.getShort(at + 30) + zip.getShort(at + 32);
            forger.change(at);
            at = next;
        }
    }

    private static ByteBuffer little(byte[] file) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static final class Endless extends InputStream {
        private final int size;
        private int given;

        private Endless(int size) {
            this.size = size;
        }

        @Override public int read() {
            return given == size ? -1 : given++ & 0;
        }
    }

    /** Somebody on this machine who would notice being asked. */
    private static final class Listener implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

        private Listener() throws IOException {
            socket.setSoTimeout(200);
        }

        private String address() {
            return "http://127.0.0.1:" + socket.getLocalPort() + "/a.dtd";
        }

        private boolean heardNothing() throws IOException {
            try {
                socket.accept().close();
                return false;
            } catch (SocketTimeoutException silence) {
                return true;
            }
        }

        @Override public void close() throws IOException {
            socket.close();
        }
    }
}
