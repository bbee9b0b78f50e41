package org.hornsten.home;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.input.Contribution;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Ledger;
import org.hornsten.privacy.Own;
import org.hornsten.project.Membership;

/** Erases a person: name, words and links go; counts, answers, changes and proofs stay. Each room knows its own. */
@ApplicationScoped
class Leaving {
    private final Ledger ledger;
    private final Clock clock;
    private final List<Own> rooms;

    Leaving(Ledger ledger, Clock clock, @All List<Own> rooms) {
        this.ledger = ledger;
        this.clock = clock;
        this.rooms = rooms;
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
        int said = (int) Contribution.count("author", person);
        rooms.stream().flatMap(room -> room.doubts(person, today).stream()).toList()
                .forEach(doubt -> ledger.keep(by, doubt));
        rooms.forEach(room -> room.forget(person, by, today).forEach(event -> ledger.keep(by, event)));
        ledger.keep(by, new HomeEvent.Left(new Ref("person", person.publicId), said));
        person.erase(clock.instant());
    }
}
