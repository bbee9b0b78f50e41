package org.hornsten.handout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.hornsten.document.Unreadable;
import org.hornsten.document.WordFile;
import org.hornsten.kit.Refused;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A file as somebody brings it, known by what stands in it: its name and what a browser says of it are only claims. */
record Brought(Handout.Kind kind, byte[] bytes) {
    static final int LARGEST = 10 * 1024 * 1024;
    private static final byte[] PDF = signs("%PDF-");
    private static final byte[] PDF_END = signs("%%EOF");
    private static final byte[] PDF_LOCK = signs("/Encrypt");
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] PNG_END = signs("IEND");
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] JPEG_END = {(byte) 0xFF, (byte) 0xD9};
    /** Where a PDF file's last words stand, as other readers look for them (ISO 32000-1, annex H.3). */
    private static final int TAIL = 1024;

    /** @throws Refused telling why the file is not taken */
    static Brought of(FileUpload file) {
        if (file == null || file.fileName() == null || file.fileName().isEmpty())
            throw new Refused("file", "handout:file_missing");
        if (file.size() > LARGEST) throw new Refused("file", "handout:file_big");
        try {
            return of(Files.readAllBytes(file.uploadedFile()));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    static Brought of(byte[] bytes) {
        if (bytes.length == 0) throw new Refused("file", "handout:file_empty");
        if (bytes.length > LARGEST) throw new Refused("file", "handout:file_big");
        if (starts(bytes, PDF)) return pdf(bytes);
        if (starts(bytes, ZIP) || starts(bytes, OLE)) return word(bytes);
        if (starts(bytes, PNG)) return picture(Handout.Kind.PNG, bytes, PNG_END);
        if (starts(bytes, JPEG)) return picture(Handout.Kind.JPEG, bytes, JPEG_END);
        throw new Refused("file", "handout:file_kind");
    }

    private static Brought pdf(byte[] bytes) {
        byte[] tail = Arrays.copyOfRange(bytes, Math.max(0, bytes.length - TAIL), bytes.length);
        if (!holds(tail, PDF_END)) throw new Refused("file", "handout:file_damaged");
        if (holds(bytes, PDF_LOCK)) throw new Refused("file", "handout:file_locked");
        return new Brought(Handout.Kind.PDF, bytes);
    }

    private static Brought word(byte[] bytes) {
        try {
            WordFile.read(bytes);
        } catch (Unreadable refused) {
            switch (refused.reason()) {
                case EMPTY, TOO_LONG -> { }
                case NOT_A_WORD_FILE -> throw new Refused("file", "handout:file_kind");
                default -> throw new Refused("file", "document:unreadable", refused.reason());
            }
        }
        return new Brought(Handout.Kind.WORD, bytes);
    }

    // Only its head is read: how large a picture unpacks is for whoever opens it.
    private static Brought picture(Handout.Kind kind, byte[] bytes, byte[] end) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext() || !holds(bytes, end)) throw new Refused("file", "handout:file_damaged");
            ImageReader reader = readers.next();
            reader.setInput(in, true, true);
            if (reader.getWidth(0) < 1 || reader.getHeight(0) < 1) throw new Refused("file", "handout:file_damaged");
            reader.dispose();
            return new Brought(kind, bytes);
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException broken) {
            throw new Refused("file", "handout:file_damaged");
        }
    }

    static Brought first(List<FileUpload> files) {
        return of(files == null ? null : files.stream().findFirst().orElse(null));
    }

    private static boolean starts(byte[] bytes, byte[] signs) {
        return bytes.length >= signs.length && Arrays.equals(bytes, 0, signs.length, signs, 0, signs.length);
    }

    private static boolean holds(byte[] bytes, byte[] signs) {
        for (int at = 0; at + signs.length <= bytes.length; at++)
            if (Arrays.equals(bytes, at, at + signs.length, signs, 0, signs.length)) return true;
        return false;
    }

    private static byte[] signs(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
