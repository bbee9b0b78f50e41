package org.hornsten.home;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.input.Contribution;
import org.hornsten.invitation.PersonalLink;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Membership;

/** Erases a person: name, words and links go; counts, answers, changes and proofs stay. */
@ApplicationScoped
class Leaving {
    private final Ledger ledger;
    private final Clock clock;

    Leaving(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    void erase(Me me) {
        Person person = Person.changing(me);
        // a link may be in other hands by now: it takes nothing away that it does not open
        if (Membership.elsewhere(me)) throw new Refused("home:erase_elsewhere");
        if (!Membership.onlyLedBy(person).isEmpty()) throw new Refused("project:last_lead");
        LocalDate today = LocalDate.now(clock);
        List<Contribution> said = Mine.contributions(me, Mine.ALL);
        said.forEach(contribution -> ledger.keep(me, contribution.erase(today)));
        PersonalLink.of(person).forEach(link -> ledger.keep(me, link.end(today)));
        ledger.keep(me, new HomeEvent.Left(new Ref("person", person.publicId), said.size()));
        person.erase(clock.instant());
    }
}
