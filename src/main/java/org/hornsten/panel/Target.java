package org.hornsten.panel;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.hornsten.kit.Json;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;

/**
 * How many a panel wishes for of each value; what nobody counts is an empty map. Age groups and areas are written as
 * in the API ({@code from_65}), languages as tags, municipalities as they are called.
 */
@Schema(name = "Target")
public record Target(Map<String, Integer> ageGroup, Map<String, Integer> municipality, Map<String, Integer> language,
                     Map<String, Integer> experience) {
    public static final Target NONE = new Target(null, null, null, null);
    private static final int MOST = 10_000;
    private static final int MOST_VALUES = 100;
    private static final int LONGEST = 100;

    public Target {
        ageGroup = kept(ageGroup);
        municipality = kept(municipality);
        language = kept(language);
        experience = kept(experience);
    }

    private static Map<String, Integer> kept(Map<String, Integer> wanted) {
        Map<String, Integer> kept = new LinkedHashMap<>();
        if (wanted != null) wanted.forEach((value, n) -> kept.put(value.strip(), n));
        return Collections.unmodifiableMap(kept);
    }

    public static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Wanted numbers by value, in the order they were written. */
    public Map<String, Integer> of(Dimension dimension) {
        return switch (dimension) {
            case AGE_GROUP -> ageGroup;
            case MUNICIPALITY -> municipality;
            case LANGUAGE -> language;
            case EXPERIENCE -> experience;
        };
    }

    public int wanted(Dimension dimension, String value) {
        return of(dimension).entrySet().stream().filter(wanted -> wanted.getKey().equalsIgnoreCase(value))
                .mapToInt(Map.Entry::getValue).findFirst().orElse(0);
    }

    /** Whether nothing is wished for. */
    public boolean blank() {
        return Stream.of(Dimension.values()).allMatch(dimension -> of(dimension).isEmpty());
    }

    /** As the panel calls this municipality; people write it with any capitals. */
    Optional<String> calls(String municipality) {
        return this.municipality.keySet().stream().filter(known -> known.equalsIgnoreCase(municipality)).findFirst();
    }

    /** @param size null where the panel has none */
    void check(Integer size) {
        for (Dimension dimension : Dimension.values()) {
            String field = "target." + field(dimension);
            Map<String, Integer> wanted = of(dimension);
            if (wanted.size() > MOST_VALUES) throw new Refused(field, "panel:target_many", MOST_VALUES);
            wanted.forEach((value, n) -> check(dimension, field, value, n));
            long sum = wanted.values().stream().mapToLong(Integer::longValue).sum();
            // one person may have several areas: their numbers may sum up to more
            if (size != null && dimension != Dimension.EXPERIENCE && sum > size)
                throw new Refused(field, "panel:target_over_size", sum, size);
        }
    }

    private static void check(Dimension dimension, String field, String value, Integer n) {
        if (n < 0 || n > MOST) throw new Refused(field, "panel:target_number", MOST);
        boolean known = switch (dimension) {
            case AGE_GROUP -> List.of(AgeGroup.values()).stream().anyMatch(group -> key(group).equals(value));
            case EXPERIENCE -> List.of(Area.values()).stream().anyMatch(area -> key(area).equals(value));
            case LANGUAGE -> Multilingual.LANGUAGES.contains(value);
            case MUNICIPALITY -> !value.isEmpty() && value.length() <= LONGEST;
        };
        if (!known) throw new Refused(field, "panel:target_value", value);
    }

    static String field(Dimension dimension) {
        return switch (dimension) {
            case AGE_GROUP -> "ageGroup";
            case MUNICIPALITY -> "municipality";
            case LANGUAGE -> "language";
            case EXPERIENCE -> "experience";
        };
    }

    @Immutable
    @Converter
    static class Column extends Json<Target> {
        Column() {
            super(new TypeReference<>() {});
        }
    }
}
