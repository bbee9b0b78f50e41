package org.hornsten.pool;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whoever watches the pool at every step never sees fewer than K come out, and nothing is lost. */
class BatchTest {
    private static final int K = 5;

    /** @param arrivals how many answers come before each mixing; each by another person, or all by one */
    @Property
    void every_batch_is_of_k_or_more_and_nothing_is_lost(@ForAll @Size(max = 40) List<@IntRange(max = 12) Integer> arrivals,
                                                         @ForAll boolean crowd) {
        int waiting = 0;
        int told = 0;
        int came = 0;
        for (int arrive : arrivals) {
            waiting += arrive;
            came += arrive;
            int batch = Batch.size(waiting, crowd ? came : 1, true, K);
            assertTrue(batch == 0 || batch >= K && waiting - batch >= K, "of " + waiting + " come " + batch);
            waiting -= batch;
            told += batch;
        }
        int last = Batch.size(waiting, crowd ? came : 1, false, K);
        assertTrue(last == 0 || last >= K && last == waiting, "at the end come " + last + " of " + waiting);
        assertEquals(came, told + waiting);
        if (!crowd) assertEquals(0, told + last, "one who writes much is no crowd");
        else assertEquals(came < K, told + last == 0, "all " + came + " are told or too few");
    }
}
