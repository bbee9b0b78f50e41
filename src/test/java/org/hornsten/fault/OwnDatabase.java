package org.hornsten.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hornsten.server.BundledDatabase;

/**
 * The MariaDB that comes with the program, run by hand on a folder of its own and always on the same port: it can be
 * killed and started again under a server that knows nothing of it. Durable as the bundled one.
 */
public final class OwnDatabase implements AutoCloseable {
    static final Path FOR_FAULTS = Path.of("target", "fault-database");
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final Path folder;
    private final int port;
    private final List<String> options;
    private final Properties secrets = new Properties();
    private Process server;

    private OwnDatabase(Path folder, int port, List<String> options) {
        this.folder = folder;
        this.port = port;
        this.options = options;
    }

    /**
     * An empty database in the folder, where the unpacked programs of the last run may still lie.
     *
     * @param options of its command line, beside ours
     */
    public static OwnDatabase startedIn(Path folder, String... options) {
        try {
            empty(folder.resolve("database"));
            // the house's own way of making it: users, passwords, character set
            BundledDatabase.start(folder.toAbsolutePath()).stop();
            OwnDatabase database = new OwnDatabase(folder.toAbsolutePath(), freePort(), List.of(options));
            try (var file = Files.newBufferedReader(folder.resolve("secrets.properties"))) {
                database.secrets.load(file);
            }
            database.start();
            Runtime.getRuntime().addShutdownHook(new Thread(database::kill));
            return database;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Does nothing when it runs. */
    public void start() {
        if (server != null && server.isAlive()) return;
        List<String> command = new ArrayList<>(List.of(folder.resolve("mariadb/bin/mariadbd").toString(),
                "--no-defaults", "--basedir=" + folder.resolve("mariadb"), "--datadir=" + folder.resolve("database"),
                "--tmpdir=" + folder.resolve("tmp"), "--socket=" + folder.resolve("tmp/own.sock"), "--port=" + port,
                "--bind-address=127.0.0.1", "--skip-ssl", "--skip-name-resolve", "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_ci", "--transaction-isolation=READ-COMMITTED",
                "--innodb-flush-log-at-trx-commit=1", "--innodb-buffer-pool-size=128M", "--max-allowed-packet=32M"));
        command.addAll(options);
        if ("root".equals(System.getProperty("user.name"))) command.add("--user=root");
        try {
            server = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("own.log").toFile())).start();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        awaitConnection();
    }

    /** As the kernel kills it: nothing is flushed, nothing is said. */
    public void kill() {
        server.destroyForcibly();
        try {
            server.waitFor();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    @Override
    public void close() {
        kill();
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(port), "hornsten", secrets.getProperty("database"));
    }

    /** Where its files lie. */
    public Path files() {
        return folder.resolve("database");
    }

    public int port() {
        return port;
    }

    public String secret() {
        return secrets.getProperty("server");
    }

    /** The settings by which a server finds it, perhaps through a proxy on another port. */
    public Map<String, String> settings(int through) {
        return Map.of("quarkus.datasource.jdbc.url", url(through), "quarkus.datasource.username", "hornsten",
                "quarkus.datasource.password", secrets.getProperty("database"), "hornsten.secret", secret());
    }

    private static String url(int port) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/hornsten?connectTimeout=2000&socketTimeout=10000";
    }

    private void awaitConnection() {
        long until = System.nanoTime() + PATIENCE;
        while (true) {
            try (Connection made = connect()) {
                return;
            } catch (SQLException notYet) {
                if (!server.isAlive() || System.nanoTime() > until)
                    throw new IllegalStateException("MariaDB does not start; see " + folder.resolve("own.log"), notYet);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static void empty(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
