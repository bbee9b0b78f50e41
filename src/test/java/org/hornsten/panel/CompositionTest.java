package org.hornsten.panel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hornsten.kit.Refused;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How a panel fits what it wishes for, and how much of that is told. */
class CompositionTest {
    private static final int K = 5;
    private static final Target TARGET = new Target(Map.of("from_65", 2), Map.of("Malax", 1), Map.of("sv", 1, "fi", 1),
            Map.of("caring", 1, "memory", 6));

    @Test
    void wanted_stands_beside_present_and_gaps_are_what_is_missing() {
        Composition composition = new Composition(TARGET, List.of(known(AgeGroup.FROM_65, "malax", "sv"),
                known(AgeGroup.FROM_75, "Vörå", "sv"), known(null, null, null)));
        Composition.Part ages = composition.of(Dimension.AGE_GROUP);
        assertEquals(List.of(new Composition.Row("from_65", 2, 1), new Composition.Row("from_75", 0, 1)), ages.rows());
        assertEquals(1, ages.unknown());
        assertEquals(1, ages.gaps().get(0).gap());
        assertEquals(1, composition.of(Dimension.MUNICIPALITY).rows().get(0).present());
        assertEquals(List.of("fi"), composition.of(Dimension.LANGUAGE).gaps().stream().map(Composition.Row::value)
                .toList());
        assertEquals(2, composition.fills(known(AgeGroup.FROM_65, "Malax", "fi")));
    }

    @Test
    void experience_is_told_in_numbers_only_from_k_up() {
        for (int carers = 0; carers < 9; carers++) {
            List<Profile.Known> people = new ArrayList<>(Collections.nCopies(carers,
                    new Profile.Known(Profile.NONE, Set.of(Area.CARING, Area.OTHER))));
            Picture.Part part = Picture.of(new Composition(TARGET, people), K).parts().get(3);
            Map<String, Picture.Row> rows = new HashMap<>();
            part.rows().forEach(row -> rows.put(row.value(), row));
            assertEquals(carers >= K ? Optional.of(carers) : Optional.empty(), rows.get("caring").present());
            assertEquals(carers >= 1, rows.get("caring").met());
            assertEquals(carers >= K, rows.containsKey("other"), "what nobody wished for and few have is not named");
            assertTrue(part.unknown().isEmpty());
            assertFalse(rows.get("memory").met());
        }
    }

    @Test
    void what_is_wished_for_is_of_the_closed_lists_and_fits_the_size() {
        TARGET.check(20);
        refused("target.language", new Target(null, null, Map.of("de", 1), null), 20);
        refused("target.ageGroup", new Target(Map.of("old", 1), null, null, null), 20);
        refused("target.experience", new Target(null, null, null, Map.of("money", -1)), 20);
        refused("target.municipality", new Target(null, Map.of("Malax", 11, "Vörå", 10), null, null), 20);
        new Target(null, null, null, Map.of("money", 15, "caring", 15)).check(20);
        new Target(null, Map.of("Malax", 11, "Vörå", 10), null, null).check(null);
    }

    private static void refused(String field, Target target, int size) {
        assertEquals(field, assertThrows(Refused.class, () -> target.check(size)).field);
    }

    private static Profile.Known known(AgeGroup age, String place, String language) {
        return new Profile.Known(Profile.of(age, place, language), Set.of());
    }
}
