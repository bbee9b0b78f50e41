package org.hornsten.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.hornsten.fault.OwnDatabase;

/** Where and when it was measured, for figures without it mean nothing. */
record Machine(String facts) {

    static Machine here(OwnDatabase database) {
        try (Connection connection = database.connect()) {
            return new Machine("Measured %s on %d processors (%s), %s of memory, %s %s, Java %s, MariaDB %s, data on %s.".formatted(
                    LocalDate.now(ZoneOffset.UTC), Runtime.getRuntime().availableProcessors(),
                    value("/proc/cpuinfo", "model name"),
                    gibibytes(value("/proc/meminfo", "MemTotal")), System.getProperty("os.name"),
                    System.getProperty("os.version"),
                    System.getProperty("java.version"), connection.getMetaData().getDatabaseProductVersion(),
                    Files.getFileStore(Path.of("target")).type()));
        } catch (SQLException | IOException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static String value(String file, String name) throws IOException {
        if (!Files.exists(Path.of(file))) return "unknown";
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name)).findFirst().map(line -> line.split(":", 2)[1].strip())
                    .orElse("unknown");
        }
    }

    private static String gibibytes(String kibibytes) {
        return kibibytes.equals("unknown") ? kibibytes
                : Math.round(Long.parseLong(kibibytes.split(" ")[0]) / 1048576.0) + " GiB";
    }
}
