package org.hornsten.document;

import java.time.Duration;

/**
 * How much of a file is read before it is refused.
 *
 * @param fileBytes     the file as sent
 * @param parts         entries in the zip
 * @param unpackedBytes all parts together, unpacked
 * @param documentBytes the part with the text, unpacked
 * @param partBytes     any other part that is read, unpacked; most parts are never unpacked
 * @param ratio         unpacked bytes for each packed one
 * @param honestBytes   up to here a part may be packed as tightly as it likes: a long table of like rows is honest
 * @param depth         elements inside elements
 * @param tables        tables inside tables
 * @param characters    text of all passages and headings, and the addresses of their links
 * @param time          wall time for all of it
 */
record Limits(int fileBytes, int parts, long unpackedBytes, int documentBytes, int partBytes, int ratio,
              int honestBytes, int depth, int tables, int characters, Duration time) {
    private static final int MB = 1024 * 1024;

    static final Limits USUAL =
        new Limits(10 * MB, 2_000, 100 * MB, 20 * MB, 8 * MB, 100, 2 * MB, 200, 8, 200_000, Duration.ofSeconds(20));

    Deadline start() {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    Limits within(Duration time) {
        return new Limits(fileBytes, parts, unpackedBytes, documentBytes, partBytes, ratio, honestBytes, depth, tables,
            characters, time);
    }

    /** The moment, on the machine's steady clock, when patience ends. */
    record Deadline(long nanos) {
        long left() {
            return nanos - System.nanoTime();
        }

        void check() {
            if (left() <= 0) throw new Unreadable(Unreadable.Reason.TOO_SLOW);
        }
    }
}
