package org.hornsten.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.hornsten.kit.Secrets;
import org.hornsten.web.Address;
import org.hornsten.workshop.Workshop;

/** The code that hangs in the room: only who is there can know its address. */
@ApplicationScoped
class Door {
    private static final int LENGTH = 24;

    private final Secrets secrets;
    private final Address address;

    Door(Secrets secrets, Address address) {
        this.secrets = secrets;
        this.address = address;
    }

    String path(Workshop workshop) {
        return workshop.path() + "/here/" + key(workshop);
    }

    String address(Workshop workshop) {
        return address.of(path(workshop));
    }

    boolean opens(Workshop workshop, String key) {
        return MessageDigest.isEqual(key(workshop).getBytes(StandardCharsets.UTF_8),
                key.getBytes(StandardCharsets.UTF_8));
    }

    private String key(Workshop workshop) {
        return secrets.hexMark("door", workshop.publicId).substring(0, LENGTH);
    }
}
