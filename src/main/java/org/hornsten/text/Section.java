package org.hornsten.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A heading and the passages under it, up to the next heading of any level.
 *
 * @param heading  inline Markdown on one line; empty for text before the first heading
 * @param level    2 to 6, as the marks in Markdown; level 1 is the document's title, so 1 becomes 2
 * @param madeFrom fingerprint of the main-language section this translation was made from, empty in the main language
 */
public record Section(String id, String heading, int level, List<Passage> passages, String madeFrom) {

    public Section {
        heading = Passage.oneLine(heading);
        level = Math.max(2, Math.min(6, level));
        passages = List.copyOf(passages);
    }

    public Section(String id, String heading, int level, List<Passage> passages) {
        this(id, heading, level, passages, "");
    }

    public Section withId(String id) {
        return new Section(id, heading, level, passages, madeFrom);
    }

    public Section withPassages(List<Passage> passages) {
        return new Section(id, heading, level, passages, madeFrom);
    }

    public Section withMadeFrom(String fingerprint) {
        return new Section(id, heading, level, passages, fingerprint);
    }

    /** SHA-256, in hex, of what a translator reads: the heading and each passage's kind and text. Ids do not count. */
    public String fingerprint() {
        String read = passages.stream().map(p -> "\n" + p.kind() + " " + p.text()).collect(Collectors.joining());
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(hash.digest((heading + read).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256", absent);
        }
    }

    /** The heading and the passages, an empty line between them. */
    public String text() {
        String read = passages.stream().map(Passage::text).collect(Collectors.joining("\n\n"));
        return heading.isEmpty() || read.isEmpty() ? heading + read : heading + "\n\n" + read;
    }
}
