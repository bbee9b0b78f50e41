package org.hornsten.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which way e-mail leaves the house: to its mail server, into the demo's own mailbox, or not at all. */
@ApplicationScoped
class Carrier {
    private final boolean kept;
    private final boolean named;
    private final Smtp smtp;
    private final Mailbox mailbox;

    Carrier(@ConfigProperty(name = "hornsten.mail.kept", defaultValue = "false") boolean kept,
            @ConfigProperty(name = "hornsten.mail.host") Optional<String> host, Smtp smtp, Mailbox mailbox) {
        this.kept = kept;
        this.named = host.filter(name -> !name.isBlank()).isPresent();
        this.smtp = smtp;
        this.mailbox = mailbox;
    }

    boolean open() {
        return kept || named;
    }

    /** What is kept stays on this machine, whatever server is named. */
    Wire wire() {
        return kept ? mailbox : smtp;
    }
}
