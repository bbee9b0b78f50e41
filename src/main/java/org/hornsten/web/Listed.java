package org.hornsten.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/** One page of a list in the API; {@code next} goes into {@code after} and is null at the end. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Listed<T>(List<T> items, String next, long total) {

    public static <T> Listed<T> all(List<T> items) {
        return new Listed<>(items, null, items.size());
    }

    /** The part that is asked for of a list that is short enough to be read whole. */
    public static <T> Listed<T> part(List<T> all, Paging paging) {
        int from = (int) Math.min(paging.from(0), all.size());
        int to = Math.min(from + paging.most(), all.size());
        return new Listed<>(all.subList(from, to), to < all.size() ? "" + to : null, all.size());
    }

    public static <T> Listed<T> page(List<T> items, Optional<?> next, long total) {
        return new Listed<>(items, next.map(String::valueOf).orElse(null), total);
    }
}
