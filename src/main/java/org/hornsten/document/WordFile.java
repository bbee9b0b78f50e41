package org.hornsten.document;

import static org.hornsten.document.Unreadable.Reason.BUSY;
import static org.hornsten.document.Unreadable.Reason.DAMAGED;
import static org.hornsten.document.Unreadable.Reason.EMPTY;
import static org.hornsten.document.Unreadable.Reason.NOT_A_WORD_FILE;
import static org.hornsten.document.Unreadable.Reason.OLD_WORD_FILE;
import static org.hornsten.document.Unreadable.Reason.PASSWORD;
import static org.hornsten.document.Unreadable.Reason.TOO_BIG;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hornsten.text.Outline;

/**
 * A Word file (.docx, .dotx) as somebody sends it: taken in as text, or refused with the reason. Nothing but memory is
 * used, and of that a bounded amount; no address in the file is ever followed.
 */
public final class WordFile {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final int OLE_ENTRY = 128;

    // Two readers at a time: what one hostile file may use of memory is bounded, so what many may use is too.
    private static final Semaphore DESKS = new Semaphore(2, true);

    private WordFile() {}

    /**
     * Reads a file up to its end or the limit of size, whichever comes first; does not close it.
     *
     * @throws Unreadable when it is refused
     * @throws IOException when the stream itself fails, which says nothing of the file
     */
    public static Imported read(InputStream file) throws IOException {
        return read(file.readNBytes(Limits.USUAL.fileBytes() + 1));
    }

    /**
     * The text of a file: its title, else the single first-level heading it begins with; sections by its headings,
     * from level 2; passages without ids.
     *
     * @throws Unreadable when it is refused
     */
    public static Imported read(byte[] file) {
        return read(file, Limits.USUAL);
    }

    static Imported read(byte[] file, Limits limits) {
        if (file.length > limits.fileBytes()) throw new Unreadable(TOO_BIG);
        refuseOthers(file);

        Limits.Deadline deadline = limits.start();
        takeDesk(deadline);
        try {
            return read(new Envelope(new Parts(file, limits, deadline), limits, deadline), limits);
        } catch (Unreadable refused) {
            throw refused;
        } catch (RuntimeException broken) {
            // The JDK's XML reader is known to stumble over some broken files instead of saying that they are broken.
            throw new Unreadable(DAMAGED);
        } finally {
            DESKS.release();
        }
    }

    private static Imported read(Envelope envelope, Limits limits) {
        String document = envelope.document();
        Relations relations = envelope.relations(document);
        Findings findings = new Findings();
        Styles styles = new Styles();
        Numbering numbering = new Numbering();
        relations.parts("styles").forEach(part -> styles.read(envelope.xml(part)));
        relations.parts("numbering").forEach(part -> numbering.read(envelope.xml(part)));
        List<Block> blocks = new Body(envelope.text(document), relations, styles, numbering, findings, limits).read();
        envelope.countLuggage(relations, findings);

        Outline outline = new Chapters(blocks, findings).outline();
        if (outline.sections().isEmpty()) throw new Unreadable(EMPTY);
        return new Imported(outline, findings.list());
    }

    private static void refuseOthers(byte[] file) {
        if (file.length == 0) throw new Unreadable(EMPTY);
        if (begins(file, 0, OLE)) throw new Unreadable(insideOle(file));
        if (!begins(file, 0, ZIP)) throw new Unreadable(NOT_A_WORD_FILE);
    }

    // Both an old Word file and a new one with a password are OLE files; the names in the directory, which stand at
    // every 128th byte, tell them apart (MS-CFB 2.6.1, MS-OFFCRYPTO 2.3.4.4).
    private static Unreadable.Reason insideOle(byte[] file) {
        if (hasOleEntry(file, "EncryptedPackage")) return PASSWORD;
        return hasOleEntry(file, "WordDocument") ? OLD_WORD_FILE : NOT_A_WORD_FILE;
    }

    private static boolean hasOleEntry(byte[] file, String name) {
        byte[] wanted = (name + '\0').getBytes(StandardCharsets.UTF_16LE);
        for (int at = 0; at < file.length; at += OLE_ENTRY) {
            if (begins(file, at, wanted)) return true;
        }
        return false;
    }

    private static boolean begins(byte[] file, int at, byte[] sign) {
        return at + sign.length <= file.length
            && Arrays.equals(file, at, at + sign.length, sign, 0, sign.length);
    }

    private static void takeDesk(Limits.Deadline deadline) {
        try {
            if (!DESKS.tryAcquire(deadline.left(), TimeUnit.NANOSECONDS)) throw new Unreadable(BUSY);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Unreadable(BUSY);
        }
    }
}
