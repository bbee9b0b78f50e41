package org.hornsten.letter;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Seal;
import org.hornsten.kit.Secrets;
import org.hornsten.kit.Time;
import org.hornsten.ledger.Ledger;
import org.hornsten.link.Codes;
import org.hornsten.link.PersonalLink;
import org.hornsten.privacy.Disclosure;
import org.hornsten.project.Greeting;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;

/** Writes letters with codes, keeps them sealed, opens them for printing, and destroys them in time. */
@ApplicationScoped
public class Letters {
    private final Secrets secrets;
    private final Codes codes;
    private final ObjectMapper json;
    private final Ledger ledger;
    private final Clock clock;
    private final Event<Written> told;

    Letters(Secrets secrets, Codes codes, ObjectMapper json, Ledger ledger, Clock clock, Event<Written> told) {
        this.secrets = secrets;
        this.codes = codes;
        this.json = json;
        this.ledger = ledger;
        this.clock = clock;
        this.told = told;
    }

    /** The letters of a batch as its maker is told of them; whoever observes it hears of it in the same transaction. */
    public record Written(LetterBatch batch, List<PersonalLink> links, Optional<Greeting> greeting, boolean cards) {}

    /** @param dueOn null when no day is named */
    public Written write(Me me, Project project, List<Membership> to, Ref about, LocalDate dueOn) {
        return write(me, project, to, about, dueOn, Optional.empty(), false);
    }

    /**
     * @param greeting stands in the letters, not on cards
     * @param cards    whether they are to be handed out, not sent
     */
    public Written write(Me me, Project project, List<Membership> to, Ref about, LocalDate dueOn,
                         Optional<Greeting> greeting, boolean cards) {
        List<Codes.Drawn> drawn = codes.draw(to.size());
        LetterBatch batch = LetterBatch.made(project, me.known(), about, dueOn, to.size());
        List<Letter> letters = new ArrayList<>();
        List<PersonalLink> links = new ArrayList<>();
        for (int i = 0; i < to.size(); i++) {
            PersonalLink.Made made = PersonalLink.forPerson(project, to.get(i).person, about, dueOn,
                    Time.day(Time.now()));
            made.link().comesIn(batch.id, drawn.get(i));
            made.events().forEach(event -> ledger.keep(me, event));
            letters.add(Letter.to(to.get(i), drawn.get(i).code(), made.token(), greeting));
            links.add(made.link());
        }
        disclose(me, batch, to.stream().map(member -> member.person).toList());
        batch.sealed = Seal.close(key(batch), written(letters));
        ledger.keep(me, new LetterEvent.Written(batch.ref(), project.ref(), to.size()));
        Written all = new Written(batch, links, cards ? Optional.empty() : greeting, cards);
        told.fire(all);
        return all;
    }

    /**
     * To people who may be no members: to them it opens what it is about, to members what a member's letter opens.
     *
     * @param codes as many as people, drawn beforehand because that takes long
     */
    public LetterBatch write(Person by, Project project, List<Person> guests, List<Codes.Drawn> codes, Ref about,
                             LocalDate dueOn) {
        LetterBatch batch = LetterBatch.made(project, by, about, dueOn, guests.size());
        List<Letter> letters = new ArrayList<>();
        Set<Long> members = Membership.among(project, guests);
        for (int i = 0; i < guests.size(); i++) {
            Person to = guests.get(i);
            LocalDate today = Time.day(Time.now());
            PersonalLink.Made made = members.contains(to.id) ? PersonalLink.forPerson(project, to, about, dueOn, today)
                    : PersonalLink.forGuest(project, to, about, dueOn, today);
            made.link().comesIn(batch.id, codes.get(i));
            made.events().forEach(event -> ledger.keep(Optional.of(by), event));
            letters.add(Letter.to(to, i + 1, codes.get(i).code(), made.token(), Optional.empty()));
        }
        Disclosure.open(by, guests, project.ref(), Disclosure.Purpose.INVITATION, LetterBatch.OPEN, clock)
                .forEach(event -> ledger.keep(Optional.of(by), event));
        batch.sealed = Seal.close(key(batch), written(letters));
        ledger.keep(Optional.of(by), new LetterEvent.Written(batch.ref(), project.ref(), guests.size()));
        return batch;
    }

    /** For eight hours more: its maker reads names and addresses once more, and those they are of are shown that. */
    void open(Me me, LetterBatch batch) {
        batch.open().ifPresent(opened -> {
            ledger.keep(me, opened);
            disclose(me, batch, PersonalLink.ofBatch(batch.id).stream().map(link -> link.person)
                    .filter(person -> person.erasedAt == null).toList());
        });
    }

    private void disclose(Me me, LetterBatch batch, List<Person> receivers) {
        Disclosure.open(me.known(), receivers, batch.project.ref(), Disclosure.Purpose.INVITATION, LetterBatch.OPEN,
                clock).forEach(event -> ledger.keep(me, event));
    }

    /** In plain words, as long as the batch is {@link LetterBatch.State#READY}. */
    Optional<List<Letter>> read(LetterBatch batch) {
        return batch.ready() ? Optional.of(read(Seal.open(key(batch), batch.sealed))) : Optional.empty();
    }

    /** Those whose seven days are over; also when several servers do it at once. */
    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void destroyOver() {
        QuarkusTransaction.requiringNew().run(() -> LetterBatch.over()
                .forEach(batch -> ledger.keep(Optional.empty(), batch.expire())));
    }

    private byte[] key(LetterBatch batch) {
        return secrets.key("letters " + batch.publicId);
    }

    private byte[] written(List<Letter> letters) {
        try {
            return json.writeValueAsBytes(letters);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private List<Letter> read(byte[] bytes) {
        try {
            return json.readValue(bytes, new TypeReference<>() {});
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
