package org.hornsten.document;

import static org.hornsten.document.Unreadable.Reason.COMPRESSED_BOMB;
import static org.hornsten.document.Unreadable.Reason.DAMAGED;
import static org.hornsten.document.Unreadable.Reason.PASSWORD;
import static org.hornsten.document.Unreadable.Reason.TOO_LONG;
import static org.hornsten.document.Unreadable.Reason.TOO_MANY_PARTS;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The parts of a zip file held in memory, found through its central directory as Word finds them (PKWARE APPNOTE 6.3,
 * 4.3.7, 4.3.12 and 4.3.16, without zip64, which no file under the size limit needs). {@code java.util.zip.ZipFile}
 * would want a file on disk, and {@code ZipInputStream} would unpack every part to find the one wanted and believes the
 * local headers, where another reader believes the directory.
 */
final class Parts {
    private static final int END = 0x06054b50, ENTRY = 0x02014b50, LOCAL = 0x04034b50;
    private static final int END_SIZE = 22, LONGEST_COMMENT = 0xFFFF, STORED = 0, DEFLATED = 8;

    private final ByteBuffer file;
    private final Limits limits;
    private final Limits.Deadline deadline;
    private final Map<String, Entry> entries = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private record Entry(int flags, int method, long crc, long packed, long unpacked, long at) {}

    Parts(byte[] file, Limits limits, Limits.Deadline deadline) {
        this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        this.limits = limits;
        this.deadline = deadline;
        readDirectory(findEnd());
        refuseBombs();
    }

    Set<String> names() {
        return entries.keySet();
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /** The part unpacked, checked against its checksum. */
    byte[] read(String name) {
        return read(name, limits.partBytes());
    }

    byte[] readDocument(String name) {
        return read(name, limits.documentBytes());
    }

    private byte[] read(String name, int most) {
        if (!has(name)) throw new Unreadable(DAMAGED, name);

        Entry entry = entries.get(name);
        if ((entry.flags & 1) != 0) throw new Unreadable(PASSWORD);
        if (entry.unpacked > most) throw new Unreadable(TOO_LONG, name);
        byte[] bytes = entry.method == STORED ? stored(entry) : inflated(entry, name);
        CRC32 sum = new CRC32();
        sum.update(bytes);
        if (sum.getValue() != entry.crc) throw new Unreadable(DAMAGED, name);
        return bytes;
    }

    private int findEnd() {
        int last = file.limit() - END_SIZE;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (file.getInt(at) == END && at + END_SIZE + two(at + 20) <= file.limit()) return at;
        }
        throw new Unreadable(DAMAGED);
    }

    private void readDirectory(int end) {
        int count = two(end + 10);
        if (count > limits.parts()) throw new Unreadable(TOO_MANY_PARTS);

        long at = four(end + 16);
        for (int each = 0; each < count; each++) at = readEntry(at, end);
    }

    private long readEntry(long from, int end) {
        if (from + 46 > end || file.getInt((int) from) != ENTRY) throw new Unreadable(DAMAGED);
        int at = (int) from;
        int nameLength = two(at + 28);
        long next = from + 46 + nameLength + two(at + 30) + two(at + 32);
        if (next > end) throw new Unreadable(DAMAGED);

        String name = new String(file.array(), at + 46, nameLength, StandardCharsets.UTF_8).replace('\\', '/');
        Entry entry = new Entry(two(at + 8), two(at + 10), four(at + 16), four(at + 20), four(at + 24), four(at + 42));
        // Of two parts of one name, two readers may take different ones.
        if (entries.put(name.startsWith("/") ? name.substring(1) : name, entry) != null) throw new Unreadable(DAMAGED);
        return next;
    }

    private void refuseBombs() {
        long packed = 0;
        long unpacked = 0;
        for (Entry each : entries.values()) {
            packed += each.packed;
            unpacked += each.unpacked;
            if (each.unpacked > most(each.packed)) throw new Unreadable(COMPRESSED_BOMB);
        }
        // More packed bytes than the file has: entries that share their data, which is how the best bombs are made.
        boolean shared = packed > file.limit();
        if (shared || unpacked > limits.unpackedBytes() || unpacked > most(packed)) {
            throw new Unreadable(COMPRESSED_BOMB);
        }
    }

    private long most(long packed) {
        return Math.max(limits.honestBytes(), packed * limits.ratio());
    }

    private byte[] stored(Entry entry) {
        byte[] bytes = new byte[(int) entry.packed];
        file.get(start(entry), bytes);
        return bytes;
    }

    private byte[] inflated(Entry entry, String name) {
        if (entry.method != DEFLATED) throw new Unreadable(DAMAGED, name);
        Inflater inflater = new Inflater(true);
        try {
            // A raw deflate stream wants one byte more than it has; the directory follows, so there always is one.
            inflater.setInput(file.array(), start(entry), (int) entry.packed + 1);
            return inflate(inflater, entry);
        } catch (DataFormatException broken) {
            throw new Unreadable(DAMAGED, name);
        } finally {
            inflater.end();
        }
    }

    private byte[] inflate(Inflater inflater, Entry entry) throws DataFormatException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] some = new byte[1 << 16];
        while (!inflater.finished()) {
            deadline.check();
            int count = inflater.inflate(some);
            if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) throw new Unreadable(DAMAGED);
            bytes.write(some, 0, count);
            // The directory told a lower size, by which the part passed the limits.
            if (bytes.size() > entry.unpacked) throw new Unreadable(COMPRESSED_BOMB);
        }
        return bytes.toByteArray();
    }

    private int start(Entry entry) {
        if (entry.at + 30 > file.limit() || file.getInt((int) entry.at) != LOCAL) throw new Unreadable(DAMAGED);
        int at = (int) entry.at;
        long start = entry.at + 30 + two(at + 26) + two(at + 28);
        if (start + entry.packed >= file.limit()) throw new Unreadable(DAMAGED);
        return (int) start;
    }

    private int two(int at) {
        return Short.toUnsignedInt(file.getShort(at));
    }

    private long four(int at) {
        return Integer.toUnsignedLong(file.getInt(at));
    }
}
