package org.hornsten.server;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Optional;

/** Starts the server: on the bundled database, unless an outside one is named. */
@QuarkusMain
public class Main {

    public static void main(String... args) {
        if (outsideDatabase().isPresent()) Quarkus.run(args);
        else runOnBundledDatabase(args);
    }

    private static void runOnBundledDatabase(String... args) {
        // Stopped in finally: a child process left behind keeps the data folder locked.
        BundledDatabase database = BundledDatabase.start(dataFolder());
        try {
            database.settings().forEach(System::setProperty);
            Quarkus.run(args);
        } finally {
            // forgotten again, for a developer's live reload comes back here in the same process
            database.settings().keySet().forEach(System::clearProperty);
            database.stop();
        }
    }

    /** The address of an ordinary MariaDB when the operator has named one. */
    static Optional<String> outsideDatabase() {
        return Optional.ofNullable(System.getProperty("quarkus.datasource.jdbc.url",
                System.getenv("QUARKUS_DATASOURCE_JDBC_URL"))).filter(url -> !url.isBlank());
    }

    private static Path dataFolder() {
        String folder = System.getProperty("hornsten.data", System.getenv().getOrDefault("HORNSTEN_DATA", "data"));
        return Path.of(folder).toAbsolutePath().normalize();
    }
}
