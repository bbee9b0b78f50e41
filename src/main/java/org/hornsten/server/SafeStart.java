package org.hornsten.server;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A server for real people does not start on secrets that are missing, short, or known to everybody. */
@ApplicationScoped
class SafeStart {
    private static final int FIRST = 1;
    private static final int SHORTEST = 32;
    private static final int FEWEST_SIGNS = 10;
    private static final List<String> TRYING = List.of("demo", "dev", "test");
    private static final List<String> WELL_KNOWN = List.of("", "hornsten", "root", "admin", "password", "secret",
            "changeme", "mariadb", "keycloak");
    private static final List<String> SAMPLES =
            List.of("change me", "changeme", "change-me", "example", "secret of the tests");

    private final String secret;
    private final String password;

    SafeStart(@ConfigProperty(name = "hornsten.secret") Optional<String> secret,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.secret = secret.orElse("");
        this.password = password.orElse("");
    }

    void check(@Observes @Priority(FIRST) StartupEvent start) {
        if (LaunchMode.current() == LaunchMode.NORMAL) check(ConfigUtils.getProfiles(), secret, password);
    }

    /** @throws IllegalStateException in words an operator can act on; they never hold the secret */
    static void check(List<String> profiles, String secret, String password) {
        if (profiles.stream().anyMatch(TRYING::contains)) return;
        if (secret.length() < SHORTEST) throw refused("hornsten.secret is missing or shorter than 32 signs");
        String lower = secret.toLowerCase(Locale.ROOT);
        if (secret.chars().distinct().count() < FEWEST_SIGNS || SAMPLES.stream().anyMatch(lower::contains))
            throw refused("hornsten.secret is a sample or too simple");
        if (WELL_KNOWN.contains(password.toLowerCase(Locale.ROOT)))
            throw refused("the password of the database (quarkus.datasource.password) is missing or well known");
    }

    private static IllegalStateException refused(String why) {
        return new IllegalStateException("Not started: " + why + ". Make one with: openssl rand -base64 48");
    }
}
