package org.hornsten.ledger;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

@QuarkusTest
class KeepingTest {
    @Inject Acts acts;

    /** Fails so many times before it is done. */
    @ApplicationScoped
    static class Acts {
        int tries;

        @Kept
        public int act(int failures, String message) {
            if (++tries <= failures) throw new IllegalStateException(new SQLException(message, "23000", 1062));
            return tries;
        }

        void begin() {
            tries = 0;
        }

        int tries() {
            return tries;
        }
    }

    @BeforeEach
    void begin() {
        acts.begin();
    }

    @Test
    void numbers_a_killed_database_hands_out_twice_are_passed_by_up_to_a_whole_block() {
        assertEquals(51, acts.act(50, "Duplicate entry '50006' for key 'PRIMARY'"));
    }

    @Test
    void no_more_than_a_block_of_them() {
        assertThrows(IllegalStateException.class, () -> acts.act(99, "Duplicate entry '50006' for key 'PRIMARY'"));
        assertEquals(50 + Keeping.TRIES, acts.tries());
    }

    @Test
    void what_somebody_else_made_at_the_same_moment_is_tried_some_times_only() {
        assertEquals(5, acts.act(4, "Duplicate entry 'klientradet' for key 'project_slug'"));
        acts.begin();
        assertThrows(IllegalStateException.class, () -> acts.act(5, "Duplicate entry 'klientradet' for key 'slug'"));
    }
}
