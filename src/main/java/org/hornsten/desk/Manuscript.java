package org.hornsten.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hornsten.document.Imported;
import org.hornsten.document.Unreadable;
import org.hornsten.document.WordFile;
import org.hornsten.draft.WorkingText;
import org.hornsten.kit.Refused;
import org.hornsten.text.Markdown;
import org.hornsten.text.Outline;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A text as somebody brings it: a file, or pasted. A file goes before pasted words. */
record Manuscript(FileUpload file, String pasted) {
    private static final int LARGEST = 10 * 1024 * 1024;
    private static final List<String> TEXT = List.of(".md", ".markdown", ".txt");

    boolean inFile() {
        return file != null && (file.size() > 0 || file.fileName() != null && !file.fileName().isEmpty());
    }

    boolean tooBig() {
        return inFile() && file.size() > LARGEST;
    }

    /** @throws Refused telling why the file is not taken, or that there is no text */
    Imported read() {
        if (tooBig()) throw new Refused("file", "document:unreadable", Unreadable.Reason.TOO_BIG);
        Imported read = inFile() ? readFile() : new Imported(Markdown.read(pasted == null ? "" : pasted), List.of());
        check(read.outline(), inFile() ? "file" : "markdown");
        return read;
    }

    private static void check(Outline text, String field) {
        if (text.passages().isEmpty()) throw new Refused(field, "draft:text_empty");
        if (text.text().length() > WorkingText.LONGEST)
            throw new Refused(field, "draft:text_long", WorkingText.LONGEST);
    }

    private Imported readFile() {
        try {
            byte[] bytes = Files.readAllBytes(file.uploadedFile());
            String name = file.fileName() == null ? "" : file.fileName().toLowerCase(Locale.ROOT);
            return TEXT.stream().anyMatch(name::endsWith) ? new Imported(Markdown.read(text(bytes)), List.of())
                    : WordFile.read(bytes);
        } catch (Unreadable refused) {
            throw new Refused("file", "document:unreadable", refused.reason());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') >= 0) throw new Refused("file", "desk:file_not_text");
            return text;
        } catch (CharacterCodingException other) {
            throw new Refused("file", "desk:file_not_text");
        }
    }

    /** The first of several files that came, or nothing but the pasted words. */
    static Manuscript of(List<FileUpload> files, String pasted) {
        return new Manuscript(files == null ? null : files.stream().findFirst().orElse(null), pasted);
    }

    /** Sections as typed into one field; a heading of the first level is a section like the others here. */
    static List<org.hornsten.text.Section> sections(String markdown) {
        Outline read = Markdown.read(markdown == null ? "" : markdown);
        if (read.title().isEmpty()) return read.sections();
        boolean headless = !read.sections().isEmpty() && read.sections().get(0).heading().isEmpty();
        var first = new org.hornsten.text.Section("", read.title(), 2,
                headless ? read.sections().get(0).passages() : List.of());
        return Stream.concat(Stream.of(first), read.sections().stream().skip(headless ? 1 : 0)).toList();
    }
}
