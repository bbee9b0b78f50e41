package org.hornsten.link;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hornsten.input.Gate.Instrument;
import org.hornsten.input.Gate;
import org.hornsten.numbers.Figure;
import org.hornsten.numbers.Figures;
import org.hornsten.numbers.RawTable;
import org.hornsten.project.Project;

/** How many said that they answer for themselves, with support, or for somebody: staff see the counts, never who. */
public record Spoken(Speaking who, Figure count) {
    private static final String KIND = "speaking";

    /** After somebody said it, in the same transaction: the counts grow K at a time, so that none is seen coming. */
    static void said(Project project, Map<Speaking, Long> counts) {
        RawTable raw = RawTable.of(columns());
        counts.forEach((who, n) -> raw.add(who.name(), n));
        Gate.grown(project, new Instrument(KIND, project.id, ""), raw);
    }

    /** Nothing as long as so few have said it that nothing could be shown. */
    public static List<Spoken> of(Project project) {
        Figures shown = Gate.grownTo(new Instrument(KIND, project.id, ""), columns());
        if (shown.total().suppressed()) return List.of();
        return Arrays.stream(Speaking.values()).map(who -> new Spoken(who, shown.breakdown().get(who.name()))).toList();
    }

    private static List<String> columns() {
        return Arrays.stream(Speaking.values()).map(Enum::name).toList();
    }
}
