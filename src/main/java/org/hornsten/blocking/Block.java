package org.hornsten.blocking;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Doorkeepers;
import org.hornsten.identity.Person;
import org.hornsten.identity.SignOut;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.kit.SignInNeeded;
import org.hornsten.ledger.Hidden;

/**
 * Why somebody is blocked now, and who did it. That the person is, is asked of the person at each request; this row
 * goes when the person is let in again, and only the ledger still tells that it was.
 */
@Entity
public class Block extends PanacheEntity {
    static final int LONGEST = 1000;

    /** A closed list, so that the ledger tells no more about a person than one of these. */
    public enum Reason { GONE, HANDS, MISUSE, WISH, OTHER }

    @ManyToOne(fetch = FetchType.LAZY) public Person person;
    /** Missing where a restored backup had forgotten the block. */
    @ManyToOne(fetch = FetchType.LAZY) public Person blockedBy;
    @Enumerated(EnumType.STRING) public Reason reason;
    /** In the administrator's own words; empty as a rule. */
    public String words;
    public String salt;

    /**
     * Shuts a person out from the next request on.
     *
     * @param reason null when none was chosen, which is refused
     * @throws Refused for oneself, for the last administrator, and for who is blocked already
     * @throws SignInNeeded when the one who blocks was blocked at this moment
     */
    static BlockingEvent.Blocked made(Person by, Person whom, Reason reason, String words, Instant at) {
        if (reason == null) throw new Refused("reason", "blocking:reason_missing");
        if (reason == Reason.OTHER && words.isEmpty()) throw new Refused("words", "blocking:words_missing");
        if (words.length() > LONGEST) throw new Refused("words", "web:too_long", LONGEST);
        if (by.id.equals(whom.id)) throw new Refused("blocking:oneself");
        Doorkeepers held = Doorkeepers.held(by, whom);
        if (!held.letsIn(by)) throw new SignInNeeded();
        if (!held.letsIn(whom)) throw new Refused("blocking:already");
        if (!held.administeredWithout(whom)) throw new Refused("blocking:last_administrator");
        return shut(Optional.of(by), whom, reason, words, at);
    }

    /** Blocks again who was blocked after a restored backup had been taken. */
    public static Optional<BlockingEvent> again(Person whom, Instant at) {
        return whom.blockedAt == null ? Optional.of(shut(Optional.empty(), whom, Reason.OTHER, "", at))
                : Optional.empty();
    }

    private static BlockingEvent.Blocked shut(Optional<Person> by, Person whom, Reason reason, String words,
                                              Instant at) {
        Hidden written = Hidden.of(words);
        Block block = new Block();
        block.person = whom;
        block.blockedBy = by.orElse(null);
        block.reason = reason;
        block.words = words;
        block.salt = written.salt();
        block.persist();
        whom.block(at);
        // a stay at the provider would else go on when the person is let in again
        if (whom.subject != null) SignOut.told(whom.subject, null, at);
        return new BlockingEvent.Blocked(ref(whom), reason, written);
    }

    /** Lets the person in again; nothing happened to who was not blocked. */
    public static Optional<BlockingEvent> lifted(Person whom) {
        forget(whom);
        if (whom.blockedAt == null) return Optional.empty();
        whom.unblock();
        return Optional.of(new BlockingEvent.Unblocked(ref(whom)));
    }

    /** The reason goes, with the words. */
    public static void forget(Person whom) {
        delete("person", whom);
    }

    static Optional<Block> of(Person whom) {
        return find("from Block b left join fetch b.blockedBy where b.person = ?1", whom).firstResultOptional();
    }

    /** Who is blocked now, the newest first. */
    static List<Block> all() {
        return list("from Block b join fetch b.person p order by p.blockedAt desc, b.id desc");
    }

    private static Ref ref(Person person) {
        return new Ref("person", person.publicId);
    }
}
