package org.hornsten.invitation;

import io.quarkus.arc.All;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.invitation.Invitation.Channel;
import org.hornsten.invitation.Invitation.Terms;
import org.hornsten.invitation.Wording.Asking;
import org.hornsten.invitation.Wording.Turn;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Secrets;
import org.hornsten.ledger.Ledger;
import org.hornsten.letter.LetterBatch;
import org.hornsten.letter.Letters;
import org.hornsten.link.Asked;
import org.hornsten.link.Destinations;
import org.hornsten.link.MailedLink;
import org.hornsten.link.Over;
import org.hornsten.link.PersonalLink;
import org.hornsten.notice.Outbox;
import org.hornsten.panel.LoadCap;
import org.hornsten.project.Greeting;
import org.hornsten.project.Project;
import org.hornsten.web.Address;

/** Asks people to take part by e-mail, remembers who was asked in any way, and reminds who has not answered. */
@ApplicationScoped
public class Invitations implements LoadCap.Asking, Asked {
    private static final int AT_ONCE = 200;

    private final Outbox outbox;
    private final Wording wording;
    private final Destinations destinations;
    private final Address address;
    private final Secrets secrets;
    private final Ledger ledger;
    private final List<Answers> answers;
    private final Clock clock;

    Invitations(Outbox outbox, Wording wording, Destinations destinations, Address address, Secrets secrets,
                Ledger ledger, @All List<Answers> answers, Clock clock) {
        this.outbox = outbox;
        this.wording = wording;
        this.destinations = destinations;
        this.address = address;
        this.secrets = secrets;
        this.ledger = ledger;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * An e-mail to each of them who has not been sent the same already.
     *
     * @return those that are new
     */
    List<Invitation> mail(Me me, Project project, List<Person> people, Terms terms) {
        if (!outbox.open()) throw new Refused("channel", "invitation:channel_off");
        if (!people.stream().allMatch(outbox::reaches)) throw new Refused("to", "invitation:to_no_mail");
        project.lock();
        List<Person> asked = giveWay(people, terms, Channel.EMAIL);
        List<Invitation> made = asked.stream().map(person -> mailed(me, project, person, terms)).toList();
        if (!made.isEmpty()) ledger.keep(me, new InvitationEvent.Invited(terms.about(), project.ref(), Channel.EMAIL,
                made.size(), terms.greeting().isPresent()));
        return made;
    }

    private Invitation mailed(Me me, Project project, Person person, Terms terms) {
        Invitation invitation = Invitation.to(person, project, me.known(), terms, Channel.EMAIL, clock);
        if (!person.hasAccount()) {
            MailedLink link = MailedLink.to(person, project, terms.about(), terms.dueOn(), LocalDate.now(clock),
                    secrets);
            link.made().ifPresent(event -> ledger.keep(me, event));
            invitation.opensBy(link.link());
        }
        post(invitation, Turn.FIRST);
        return invitation;
    }

    private void post(Invitation invitation, Turn turn) {
        Asking asking = new Asking(invitation.project, invitation.about(), invitation.title, invitation.dueOn,
                invitation.link == null, turn == Turn.FIRST ? invitation.greeting() : Optional.empty(), turn);
        outbox.post(wording.notice(asking, invitation.person, where(invitation))).ifPresent(invitation::goesBy);
    }

    private String where(Invitation invitation) {
        return address.of(invitation.link == null ? destinations.find(invitation.about())
                .map(Destinations.Destination::path).orElse(invitation.project.path())
                : "/link/" + invitation.link.token(secrets));
    }

    /** Letters are invitations, too: whoever wrote them, from whatever page. */
    void written(@Observes Letters.Written written) {
        LetterBatch batch = written.batch();
        keep(batch.project, batch.maker, batch.about(), batch.dueOn,
                written.cards() ? Channel.HANDED_OUT : Channel.LETTER, written.links(), written.greeting());
    }

    /** That links were made to be handed out by somebody. */
    void keep(Project project, Person inviter, Ref about, LocalDate dueOn, Channel channel,
              List<PersonalLink> links) {
        keep(project, inviter, about, dueOn, channel, links, Optional.empty());
    }

    private void keep(Project project, Person inviter, Ref about, LocalDate dueOn, Channel channel,
                      List<PersonalLink> links, Optional<Greeting> greeting) {
        Terms terms = new Terms(about, destinations.find(about).map(Destinations.Destination::title)
                .orElse(project.title), dueOn, 0, greeting);
        giveWay(links.stream().map(link -> link.person).toList(), terms, channel);
        links.forEach(link -> Invitation.to(link.person, project, inviter, terms, channel, clock).opensBy(link));
        ledger.keep(Optional.of(inviter), new InvitationEvent.Invited(about, project.ref(), channel, links.size(),
                greeting.isPresent()));
    }

    /** Whoever is to be asked anew: the earlier invitation counts no more from here on. */
    private static List<Person> giveWay(List<Person> people, Terms terms, Channel channel) {
        Map<Boolean, List<Invitation>> earlier = Invitation.live(terms.about(), people).stream()
                .collect(Collectors.partitioningBy(one -> one.says(terms, channel)));
        earlier.get(false).forEach(Invitation::giveWay);
        // before the new rows, or the key that lets one count at a time would refuse them
        Panache.getEntityManager().flush();
        Set<Long> told = earlier.get(true).stream().map(one -> one.person.id).collect(Collectors.toSet());
        return people.stream().distinct().filter(person -> !told.contains(person.id)).toList();
    }

    /**
     * Reminds who has not answered, as far as one knows, and was sent an e-mail.
     *
     * @return how many were reminded
     */
    int remind(Optional<Person> by, Project project, Ref about, List<Invitation> asked) {
        if (answers.stream().anyMatch(room -> !room.taken(about))) return 0;
        Optional<Set<Long>> answered = answeredBy(about);
        int reminded = 0;
        for (Invitation one : asked) {
            boolean silent = answered.filter(known -> known.contains(one.person.id)).isEmpty();
            if (one.channel != Channel.EMAIL || !silent || one.ended() || !outbox.reaches(one.person)
                    || !one.takeReminder()) continue;
            post(one, answered.isPresent() ? Turn.AGAIN : Turn.AGAIN_UNKNOWING);
            reminded++;
        }
        if (reminded > 0) ledger.keep(by, new InvitationEvent.Reminded(about, project.ref(), reminded));
        return reminded;
    }

    /**
     * What they were asked to has been called off. Nobody is reminded of it any more; who was sent an e-mail is sent
     * another, and a letter's code or a link tells it to the others.
     */
    void over(@Observes Over over) {
        List<Invitation> asked = Invitation.live(over.about());
        if (asked.isEmpty()) return;
        List<Invitation> told = asked.stream().filter(one -> one.channel == Channel.EMAIL && !one.ended()
                && outbox.reaches(one.person)).toList();
        asked.forEach(one -> one.callOff(LocalDate.now(clock)));
        told.forEach(one -> outbox.post(wording.off(one.project, one.about(), one.title, one.person, where(one))));
        ledger.keep(Optional.empty(), new InvitationEvent.CalledOff(over.about(), asked.get(0).project.ref(),
                asked.size(), told.size()));
    }

    @Scheduled(every = "10m", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            while (remindDue() > 0) Log.debug("Reminded");
        } catch (RuntimeException problem) {
            Log.warnf("Reminders could not be sent: %s", problem.getClass().getSimpleName());
        }
    }

