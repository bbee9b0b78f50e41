package org.hornsten.panel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How people fit a target: by dimension and value, how many are wanted and how many there are. */
public record Composition(Target target, List<Profile.Known> people) {

    /** @param value as {@link Target} writes it */
    public record Row(String value, int wanted, int present) {
        /** How many are missing. */
        public int gap() {
            return Math.max(0, wanted - present);
        }
    }

    /**
     * @param unknown of how many nothing is known here
     */
    public record Part(Dimension dimension, List<Row> rows, int unknown) {
        public boolean wished() {
            return rows.stream().anyMatch(row -> row.wanted() > 0);
        }

        public List<Row> gaps() {
            return rows.stream().filter(row -> row.gap() > 0).toList();
        }
    }

    /** What is wished for first, in its order, then what is there besides. */
    public Part of(Dimension dimension) {
        Map<String, String> names = new LinkedHashMap<>();
        target.of(dimension).keySet().forEach(value -> names.put(value.toLowerCase(Locale.ROOT), value));
        Map<String, Integer> present = new LinkedHashMap<>();
        List<Collection<String>> each = new ArrayList<>();
        people.forEach(person -> each.add(person.values(dimension)));
        each.stream().flatMap(Collection::stream).sorted().forEach(value -> {
            names.putIfAbsent(value.toLowerCase(Locale.ROOT), value);
            present.merge(value.toLowerCase(Locale.ROOT), 1, Integer::sum);
        });
        List<Row> rows = names.entrySet().stream().map(name -> new Row(name.getValue(),
                target.wanted(dimension, name.getValue()), present.getOrDefault(name.getKey(), 0))).toList();
        return new Part(dimension, rows, (int) each.stream().filter(Collection::isEmpty).count());
    }

    public List<Part> parts() {
        return Stream.of(Dimension.values()).map(this::of).toList();
    }

    /** How many wishes one more person like this would help to fill. */
    public int fills(Profile.Known person) {
        return parts().stream().mapToInt(part -> (int) person.values(part.dimension()).stream()
                .filter(value -> find(part, value).filter(row -> row.gap() > 0).isPresent()).count()).sum();
    }

    private static Optional<Row> find(Part part, String value) {
        return part.rows().stream().filter(row -> row.value().equalsIgnoreCase(value)).findFirst();
    }

    /** Those who sit and count, as they fit the panel's target. */
    static Composition of(Panel panel, List<Seat> sitting, Map<Long, Set<Area>> areas) {
        return new Composition(panel.target, sitting.stream().filter(Seat::counted)
                .map(seat -> new Profile.Known(seat.profile(), areas.getOrDefault(seat.person.id, Set.of())))
                .collect(Collectors.toList()));
    }
}
