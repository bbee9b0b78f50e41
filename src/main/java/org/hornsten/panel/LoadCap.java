package org.hornsten.panel;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who has been asked so often within twelve months that asking again would be too much. */
@ApplicationScoped
public class LoadCap {
    private static final int MONTHS = 12;

    private final List<Asking> askings;
    private final Clock clock;

    LoadCap(@All List<Asking> askings, Clock clock) {
        this.askings = askings;
        this.clock = clock;
    }

    /** A bean of each room that asks people something. */
    public interface Asking {
        /** How often it asked each of these people since that moment; whoever was not asked is missing. */
        Map<Long, Integer> asked(Collection<Long> people, Instant since);
    }

    /** How often each of these people was asked within the last twelve months, by internal id. */
    public Map<Long, Integer> asked(Collection<Long> people) {
        Map<Long, Integer> sum = new HashMap<>();
        if (people.isEmpty()) return sum;
        Instant since = LocalDate.now(clock).minusMonths(MONTHS).atStartOfDay(ZoneOffset.UTC).toInstant();
        askings.forEach(one -> one.asked(people, since).forEach((person, n) -> sum.merge(person, n, Integer::sum)));
        return sum;
    }

    /** Whom a panel asks no more for now: they reached its cap, so that one more would be over it. */
    public Set<Long> reached(Panel panel, Collection<Long> people) {
        Set<Long> reached = new HashSet<>();
        if (panel.loadCap != null) asked(people).forEach((person, n) -> {
            if (n >= panel.loadCap) reached.add(person);
        });
        return reached;
    }
}
