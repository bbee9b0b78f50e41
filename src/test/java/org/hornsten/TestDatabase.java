package org.hornsten;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hornsten.server.BundledDatabase;

/**
 * The empty database of a test run: the bundled one, or the outside one named by {@code -Dhornsten.test.url}
 * (with {@code hornsten.test.user} and {@code hornsten.test.password}), which is emptied first.
 */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {
    private static final Path FOLDER = Path.of("target", "test-database").toAbsolutePath();

    private Optional<BundledDatabase> bundled = Optional.empty();

    @Override
    public Map<String, String> start() {
        String outside = System.getProperty("hornsten.test.url", "");
        return outside.isBlank() ? startBundled() : outside(outside);
    }

    @Override
    public void stop() {
        bundled.ifPresent(BundledDatabase::stop);
    }

    private Map<String, String> startBundled() {
        // the unpacked programs may stay, the data of the last run may not
        empty(FOLDER.resolve("database"));
        bundled = Optional.of(BundledDatabase.start(FOLDER));
        return bundled.get().settings();
    }

    private static Map<String, String> outside(String url) {
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.jdbc.url", url);
        settings.put("quarkus.datasource.username", System.getProperty("hornsten.test.user", "hornsten"));
        settings.put("quarkus.datasource.password", System.getProperty("hornsten.test.password", "hornsten"));
        settings.put("hornsten.secret", "a secret of the tests, which guards nothing at all");
        settings.put("quarkus.flyway.clean-disabled", "false");
        settings.put("quarkus.flyway.clean-at-start", "true");
        return settings;
    }

    private static void empty(Path folder) {
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) Files.delete(file);
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
