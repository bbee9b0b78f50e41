package org.hornsten.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hornsten.kit.Secrets;

/** Signed passes that say who someone is and until when; what they may do is read from the database each time. */
@ApplicationScoped
public class Passes {
    public static final String PREFIX = "hs1.";
    private static final String PURPOSE = "pass";

    private final Secrets secrets;
    private final Clock clock;

    Passes(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    public record Pass(String token, Instant expiresAt) {}

    public Pass issue(Person person, Duration life) {
        Instant end = clock.instant().plus(life);
        return new Pass(secrets.signed(PURPOSE, PREFIX + person.publicId + "." + end.getEpochSecond()), end);
    }

    /** The public id of the person the pass was issued to, unless it is forged or over. */
    public Optional<String> holder(String token) {
        String[] parts = secrets.opened(PURPOSE, token).split("\\.");
        boolean valid = parts.length == 3 && Long.parseLong(parts[2]) > clock.instant().getEpochSecond();
        return valid ? Optional.of(parts[1]) : Optional.empty();
    }
}
