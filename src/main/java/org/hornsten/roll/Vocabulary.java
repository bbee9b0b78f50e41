package org.hornsten.roll;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hornsten.document.Table;
import org.hornsten.kit.Multilingual;
import org.hornsten.panel.AgeGroup;
import org.hornsten.panel.Area;
import org.hornsten.panel.Seat;
import org.hornsten.panel.Target;
import org.hornsten.web.Tongue;

/** What the columns and cells of a list of members may be called, in each language of the house. */
@ApplicationScoped
class Vocabulary {
    /** In the order of the empty table that is handed out. */
    enum Column {
        NAME, EMAIL, LANGUAGE, KIND, BODY, AGE, BORN, MUNICIPALITY, FROM, TO, STREET, POSTCODE, TOWN, EXPERIENCE,
        CONSENT;

        /** As the API and its errors name it. */
        String field() {
            return switch (this) {
                case BODY -> "nominatingBody";
                case AGE -> "ageGroup";
                case BORN -> "birthYear";
                case CONSENT -> "consentOn";
                default -> name().toLowerCase(Locale.ROOT);
            };
        }
    }

    private static final Pattern AGES = Pattern.compile("(\\d{1,3})\\s*([-–+].*)?");

    private final Tongue tongue;

    Vocabulary(Tongue tongue) {
        this.tongue = tongue;
    }

    /** The column's name in a language: the first of all it may be called. */
    String name(Column column, String language) {
        return names(column, language).get(0);
    }

    private List<String> names(Column column, String language) {
        return words(language, "roll:column_" + column.name().toLowerCase(Locale.ROOT));
    }

    /** Where each column stands; those nobody knows are told by their names. */
    record Found(Map<Column, Integer> columns, List<String> unknown) {}

    Found find(Table table) {
        Map<Column, Integer> columns = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        Map<String, Column> known = new HashMap<>();
        for (Column column : Column.values()) {
            known.put(column.field().toLowerCase(Locale.ROOT), column);
            Multilingual.LANGUAGES.forEach(language -> names(column, language)
                    .forEach(name -> known.put(name, column)));
        }
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = known.get(table.columns().get(i).toLowerCase(Locale.ROOT));
            if (column == null || columns.putIfAbsent(column, i) != null) unknown.add(table.columns().get(i));
        }
        unknown.removeIf(String::isEmpty);
        return new Found(columns, unknown);
    }

    Optional<Seat.Kind> kind(String cell) {
        return one(Seat.Kind.values(), "roll:cell_kind", cell);
    }

    Optional<Area> area(String cell) {
        return one(Area.values(), "panel:area", cell);
    }

    /** As "65–74", "85+", or by the words beside it on the page. */
    Optional<AgeGroup> age(String cell) {
        Matcher years = AGES.matcher(cell);
        Optional<AgeGroup> written = years.matches() ? Arrays.stream(AgeGroup.values())
                .filter(group -> group.from == Integer.parseInt(years.group(1))).findFirst() : Optional.empty();
        return written.or(() -> one(AgeGroup.values(), "panel:age", cell));
    }

    Optional<String> language(String cell) {
        return Multilingual.LANGUAGES.stream().filter(tag -> tag.equalsIgnoreCase(cell) || Multilingual.LANGUAGES
                .stream().anyMatch(in -> words(in, "roll:cell_" + tag).contains(cell.toLowerCase(Locale.ROOT))))
                .findFirst();
    }

    private <E extends Enum<E>> Optional<E> one(E[] constants, String key, String cell) {
        String typed = cell.toLowerCase(Locale.ROOT);
        return Arrays.stream(constants).filter(constant -> Target.key(constant).equals(typed)
                || Multilingual.LANGUAGES.stream().anyMatch(in -> words(in, key, constant).contains(typed)))
                .findFirst();
    }

    /** All a thing may be called in a language, in small letters; the first is the one that is shown. */
    private List<String> words(String language, String key, Object... arguments) {
        return Arrays.stream(tongue.say(language, key, arguments).split(","))
                .map(word -> word.strip().toLowerCase(Locale.ROOT)).toList();
    }
}
