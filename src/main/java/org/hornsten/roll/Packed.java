package org.hornsten.roll;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.hornsten.document.Table;
import org.hornsten.kit.Refused;

/**
 * A file as it travels with the form that shows what it would do, so that it is not kept here until somebody says yes.
 */
final class Packed {
    /** A form takes 1 MB in all. */
    private static final int LONGEST = 900_000;

    private Packed() {}

    static String of(byte[] file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        String packed = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
        if (packed.length() > LONGEST) throw new Refused("file", "roll:file_long");
        return packed;
    }

    /** @throws Refused where it is not what was given out, or more than a table may be */
    static byte[] open(String packed) {
        if (packed == null || packed.length() > LONGEST) throw new Refused("file", "roll:file_missing");
        try (GZIPInputStream unpacking = new GZIPInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(packed)))) {
            return unpacking.readNBytes(Table.LARGEST + 1);
        } catch (IOException | IllegalArgumentException other) {
            throw new Refused("file", "roll:file_missing");
        }
    }
}
