package org.hornsten.proof;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large the log was and what its root was: the body of a note in the tlog-checkpoint format of C2SP.
 *
 * @param origin the log's name, an address without its scheme
 */
public record Checkpoint(String origin, long size, Hash root) {
    private static final Pattern TEXT = Pattern.compile("([^\\n]+)\\n(0|[1-9]\\d{0,17})\\n([A-Za-z0-9+/]{43}=)\\n");

    /** Three lines, each with its end. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /** @throws IllegalArgumentException when it is none */
    public static Checkpoint read(String text) {
        Matcher read = TEXT.matcher(text);
        if (!read.matches()) throw new IllegalArgumentException("This is no checkpoint");
        return new Checkpoint(read.group(1), Long.parseLong(read.group(2)), Hash.read(read.group(3)));
    }
}