    /** @return how many were looked at */
    int remindDue() {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Long> due = Invitation.toRemind(AT_ONCE);
            Map<Ref, List<Invitation>> byThing = Invitation.among(due).stream()
                    .collect(Collectors.groupingBy(Invitation::about));
            byThing.forEach((about, asked) -> remind(Optional.empty(), asked.get(0).project, about, asked));
            if (!due.isEmpty()) Invitation.remindNoMore(due);
            return due.size();
        });
    }

    /** Nothing where it cannot be known. */
    Optional<Set<Long>> answeredBy(Ref about) {
        return answers.stream().flatMap(room -> room.answeredBy(about).stream()).findFirst();
    }

    /** Who has answered, where those who work here may see it. */
    Set<Long> shownAnswers(Ref about) {
        return answers.stream().allMatch(room -> room.shown(about)) ? answeredBy(about).orElse(Set.of()) : Set.of();
    }

    @Override
    public List<Person> byMail(Project project, Ref about) {
        return Invitation.live(project, about).stream().filter(one -> one.channel == Channel.EMAIL && !one.ended())
                .map(one -> one.person).toList();
    }

    @Override
    public Map<Long, Integer> asked(Collection<Long> people, Instant since) {
        Map<Long, Integer> asked = new HashMap<>();
        Panache.getEntityManager().createQuery("""
                select i.person.id, count(i) from Invitation i where i.person.id in ?1 and i.madeAt >= ?2
                group by i.person.id""", Object[].class).setParameter(1, people).setParameter(2, since)
                .getResultList().forEach(row -> asked.put((Long) row[0], ((Long) row[1]).intValue()));
        return asked;
    }
}
