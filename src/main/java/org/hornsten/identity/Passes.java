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

    /** @param grant public id of the right the person came by; empty for who signed in and may all that is theirs */
    record Holder(String person, String grant) {}

    public Pass issue(Person person, Duration life) {
        return issue(person.publicId, life);
    }

    /** A pass that is good for nothing but what that right opens, and no longer than it. */
    public Pass issue(Person person, String grant, Duration life) {
        return issue(person.publicId + "/" + grant, life);
    }

    private Pass issue(String holder, Duration life) {
        Instant end = clock.instant().plus(life);
        return new Pass(secrets.signed(PURPOSE, PREFIX + holder + "." + end.getEpochSecond()), end);
    }

    /** Whom the pass was issued to, unless it is forged or over. */
    Optional<Holder> holder(String token) {
        String[] parts = secrets.opened(PURPOSE, token).split("\\.");
        boolean valid = parts.length == 3 && Long.parseLong(parts[2]) > clock.instant().getEpochSecond();
        return valid ? Optional.of(holding(parts[1].split("/"))) : Optional.empty();
    }

    private static Holder holding(String[] parts) {
        return new Holder(parts[0], parts.length > 1 ? parts[1] : "");
    }
}
