package org.hornsten.results;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.workshop.Workshop;

/** That one person was told, whatever groups the person is in; whoever has no e-mail reads it on the own page. */
@Entity
public class Told extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY) public Workshop workshop;
    @ManyToOne(fetch = FetchType.LAZY) public Person person;
    public Instant publishedAt;
    public Instant toldAt;

    static void of(Telling telling, Person person) {
        Told told = new Told();
        told.workshop = telling.workshop;
        told.person = person;
        told.publishedAt = telling.publishedAt;
        told.toldAt = telling.toldAt;
        told.persist();
    }

    /** Internal ids of who was told of what is published now. */
    static Set<Long> ids(Workshop workshop) {
        return Set.copyOf(getEntityManager().createQuery(
                "select t.person.id from Told t where t.workshop = ?1 and t.publishedAt = ?2", Long.class)
                .setParameter(1, workshop).setParameter(2, workshop.publishedAt).getResultList());
    }

    /** What the person who asks was told of, each workshop once, newest first. */
    public static List<Told> mine(Me me) {
        return list("""
                from Told t join fetch t.workshop w join fetch w.project p where t.person.id = ?1 and ?2 in (0, p.id)
                and t.id = (select max(o.id) from Told o where o.workshop = w and o.person = t.person)
                order by t.toldAt desc""", me.id(), me.within());
    }

    static void forget(Person person) {
        delete("person", person);
    }
}
