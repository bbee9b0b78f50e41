package org.hornsten;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** Where the mail server of a test run is looked for. Nobody answers there until a test opens one. */
public class TestMail implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        try (ServerSocket free = new ServerSocket(0)) {
            return Map.of("hornsten.mail.port", "" + free.getLocalPort());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @Override
    public void stop() {
        // the port was only looked for
    }
}
