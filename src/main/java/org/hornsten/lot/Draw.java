package org.hornsten.lot;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.hornsten.kit.Secrets;

/**
 * A draw anybody can do again. The mark of a number is the SHA-256 (FIPS 180-4) of the UTF-8 text {@code seed:number},
 * as 64 lower-case hexadecimal digits, so {@code printf '%s' 'seed:17' | sha256sum}; the numbers are drawn in the
 * ascending order of their marks. Nothing but the seed and the numbers has a part in it: neither the order in which
 * people applied nor that of any rows. Whoever knows the seed beforehand knows the outcome; therefore the seed is
 * promised by its own SHA-256 when a call opens and shown at the draw, or is a number others draw in public later.
 */
public final class Draw {
    private Draw() {}

    /** A number with its mark, for those who check. */
    public record Lot(int number, String mark) {}

    /** 64 hexadecimal digits. */
    public static String mark(String seed, int number) {
        return Secrets.hexFingerprint(seed + ":" + number);
    }

    /** What anybody types to compute the mark of that text. */
    public static String command(String text) {
        return "printf '%s' '" + text.replace("'", "'\\''") + "' | sha256sum";
    }

    /** What is published before the call opens: {@code printf '%s' 'seed' | sha256sum}. */
    public static String promise(String seed) {
        return Secrets.hexFingerprint(seed);
    }

    /** SHA-256 of the numbers in that order, each with a line feed behind it: {@code sha256sum} of the list. */
    public static String fingerprint(List<Integer> drawn) {
        return Secrets.hexFingerprint(drawn.stream().map(number -> number + "\n").collect(Collectors.joining()));
    }

    /** All numbers in drawn order; the same number twice counts once. */
    public static List<Lot> of(String seed, Collection<Integer> numbers) {
        return numbers.stream().distinct().map(number -> new Lot(number, mark(seed, number)))
                .sorted(Comparator.comparing(Lot::mark).thenComparing(Lot::number)).toList();
    }
}
