package org.hornsten.document;

import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is sent, it is either read or refused with a reason, soon. */
class BrokenWordFileTest {
    private static final byte[] HONEST = WordFileTest.honest().bytes();
    private static final Map<String, byte[]> PARTS = parts();
    private static final List<String> READ = List.of("[Content_Types].xml", "_rels/.rels", "word/document.xml",
        "word/_rels/document.xml.rels", "word/styles.xml", "word/numbering.xml", "word/comments.xml",
        "word/header.xml");

    @Property(tries = 300)
    void random_bytes_are_refused(@ForAll byte[] bytes, @ForAll boolean likeZip) {
        byte[] file = Arrays.copyOf(likeZip ? new byte[] {'P', 'K', 3, 4} : new byte[0], bytes.length + 4);
        System.arraycopy(bytes, 0, file, 4, bytes.length);
        assertTrue(!isRead(file));
    }

    @Property(tries = 300)
    void a_truncated_file_is_refused(@ForAll @IntRange(min = 0, max = 100_000) int length) {
        assertTrue(!isRead(Arrays.copyOf(HONEST, length % HONEST.length)));
    }

    @Property(tries = 2_000)
    void a_file_with_changed_bytes_is_read_or_refused(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 0, max = 1_000_000) Integer> places,
            @ForAll byte by) {
        byte[] file = HONEST.clone();
        places.forEach(place -> file[place % file.length] += by);
        isRead(file);
    }

    @Property(tries = 2_000)
    void a_file_with_changed_parts_is_read_or_refused(@ForAll @IntRange(min = 0, max = 7) int which,
            @ForAll @Size(min = 1, max = 10) List<@IntRange(min = 0, max = 1_000_000) Integer> places,
            @ForAll byte by) {
        Map<String, byte[]> parts = new LinkedHashMap<>(PARTS);
        byte[] part = parts.get(READ.get(which)).clone();
        places.forEach(place -> part[place % part.length] += by);
        parts.put(READ.get(which), part);
        isRead(Docx.zip(parts));
    }

    @Property(tries = 1_000)
    void a_file_with_pieces_cut_out_of_its_text_is_read_or_refused(
            @ForAll @IntRange(min = 0, max = 1_000_000) int from, @ForAll @IntRange(min = 1, max = 400) int length) {
        byte[] text = PARTS.get("word/document.xml");
        int start = from % text.length;
        byte[] cut = Arrays.copyOf(text, Math.max(start, text.length - length));
        int rest = Math.min(start + length, text.length);
        System.arraycopy(text, rest, cut, start, text.length - rest);
        Map<String, byte[]> parts = new LinkedHashMap<>(PARTS);
        parts.put("word/document.xml", cut);
        isRead(Docx.zip(parts));
    }

    /** Anything but an Imported or an Unreadable fails the test, as does dawdling. */
    private static boolean isRead(byte[] file) {
        return assertTimeout(Duration.ofSeconds(5), () -> {
            try {
                return !WordFile.read(file).outline().sections().isEmpty();
            } catch (Unreadable refused) {
                return false;
            }
        });
    }

    private static Map<String, byte[]> parts() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(HONEST))) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                parts.put(each.getName(), zip.readAllBytes());
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return parts;
    }
}
