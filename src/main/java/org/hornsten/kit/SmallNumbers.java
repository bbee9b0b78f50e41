package org.hornsten.kit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counts of people that may be shown: a group under {@link #K} is hidden, and the next smallest with it when the
 * hidden one could else be had by subtracting from the total (complementary suppression).
 */
public final class SmallNumbers {
    public static final int K = 5;

    private SmallNumbers() {}

    /** A count, or nothing when it is of fewer than K people; nobody at all is no secret. */
    public record Count(Integer n, boolean suppressed) {
        public static Count of(long n) {
            return n == 0 || n >= K ? new Count((int) n, false) : new Count(null, true);
        }
    }

    /** The breakdown of a total that is itself shown. */
    public static Map<String, Count> breakdown(Map<String, Long> counts) {
        Map<String, Count> shown = new LinkedHashMap<>();
        counts.forEach((key, n) -> shown.put(key, Count.of(n)));
        List<String> hidden = shown.keySet().stream().filter(key -> shown.get(key).suppressed())
                .collect(Collectors.toList());
        if (!hidden.isEmpty() && hidden.stream().mapToLong(counts::get).sum() < K || hidden.size() == 1)
            counts.entrySet().stream().filter(e -> e.getValue() >= K).min(Map.Entry.comparingByValue())
                    .ifPresent(next -> shown.put(next.getKey(), new Count(null, true)));
        return shown;
    }
}
