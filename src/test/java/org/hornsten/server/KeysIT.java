package org.hornsten.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hornsten.kit.KeyRing;
import org.hornsten.kit.KeyRing.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What an operator types to make a new key for anonymous answers. */
class KeysIT {
    @TempDir Path folder;

    @Test
    void keys_rotate_puts_a_new_key_before_the_others_and_tells_none() throws Exception {
        String first = rotate();
        KeyRing ring = new KeyRing(folder.resolve("pool-keys.txt"));
        Key old = ring.keys().get(0);
        String second = rotate();
        assertEquals(2, ring.keys().size());
        assertEquals(old.number(), ring.keys().get(1).number());
        assertFalse(ring.keys().get(0).made().isBefore(old.made()));
        assertTrue(second.contains("pool-keys.txt"), second);
        for (String line : Files.readAllLines(ring.file()))
            assertFalse((first + second).contains(line.split(" ")[1]), "it prints a key");
        assertFalse(Files.exists(folder.resolve("database")), "and starts no database");
    }

    private String rotate() throws Exception {
        Process keys = new ProcessBuilder(List.of(ProcessHandle.current().info().command().orElse("java"),
                "-Dhornsten.data=" + folder, "-jar", Path.of("target", "quarkus-app", "quarkus-run.jar").toString(),
                "keys", "rotate")).redirectErrorStream(true).start();
        String said = new String(keys.getInputStream().readAllBytes());
        assertTrue(keys.waitFor(60, TimeUnit.SECONDS), said);
        assertEquals(0, keys.exitValue(), said);
        return said;
    }
}
