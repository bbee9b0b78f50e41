package org.hornsten.invitation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hornsten.input.Gate;
import org.hornsten.link.Speaking;
import org.hornsten.numbers.Figure;
import org.hornsten.numbers.Figures;
import org.hornsten.numbers.RawTable;
import org.hornsten.project.Project;

/** How many said that they answer for themselves, with support, or for somebody: staff see the counts, never who. */
public record Spoken(Speaking who, Figure count) {

    /** Nothing as long as so few have said it that nothing could be shown. */
    static List<Spoken> of(Project project, Map<Speaking, Long> counts) {
        RawTable raw = RawTable.of(Arrays.stream(Speaking.values()).map(Enum::name).toList());
        counts.forEach((who, n) -> raw.add(who.name(), n));
        Figures shown = Gate.groups(project, raw);
        if (shown.total().n().orElse(0) == 0) return List.of();
        return Arrays.stream(Speaking.values()).map(who -> new Spoken(who, shown.breakdown().get(who.name()))).toList();
    }
}
