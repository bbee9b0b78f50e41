package org.hornsten.attendance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import org.hornsten.kit.Seal;
import org.hornsten.kit.Secrets;
import org.hornsten.ledger.Event;
import org.hornsten.workshop.Registration;

/** Seals what a person needs: it may tell of health, so the database and its backups hold nothing readable. */
@ApplicationScoped
public class Envelope {
    private static final String PURPOSE = "needs";

    private final Secrets secrets;
    private final ObjectMapper json;

    Envelope(Secrets secrets, ObjectMapper json) {
        this.secrets = secrets;
        this.json = json;
    }

    /** What the person needs; nothing where it was never said, or is gone by now. */
    public Needs open(Registration registration) {
        if (registration.needs == null) return Needs.NONE;
        try {
            return json.readValue(Seal.open(secrets.key(PURPOSE), registration.publicId, registration.needs),
                    Needs.class);
        } catch (IOException unreadable) {
            throw new IllegalStateException("Needs that cannot be read", unreadable);
        }
    }

    /** Puts it in place of what was there. */
    public Optional<? extends Event> close(Registration registration, Needs needs) {
        return registration.needs(needs.isEmpty() ? null
                : Seal.close(secrets.key(PURPOSE), registration.publicId, written(needs)));
    }

    private byte[] written(Needs needs) {
        try {
            return json.writeValueAsBytes(needs);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
