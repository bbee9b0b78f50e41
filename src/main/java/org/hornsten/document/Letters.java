package org.hornsten.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which letters the bytes of a text file are. What cannot be told for certain is refused: a file read with the wrong
 * letters would make Sjöberg into Sjšberg, and nobody would see it.
 */
final class Letters {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    /** What å, ä, ö, é and their capitals look like after somebody else's program has read UTF-8 as Windows letters. */
    private static final Pattern BROKEN = Pattern.compile("Ã[\u0080-\u00BF\u201E\u2026\u2013]|\uFFFD");
    /**
     * Of the signs above ASCII only letters, and what is written with them. In the files of old DOS and Mac programs
     * these bytes are other letters, which then show as a sign within a word.
     */
    private static final Pattern PLAUSIBLE = Pattern.compile(
            "([\\x00-\\x7F\u00A0\u00A7\u00AB\u00B0\u00B4\u00BB\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u00FF]"
            + "|\u2019(?=\\p{L})|(?<!\\p{L})[\u2013\u2014\u20AC](?!\\p{L}))*+");

    private Letters() {}

    /** @throws Unreadable where the letters cannot be told, or where it is no text at all */
    static String read(byte[] file) {
        if (starts(file, ZIP) || starts(file, OLE)) throw new Unreadable(Unreadable.Reason.NOT_A_TABLE);
        String text = marked(file).or(() -> unmarked(file))
                .orElseThrow(() -> new Unreadable(Unreadable.Reason.UNKNOWN_LETTERS));
        if (text.indexOf('\0') >= 0) throw new Unreadable(Unreadable.Reason.NOT_A_TABLE);
        if (BROKEN.matcher(text).find()) throw new Unreadable(Unreadable.Reason.BROKEN_LETTERS);
        return text;
    }

    /** By the mark at its beginning, which says what follows. */
    private static Optional<String> marked(byte[] file) {
        if (starts(file, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})) 
            return text(file, 3, StandardCharsets.UTF_8);
        if (starts(file, new byte[] {(byte) 0xFF, (byte) 0xFE})) return text(file, 2, StandardCharsets.UTF_16LE);
        if (starts(file, new byte[] {(byte) 0xFE, (byte) 0xFF})) return text(file, 2, StandardCharsets.UTF_16BE);
        return Optional.empty();
    }

    private static Optional<String> unmarked(byte[] file) {
        if (wide(file, 1)) return text(file, 0, StandardCharsets.UTF_16LE);
        if (wide(file, 0)) return text(file, 0, StandardCharsets.UTF_16BE);
        return text(file, 0, StandardCharsets.UTF_8)
                .or(() -> text(file, 0, WINDOWS).filter(text -> PLAUSIBLE.matcher(text).matches()));
    }

    /** Whether every second byte is nearly always zero, as in letters of two bytes each. */
    private static boolean wide(byte[] file, int from) {
        int zeros = 0;
        int pairs = file.length / 2;
        for (int i = from; i < pairs * 2; i += 2) if (file[i] == 0) zeros++;
        return pairs > 0 && file.length % 2 == 0 && zeros > pairs * 0.6;
    }

    private static Optional<String> text(byte[] file, int from, Charset letters) {
        try {
            return Optional.of(letters.newDecoder().decode(ByteBuffer.wrap(file, from, file.length - from)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static boolean starts(byte[] file, byte[] mark) {
        return file.length >= mark.length && Arrays.equals(file, 0, mark.length, mark, 0, mark.length);
    }
}
