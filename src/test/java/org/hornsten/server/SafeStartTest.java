package org.hornsten.server;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SafeStartTest {
    private static final String GOOD = "f3Kq9vPz1XcB7nM5sTd2WgYh8RjL4aEu";

    @ParameterizedTest
    @CsvSource({"'',a1b2c3d4e5", "x7Qp2,a1b2c3d4e5", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,a1b2c3d4e5",
            "'a secret of the tests, which guards nothing at all',a1b2c3d4e5",
            "'please change me before the server starts',a1b2c3d4e5", GOOD + ",''", GOOD + ",hornsten", GOOD + ",Password"})
    void a_server_for_people_does_not_start_on_such_secrets(String secret, String password) {
        String words = assertThrows(IllegalStateException.class,
                () -> SafeStart.check(List.of("prod"), secret, password)).getMessage();
        assertTrue(words.startsWith("Not started: "), words);
        assertFalse(secret.length() > 4 && words.contains(secret), "it tells the secret");
    }

    @Test
    void it_starts_on_good_ones_and_one_may_try_without() {
        assertDoesNotThrow(() -> SafeStart.check(List.of("prod"), GOOD, "x9Kd2mQ7"));
        for (String trying : List.of("demo", "dev", "test"))
            assertDoesNotThrow(() -> SafeStart.check(List.of(trying), "", ""));
    }
}
