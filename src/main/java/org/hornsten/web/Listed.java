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

    public static <T> Listed<T> page(List<T> items, Optional<Long> next, long total) {
        return new Listed<>(items, next.map(String::valueOf).orElse(null), total);
    }
}
