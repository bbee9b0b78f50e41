package org.hornsten.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Secrets;
import org.hornsten.ledger.Ledger;
import org.hornsten.notice.Outbox;
import org.hornsten.project.Project;
import org.hornsten.web.Address;
import org.hornsten.web.Tongue;

/** Where the button of an e-mail leads: who has an account signs in there, anybody else comes by a link of the own. */
@ApplicationScoped
public class Doors {
    private final Outbox outbox;
    private final Address address;
    private final Secrets secrets;
    private final Ledger ledger;
    private final Tongue tongue;
    private final Clock clock;

    Doors(Outbox outbox, Address address, Secrets secrets, Ledger ledger, Tongue tongue, Clock clock) {
        this.outbox = outbox;
        this.address = address;
        this.secrets = secrets;
        this.ledger = ledger;
        this.tongue = tongue;
        this.clock = clock;
    }

    /**
     * @param address whole, to stand in an e-mail to that person and nowhere else
     * @param how     what the e-mail says of it, in the receiver's language
     */
    public record Door(String address, String how) {}

    /**
     * For a member of the project.
     *
     * @param about what the {@link Destinations.Place} of its owner finds at that path
     */
    public Door of(Person person, Project project, Ref about, String path) {
        return door(person, project, about, path, false);
    }

    /** How a door of somebody without an account would read; it opens nothing. */
    public Door sample(String language) {
        return new Door(address.of("/link/…"), tongue.in(LinkMessages.class, language).mail_private());
    }

    /** For who is perhaps no member: then it opens that one thing. */
    public Door ofGuest(Person person, Project project, Ref about, String path) {
        return door(person, project, about, path, true);
    }

    // where no e-mail goes, a link would be known to nobody
    private Door door(Person person, Project project, Ref about, String path, boolean guest) {
        LinkMessages say = tongue.in(LinkMessages.class, person.language);
        if (person.hasAccount() || !outbox.reaches(person)) return new Door(address.of(path), say.mail_account());
        MailedLink mailed = MailedLink.telling(person, project, about, guest, LocalDate.now(clock), secrets);
        mailed.made().ifPresent(made -> ledger.keep(Optional.empty(), made));
        return new Door(address.of("/link/" + mailed.token()), say.mail_private());
    }
}
