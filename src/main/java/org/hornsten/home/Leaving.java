package org.hornsten.home;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hornsten.attendance.Reception;
import org.hornsten.blocking.Block;
import org.hornsten.board.Voters;
import org.hornsten.decision.Echoes;
import org.hornsten.fee.Claims;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.input.Contribution;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Ledger;
import org.hornsten.link.PersonalLink;
import org.hornsten.notice.Mail;
import org.hornsten.panel.Experience;
import org.hornsten.panel.Seat;
import org.hornsten.project.Membership;
import org.hornsten.rating.Raters;
import org.hornsten.recruitment.Application;

/** Erases a person: name, words and links go; counts, answers, changes and proofs stay. */
@ApplicationScoped
class Leaving {
    private final Ledger ledger;
    private final Clock clock;
    private final Raters raters;
    private final Reception reception;
    private final Voters voters;

    Leaving(Ledger ledger, Clock clock, Raters raters, Reception reception, Voters voters) {
        this.ledger = ledger;
        this.clock = clock;
        this.raters = raters;
        this.reception = reception;
        this.voters = voters;
    }

    void erase(Me me) {
        Person person = Person.changing(me);
        // a link may be in other hands by now: it takes nothing away that it does not open
        if (Membership.elsewhere(me)) throw new Refused("home:erase_elsewhere");
        if (!Membership.onlyLedBy(person).isEmpty()) throw new Refused("project:last_lead");
        erase(person, me.person());
    }

    /** @param by who wanted it; nobody where time or a restored backup did */
    void erase(Person person, Optional<Person> by) {
        LocalDate today = LocalDate.now(clock);
        List<Contribution> said = Mine.everOf(person);
        listen(person, said, today, by);
        said.forEach(contribution -> ledger.keep(by, contribution.erase(today)));
        raters.unlink(person);
        voters.unlink(person);
        reception.forget(person, by);
        Claims.leave(person);
        Application.forget(person, today);
        PersonalLink.of(person).forEach(link -> ledger.keep(by, link.end(today)));
        Seat.everOf(person).forEach(seat -> seat.forget(today).ifPresent(rose -> ledger.keep(by, rose)));
        Experience.forget(person);
        ledger.keep(by, new HomeEvent.Left(new Ref("person", person.publicId), said.size()));
        Block.forget(person);
        Mail.forget(person);
        person.erase(clock.instant());
    }

    /** While the words are still there: where did staff quote them? */
    private void listen(Person person, List<Contribution> said, LocalDate today, Optional<Person> by) {
        List<String> names = Arrays.asList(person.name, person.pseudonym, person.email, person.street);
        Echoes.heard(said, names, Membership.everOf(person).stream().map(member -> member.project).toList(), today)
                .forEach(doubt -> ledger.keep(by, doubt));
    }
}
