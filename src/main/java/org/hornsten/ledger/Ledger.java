package org.hornsten.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.kit.Secrets;

/**
 * Keeps what happened, in the transaction of the act itself: neither is ever there without the other. Whoever observes
 * an {@link Entry} hears of it.
 */
@ApplicationScoped
public class Ledger {
    private final ObjectMapper json;
    private final Secrets secrets;
    private final Clock clock;
    /** Tells whoever has to do something about it, in the same transaction. */
    private final jakarta.enterprise.event.Event<Object> kept;

    Ledger(ObjectMapper json, Secrets secrets, Clock clock, jakarta.enterprise.event.Event<Object> kept) {
        this.json = json;
        this.secrets = secrets;
        this.clock = clock;
        this.kept = kept;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(Me me, Event event) {
        keep(me.person(), event);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(Optional<Person> actor, Event event) {
        Entry entry = entry(event);
        entry.at = clock.instant();
        entry.actorRole = actor.map(person -> person.role.name().toLowerCase(Locale.ROOT)).orElse("visitor");
        entry.actor = actor.map(this::actor).orElse(null);
        entry.persist();
        kept.fire(event);
        kept.fire(entry);
    }

    /** Keeps what somebody said who is not to be known: no name and no hour. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keepUnnamed(Event event) {
        Entry entry = entry(event);
        entry.at = clock.instant().truncatedTo(ChronoUnit.DAYS);
        entry.actorRole = "participant";
        entry.persist();
        kept.fire(entry);
    }

    /** What a person did by name, oldest first. */
    public List<Entry> by(Person person) {
        return Entry.list("actor = ?1 order by seq", actor(person));
    }

    private String actor(Person person) {
        return secrets.hexMark("actor", person.publicId).substring(0, 32);
    }

    private Entry entry(Event event) {
        Entry entry = new Entry();
        entry.verb = event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        entry.aboutKind = event.about().kind();
        entry.aboutId = event.about().id();
        try {
            entry.payload = json.writeValueAsString(event);
        } catch (JsonProcessingException problem) {
            throw new IllegalStateException("An event cannot be written: " + event.getClass(), problem);
        }
        return entry;
    }
}
