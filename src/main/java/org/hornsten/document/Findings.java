package org.hornsten.document;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The tally kept while a file is read. */
final class Findings {
    private final Map<Finding.Kind, Integer> counts = new EnumMap<>(Finding.Kind.class);

    void add(Finding.Kind kind) {
        add(kind, 1);
    }

    void add(Finding.Kind kind, int count) {
        if (count > 0) counts.merge(kind, count, Integer::sum);
    }

    /** One finding for each kind met, in the order of the kinds. */
    List<Finding> list() {
        return counts.entrySet().stream().map(each -> new Finding(each.getKey(), each.getValue())).toList();
    }
}
