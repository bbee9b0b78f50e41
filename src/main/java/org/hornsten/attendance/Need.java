package org.hornsten.attendance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.kit.Refused;

/** One thing a person needs, with a word about it where there is one. In JSON {@code true}, or the words. */
@Schema(name = "Need", description = "true, or in words what is needed", oneOf = {Boolean.class, String.class})
public final class Need {
    static final int LONGEST = 500;
    private final String words;

    private Need(String words) {
        this.words = words;
    }

    /** False and blank words are no need. */
    public static Optional<Need> of(boolean needed, String words) {
        String said = words == null ? "" : words.strip();
        if (said.length() > LONGEST) throw new Refused("needs", "web:too_long", LONGEST);
        return needed ? Optional.of(new Need(said)) : Optional.empty();
    }

    @JsonCreator
    static Need read(boolean needed) {
        return of(needed, "").orElse(null);
    }

    @JsonCreator
    static Need read(String words) {
        return of(!words.isBlank(), words).orElse(null);
    }

    /** Empty where there is no more to say about it. */
    public String words() {
        return words;
    }

    @JsonValue
    Object json() {
        return words.isEmpty() ? Boolean.TRUE : words;
    }
}
