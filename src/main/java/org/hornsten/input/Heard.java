package org.hornsten.input;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hornsten.identity.PersonKind;
import org.hornsten.numbers.RawTable;
import org.hornsten.project.Project;
import org.hornsten.project.Stage;

/**
 * How a project's contributions divide, as it is: for {@link Gate} alone. The list of breakdowns is closed, and each is
 * by one thing.
 */
final class Heard {
    static final String CHANNEL = "channel";
    static final String KIND = "kind";
    static final String LANGUAGE = "language";
    static final String STAGE = "stage";
    static final String AUTHOR = "authorKind";
    /** As whom somebody spoke is not kept of the anonymous; they are part of the sum all the same. */
    private static final String UNKNOWN = "unknown";
    private static final List<String> NAMES = List.of(CHANNEL, KIND, LANGUAGE, STAGE, AUTHOR);

    private Heard() {}

    /** One statement for all breakdowns: grouped by all of them, summed here. */
    static Map<String, RawTable> of(Project project) {
        List<Object[]> rows = Contribution.getEntityManager().createQuery("""
                select c.channel, c.kind, c.language, c.stage, c.authorKind, count(*) from Contribution c
                where c.project = ?1 group by c.channel, c.kind, c.language, c.stage, c.authorKind""", Object[].class)
                .setParameter(1, project).getResultList();
        Map<String, RawTable> tables = new LinkedHashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            int column = i;
            Function<Object[], String> word = row -> row[column] == null ? UNKNOWN
                    : row[column].toString().toLowerCase(Locale.ROOT);
            List<String> there = rows.stream().map(word).distinct().toList();
            RawTable table = RawTable.of(Stream.concat(columns(project, NAMES.get(i), there).stream(),
                    Stream.of(UNKNOWN)).toList());
            rows.forEach(row -> table.add(word.apply(row), (Long) row[5]));
            tables.put(NAMES.get(i), table);
        }
        return tables;
    }

    /** All there can be, whether or not anybody spoke so; a language one finds there is added. */
    static List<String> columns(Project project, String name, Collection<String> there) {
        return switch (name) {
            case CHANNEL -> words(Channel.values());
            case KIND -> words(Saying.Kind.values());
            case STAGE -> words(Stage.values());
            case AUTHOR -> words(PersonKind.values());
            default -> Stream.concat(Arrays.stream(project.languages.split(",")), there.stream())
                    .filter(word -> !word.equals(UNKNOWN))
                    .collect(Collectors.toCollection(TreeSet::new)).stream().toList();
        };
    }

    static boolean nobody(Project project) {
        return Contribution.find("project", project).page(0, 1).firstResultOptional().isEmpty();
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).sorted().toList();
    }
}
