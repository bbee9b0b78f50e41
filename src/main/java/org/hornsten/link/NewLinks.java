package org.hornsten.link;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hornsten.identity.Person;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Secrets;
import org.hornsten.ledger.Ledger;
import org.hornsten.notice.Notice;
import org.hornsten.notice.Outbox;
import org.hornsten.web.Address;
import org.hornsten.web.Theme;
import org.hornsten.web.Tongue;

/** Sends new links to those who asked for them and still have a right to one: one e-mail for each project. */
@ApplicationScoped
class NewLinks {
    private static final int MOST = 10;

    private final Secrets secrets;
    private final Outbox outbox;
    private final Destinations destinations;
    private final Address address;
    private final Tongue tongue;
    private final Theme theme;
    private final Ledger ledger;
    private final Clock clock;

    NewLinks(Secrets secrets, Outbox outbox, Destinations destinations, Address address, Tongue tongue, Theme theme,
             Ledger ledger, Clock clock) {
        this.secrets = secrets;
        this.outbox = outbox;
        this.destinations = destinations;
        this.address = address;
        this.tongue = tongue;
        this.theme = theme;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Scheduled(every = "${hornsten.mail.every:5s}", delayed = "15s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            while (one()) Log.debug("A wish for a new link was looked at");
        } catch (RuntimeException problem) {
            Log.warnf("Wishes for new links could not be read: %s", problem.getClass().getSimpleName());
        }
    }

    /** @return whether there was one */
    boolean one() {
        return QuarkusTransaction.requiringNew().call(() -> {
            LinkWish.forgetBefore(clock.instant().minus(Duration.ofDays(1)));
            Optional<LinkWish> wish = LinkWish.next();
            wish.flatMap(this::asked).ifPresent(this::answer);
            return wish.isPresent();
        });
    }

    private Optional<String> asked(LinkWish wish) {
        try {
            return wish.open(secrets);
        } catch (IllegalStateException otherSecret) {
            return Optional.empty();
        }
    }

    private void answer(String email) {
        Set<List<Long>> told = new HashSet<>();
        PersonalLink.reachedBy(email).stream()
                .filter(link -> destinations.find(link.about()).isPresent())
                .filter(link -> told.size() < MOST && told.add(List.of(link.project.id, link.person.id)))
                .forEach(this::send);
    }

    private void send(PersonalLink known) {
        Optional<Destinations.Destination> to = destinations.find(known.about());
        if (to.isEmpty()) return;
        MailedLink mailed = MailedLink.beside(known, LocalDate.now(clock), secrets);
        mailed.made().ifPresent(made -> ledger.keep(Optional.empty(), made));
        Person person = known.person;
        LinkMessages say = tongue.in(LinkMessages.class, person.language);
        String language = Multilingual.plain(person.language);
        outbox.post(new Notice(known.project.ref(), known.about(), person,
                say.new_mail_subject(known.project.title.in(language)),
                List.of(say.new_mail_why(theme.organisation(language)),
                        say.new_mail_what(to.get().title().in(language)), say.new_mail_not_you()),
                Optional.of(new Notice.Way(say.new_mail_way(), address.of("/link/" + mailed.token()))),
                Optional.empty()));
    }
}
