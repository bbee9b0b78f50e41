package org.hornsten.log;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.hornsten.ledger.Entry;
import org.hornsten.proof.Evidence;
import org.hornsten.proof.Hash;

/**
 * An entry of the ledger as the lines that are hashed, so that whoever has them can hash them with any tool. Six lines,
 * each with its end: the form's name, sequence, time (UTC, six decimals), actor (role, and pseudonym if there is one),
 * verb with kind and id of its object, payload.
 */
record Written(String lines) {
    private static final String FORM = "hornsten ledger entry 1";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    static Written of(Entry entry) {
        String actor = entry.actor == null ? entry.actorRole : entry.actorRole + " " + entry.actor;
        return new Written(String.join("\n", FORM, "" + entry.seq, TIME.format(entry.at), actor,
                entry.verb + " " + entry.aboutKind + " " + entry.aboutId, entry.payload) + "\n");
    }

    /** What stands in the log for it. */
    Hash stands(byte[] salt) {
        return Evidence.stands(lines, salt);
    }
}
