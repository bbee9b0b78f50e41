package org.hornsten.numbers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One number that may be shown, or the mark of one that may not. In JSON the number itself, or
 * {@code {"n": null, "suppressed": true}}.
 */
@Schema(name = "Figure", description = "A number, or an object that says it is suppressed",
        oneOf = {Integer.class, Figure.Suppressed.class})
public final class Figure {
    private static final Figure HIDDEN = new Figure(null);
    private final Integer n;

    private Figure(Integer n) {
        this.n = n;
    }

    /** How a suppressed number is written. */
    @Schema(name = "Suppressed")
    public record Suppressed(Integer n, boolean suppressed) {}

    static Figure of(long n) {
        return new Figure(Math.toIntExact(n));
    }

    public static Figure hidden() {
        return HIDDEN;
    }

    public Optional<Integer> n() {
        return Optional.ofNullable(n);
    }

    /** Of a number that is shown. */
    public long count() {
        return n().orElseThrow();
    }

    public boolean suppressed() {
        return n == null;
    }

    /** To the nearest five, as breakdowns that anybody may read are shown below fifty. */
    Figure rounded() {
        return n == null || n >= 50 ? this : new Figure((n + 2) / 5 * 5);
    }

    @JsonValue
    public Object json() {
        if (n != null) return n;
        Map<String, Object> hidden = new LinkedHashMap<>();
        hidden.put("n", null);
        hidden.put("suppressed", true);
        return hidden;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Figure figure && Objects.equals(n, figure.n);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(n);
    }

    @Override
    public String toString() {
        return n == null ? "suppressed" : n.toString();
    }
}
