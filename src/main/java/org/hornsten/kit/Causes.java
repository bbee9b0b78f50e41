package org.hornsten.kit;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

/** All that lies behind a failure: its causes and, where a commit failed, what the transaction manager suppressed. */
public final class Causes {
    private static final int DEEPEST = 20;

    /** Deadlock, lock wait timeout, record changed since last read, node not ready. */
    private static final Set<Integer> ASKS_AGAIN = Set.of(1213, 1205, 1020, 1047);

    private Causes() {}

    /** Whether the database asks to try the same once more. */
    public static boolean asksAgain(SQLException refusal) {
        return ASKS_AGAIN.contains(refusal.getErrorCode());
    }

    public static Stream<Throwable> of(Throwable failure) {
        return of(failure, DEEPEST);
    }

    private static Stream<Throwable> of(Throwable failure, int depth) {
        if (failure == null || depth == 0) return Stream.empty();
        return Stream.concat(Stream.of(failure), Stream.concat(Stream.of(failure.getSuppressed()),
                Stream.ofNullable(failure.getCause())).flatMap(behind -> of(behind, depth - 1)));
    }
}
