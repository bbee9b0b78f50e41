package org.hornsten;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The packaged server with its demo world, as anybody starts it: once for all browser tests, on an empty data folder.
 * {@code -Dhornsten.url=} names one that runs already.
 */
final class House {
    private static final Path PROGRAM = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Path DATA = Path.of("target", "test-house").toAbsolutePath();
    private static final Path LOG = Path.of("target", "test-house.log");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 32_000;
    private static final int TRIES = 50;

    private static String address;
    private static String instead = "";
    private static RuntimeException broken;

    private House() {}

    /** Scheme, host and port, without a slash at the end. */
    static synchronized String address() {
        if (!instead.isEmpty()) return instead;
        if (broken != null) throw broken;
        if (address == null) address = System.getProperty("hornsten.url", "").isBlank() ? startedOnce()
                : System.getProperty("hornsten.url").replaceFirst("/+$", "");
        return address;
    }

    /** A story with a house of its own is told there; empty when it is over. */
    static synchronized void tellIn(String own) {
        instead = own;
    }

    // What does not start is not tried again by each of the hundreds of tests.
    private static String startedOnce() {
        try {
            return started();
        } catch (RuntimeException problem) {
            broken = problem;
            throw problem;
        }
    }

    private static String started() {
        try {
            // the unpacked programs may stay, the data of the last run may not
            empty(DATA.resolve("database"));
            int port = freePort();
            Process server = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"),
                    "-Xmx512m", "-Dquarkus.profile=demo", "-Dquarkus.http.port=" + port, "-Dhornsten.data=" + DATA,
                    "-jar", PROGRAM.toString()).redirectErrorStream(true).redirectOutput(LOG.toFile()).start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server)));
            String at = "http://127.0.0.1:" + port;
            awaitReady(server, at);
            return at;
        } catch (IOException problem) {
            throw new IllegalStateException("The packaged server does not start", problem);
        }
    }

    private static void awaitReady(Process server, String at) throws IOException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!ready(at)) {
            if (!server.isAlive() || System.nanoTime() > until)
                throw new IllegalStateException("The packaged server is not ready:\n" + Files.readString(LOG));
        }
    }

    private static boolean ready(String at) {
        try {
            Thread.sleep(100);
            return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(at + "/q/health/ready")).build(),
                    BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static void end(Process server) {
        server.destroy();
        try {
            if (!server.waitFor(30, TimeUnit.SECONDS)) server.destroyForcibly();
        } catch (InterruptedException stop) {
            server.destroyForcibly();
        }
    }

    // below those the system hands out by itself: the server needs half a minute to come and take it
    private static int freePort() throws IOException {
        for (int port : ThreadLocalRandom.current().ints(TRIES, LOWEST_PORT, HIGHEST_PORT).toArray())
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                continue;
            }
        throw new IOException("No port is free");
    }

    private static void empty(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) Files.delete(file);
        }
    }
}
