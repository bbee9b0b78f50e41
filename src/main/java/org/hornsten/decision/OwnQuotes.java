package org.hornsten.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.hornsten.identity.Person;
import org.hornsten.input.Contributions;
import org.hornsten.ledger.Event;
import org.hornsten.privacy.Own;
import org.hornsten.project.Membership;

/** Where staff have quoted somebody who leaves: a lead looks at each place. */
@ApplicationScoped
class OwnQuotes implements Own {

    @Override
    public List<Event> doubts(Person person, LocalDate today) {
        return Echoes.heard(Contributions.everOf(person), Arrays.asList(person.name, person.pseudonym, person.email,
                person.street), Membership.everOf(person).stream().map(member -> member.project).toList(), today);
    }
}
