package org.hornsten.workshop;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.hornsten.kit.Json;
import org.hornsten.kit.Multilingual;

/** What the place and the meeting offer to everybody, without having to be asked for. */
@Schema(name = "WorkshopAccessibility")
public record Accessibility(boolean stepFree, boolean inductionLoop, boolean toilet, boolean parking,
                            boolean quietRoom, boolean captions, boolean interpreter, Multilingual note) {
    static final Accessibility UNTOLD = new Accessibility(false, false, false, false, false, false, false, null);

    public Accessibility {
        if (note == null) note = Multilingual.none();
    }

    /** One thing that is offered. */
    public enum Offer { STEP_FREE, INDUCTION_LOOP, TOILET, PARKING, QUIET_ROOM, CAPTIONS, INTERPRETER }

    public static Accessibility of(List<Offer> offers, Multilingual note) {
        return new Accessibility(offers.contains(Offer.STEP_FREE), offers.contains(Offer.INDUCTION_LOOP),
                offers.contains(Offer.TOILET), offers.contains(Offer.PARKING), offers.contains(Offer.QUIET_ROOM),
                offers.contains(Offer.CAPTIONS), offers.contains(Offer.INTERPRETER), note);
    }

    @JsonIgnore
    public List<Offer> offers() {
        return Arrays.stream(Offer.values()).filter(this::has).toList();
    }

    private boolean has(Offer offer) {
        return switch (offer) {
            case STEP_FREE -> stepFree;
            case INDUCTION_LOOP -> inductionLoop;
            case TOILET -> toilet;
            case PARKING -> parking;
            case QUIET_ROOM -> quietRoom;
            case CAPTIONS -> captions;
            case INTERPRETER -> interpreter;
        };
    }

    @Immutable
    @Converter
    static class Column extends Json<Accessibility> {
        Column() {
            super(new TypeReference<>() {});
        }
    }
}
