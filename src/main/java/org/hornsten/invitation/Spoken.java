package org.hornsten.invitation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hornsten.kit.SmallNumbers;

/** How many said that they answer for themselves, with support, or for somebody: staff see the counts, never who. */
public record Spoken(Speaking who, SmallNumbers.Count count) {

    /** Nothing as long as so few have said it that nothing could be shown. */
    static List<Spoken> of(Map<Speaking, Long> counts) {
        if (counts.values().stream().mapToLong(n -> n).sum() < SmallNumbers.K) return List.of();
        Map<String, Long> named = new LinkedHashMap<>();
        for (Speaking who : Speaking.values()) named.put(who.name(), counts.getOrDefault(who, 0L));
        List<Spoken> shown = new ArrayList<>();
        SmallNumbers.breakdown(named).forEach((name, count) -> shown.add(new Spoken(Speaking.valueOf(name), count)));
        return shown;
    }
}
