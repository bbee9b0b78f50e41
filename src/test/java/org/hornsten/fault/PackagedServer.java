package org.hornsten.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program as an operator runs it: profile prod, on an outside database. */
public final class PackagedServer implements AutoCloseable {
    private static final Path PROGRAM = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);

    private final Process server;
    private final Path log;
    public final int port;

    private PackagedServer(Process server, Path log, int port) {
        this.server = server;
        this.log = log;
        this.port = port;
    }

    public static PackagedServer on(Map<String, String> settings, Path log) {
        try {
            int port = OwnDatabase.freePort();
            List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"),
                    "-Dquarkus.profile=prod", "-Dquarkus.http.port=" + port, "-Dquarkus.http.host=127.0.0.1",
                    "-Dhornsten.pace=false"));
            settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
            command.addAll(List.of("-jar", PROGRAM.toString()));
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            PackagedServer server = new PackagedServer(process, log, port);
            server.awaitReady(PATIENCE);
            return server;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    public Caller caller() {
        return new Caller(port);
    }

    /** @return how long it took, in milliseconds */
    public long awaitReady(long patienceNanos) {
        long from = System.nanoTime();
        while (health("ready") != 200) {
            if (!server.isAlive() || System.nanoTime() - from > patienceNanos)
                throw new IllegalStateException("The packaged server is not ready; see " + log);
            pause();
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
    }

    /** The status of {@code /q/health/ready} or {@code live}; 0 while nobody answers. */
    public int health(String which) {
        try (Caller caller = caller()) {
            return caller.get("/q/health/" + which).status();
        } catch (IOException nobody) {
            return 0;
        }
    }

    public boolean alive() {
        return server.isAlive();
    }

    public long pid() {
        return server.pid();
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** As the kernel kills it: nothing is finished, nothing is said. */
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
        server.destroy();
        try {
            if (!server.waitFor(20, TimeUnit.SECONDS)) server.destroyForcibly();
        } catch (InterruptedException stop) {
            server.destroyForcibly();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
