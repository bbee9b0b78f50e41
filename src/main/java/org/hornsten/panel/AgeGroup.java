package org.hornsten.panel;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.identity.AgeBand;

/** How old somebody is, as coarsely as a panel's composition needs it. */
@Schema(name = "AgeGroup")
public enum AgeGroup {
    UNDER_18(0), FROM_18(18), FROM_30(30), FROM_45(45), FROM_65(65), FROM_75(75), FROM_85(85);

    private static final int NO_END = 150;

    /** The youngest in it. */
    public final int from;

    AgeGroup(int from) {
        this.from = from;
    }

    /** Of whoever turns so many years this year. */
    public static AgeGroup of(int age) {
        return Arrays.stream(values()).filter(group -> group.from <= age).max(Comparator.naturalOrder())
                .orElse(UNDER_18);
    }

    /** The oldest in it. */
    public int to() {
        return this == FROM_85 ? NO_END : values()[ordinal() + 1].from - 1;
    }

    boolean allAtLeast(int age) {
        return from >= age;
    }

    boolean noneAtLeast(int age) {
        return to() < age;
    }

    /**
     * What the rules for minors need to know of a newcomer; missing for adults. Without a year of birth the youngest
     * one may be.
     *
     * @param birthYear null where it was not asked
     * @param least     the panel's minimum age, null where it has none
     */
    public static Optional<AgeBand> band(AgeGroup group, Integer birthYear, Integer least, LocalDate today) {
        if (group != UNDER_18) return Optional.empty();
        int years = birthYear != null ? today.getYear() - birthYear - 1 : least != null ? least : 0;
        return Optional.of(years >= 16 ? AgeBand.FROM_16 : years >= 13 ? AgeBand.FROM_13 : AgeBand.UNDER_13);
    }
}
