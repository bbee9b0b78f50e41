package org.hornsten.attendance;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.workshop.Workshop;

/** What one person needs to be able to take part; what is missing is not needed. */
@Schema(name = "Needs")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Needs(Need interpreter, Need inductionLoop, Need transport, Need diet, Need assistant, Need other) {
    public static final Needs NONE = new Needs(null, null, null, null, null, null);

    /** One kind of need, in the order they are asked for; the word is the one in addresses. */
    public enum Kind {
        INTERPRETER, INDUCTION_LOOP, TRANSPORT, DIET, ASSISTANT, OTHER;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Kind> read(String word) {
            return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
        }

        /** Whoever sits at home needs no way there, no loop in the hall and no food. */
        private boolean asked(Workshop workshop) {
            return workshop.inPerson() || this == INTERPRETER || this == ASSISTANT || this == OTHER;
        }

        static List<Kind> of(Workshop workshop) {
            return Arrays.stream(values()).filter(kind -> kind.asked(workshop)).toList();
        }

        /** Whether a yes alone says enough; what is left is of use only in words. */
        public boolean plain() {
            return this == INDUCTION_LOOP || this == ASSISTANT;
        }
    }

    public Optional<Need> of(Kind kind) {
        return Optional.ofNullable(switch (kind) {
            case INTERPRETER -> interpreter;
            case INDUCTION_LOOP -> inductionLoop;
            case TRANSPORT -> transport;
            case DIET -> diet;
            case ASSISTANT -> assistant;
            case OTHER -> other;
        });
    }

    /** In words, where a yes alone does not tell it. */
    public String said(Kind kind) {
        return of(kind).map(Need::words).orElse("");
    }

    /** The same with another answer to one of them. */
    public Needs with(Kind kind, Optional<Need> need) {
        Need[] all = Arrays.stream(Kind.values()).map(one -> (one == kind ? need : of(one)).orElse(null))
                .toArray(Need[]::new);
        return new Needs(all[0], all[1], all[2], all[3], all[4], all[5]);
    }

    @JsonIgnore
    public List<Kind> kinds() {
        return Arrays.stream(Kind.values()).filter(kind -> of(kind).isPresent()).toList();
    }

    @JsonIgnore
    public boolean isEmpty() {
        return kinds().isEmpty();
    }
}
