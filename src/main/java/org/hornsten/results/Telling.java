package org.hornsten.results;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hornsten.identity.Person;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Turn;
import org.hornsten.workshop.Workshop;

/** That one group was told of what was published of a workshop: once for each time it is published. */
@Entity
public class Telling extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY) public Workshop workshop;
    @Enumerated(EnumType.STRING) public Audience audience;
    /** When what was told had been published: another time is another publication. */
    public Instant publishedAt;
    public Instant toldAt;
    @ManyToOne(fetch = FetchType.LAZY) public Person toldBy;
    public int people;

    /**
     * Those of the group whom no other group's telling has reached yet.
     *
     * @return nothing where this group is told already: pressed twice it is told once
     */
    static Optional<List<Person>> begun(Workshop workshop, Audience audience, Person by, Instant now) {
        // of two who press at once the second finds what the first one told
        Turn.alone(workshop);
        if (!workshop.published()) throw new Refused("results:not_published");
        if (of(workshop).stream().anyMatch(one -> one.audience == audience)) return Optional.empty();
        Set<Long> told = Told.ids(workshop);
        List<Person> people = audience.among(Audience.Known.of(workshop)).stream()
                .filter(one -> !told.contains(one.id)).toList();
        if (people.isEmpty()) throw new Refused("results:nobody_to_tell");
        Telling telling = new Telling();
        telling.workshop = workshop;
        telling.audience = audience;
        telling.publishedAt = workshop.publishedAt;
        telling.toldAt = now;
        telling.toldBy = by;
        telling.people = people.size();
        telling.persist();
        people.forEach(person -> Told.of(telling, person));
        return Optional.of(people);
    }

    /** Of what is published now. */
    static List<Telling> of(Workshop workshop) {
        return list("workshop = ?1 and publishedAt = ?2", workshop, workshop.publishedAt);
    }
}
