package org.hornsten.server;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hornsten.kit.KeyRing;
import org.hornsten.proof.Verify;

/**
 * Starts the server: on the bundled database, unless an outside one is named. With the words {@code keys rotate} it only
 * makes a new key for anonymous answers, which a running server sees by itself; with {@code verify} it checks the
 * transparency log of any such server.
 */
@QuarkusMain
public class Main {

    public static void main(String... args) {
        if (args.length > 0 && args[0].equals("verify"))
            System.exit(Verify.run(List.of(args).subList(1, args.length), System.out));
        else if (List.of(args).equals(List.of("keys", "rotate"))) rotateKeys();
        else if (outsideDatabase().isPresent()) Quarkus.run(args);
        else runOnBundledDatabase(args);
    }

    private static void runOnBundledDatabase(String... args) {
        // Stopped in finally: a child process left behind keeps the data folder locked.
        BundledDatabase database = BundledDatabase.start(dataFolder());
        try {
            if (keys().keys().isEmpty()) keys().turn();
            database.settings().forEach(System::setProperty);
            Quarkus.run(args);
        } finally {
            // forgotten again, for a developer's live reload comes back here in the same process
            database.settings().keySet().forEach(System::clearProperty);
            database.stop();
        }
    }

    private static void rotateKeys() {
        keys().turn();
        System.out.println("A new key is in " + keys().file() + ". Within the hour what waits is sealed with it; "
                + "the former key goes when nothing needs it.");
    }

    private static KeyRing keys() {
        return new KeyRing(named("hornsten.pool.keys").map(Path::of)
                .orElseGet(() -> dataFolder().resolve("pool-keys.txt")).toAbsolutePath());
    }

    /** The address of an ordinary MariaDB when the operator has named one. */
    static Optional<String> outsideDatabase() {
        return named("quarkus.datasource.jdbc.url");
    }

    /** A setting before the server reads any: of the command line, or by its name in the environment. */
    private static Optional<String> named(String setting) {
        return Optional.ofNullable(System.getProperty(setting,
                System.getenv(setting.toUpperCase(Locale.ROOT).replace('.', '_')))).filter(value -> !value.isBlank());
    }

    private static Path dataFolder() {
        return Path.of(named("hornsten.data").orElse("data")).toAbsolutePath().normalize();
    }
}
