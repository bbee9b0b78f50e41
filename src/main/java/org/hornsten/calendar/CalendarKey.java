package org.hornsten.calendar;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.kit.LinkToken;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Secrets;
import org.hornsten.workshop.WorkshopEvent;

/** The way of a calendar program to one person's workshops. Only a fingerprint of it is kept; a new one ends the old. */
@Entity
public class CalendarKey extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY) public Person person;
    /** The only project it tells of; 0 for all of the person's. Who came by a link gets no wider one. */
    @Column(name = "within_id") public long within;
    public byte[] hash;
    public LocalDate madeOn;

    /** The key with its token, which exists only here and is shown once. */
    record Made(String token, WorkshopEvent.CalendarOpened event) {}

    static Made made(Me me, LocalDate today) {
        Person person = me.known();
        delete("person = ?1 and within = ?2", person, me.within());
        String token = LinkToken.random();
        CalendarKey key = new CalendarKey();
        key.person = person;
        key.within = me.within();
        key.hash = Secrets.fingerprint(token);
        key.madeOn = today;
        key.persist();
        return new Made(token, new WorkshopEvent.CalendarOpened(new Ref("person", person.publicId)));
    }

    static Optional<CalendarKey> of(Me me) {
        return find("person.id = ?1 and within = ?2", me.id(), me.within()).firstResultOptional();
    }

    /** One whose person may not come in any more looks like an unknown one. */
    static Optional<CalendarKey> opened(String token) {
        return find("""
                from CalendarKey k join fetch k.person p where k.hash = ?1 and p.blockedAt is null
                and p.erasedAt is null and (k.within = 0 or exists (select 1 from Membership m
                  where m.person = p and m.project.id = k.within))""", (Object) Secrets.fingerprint(token))
                .firstResultOptional();
    }

    /** All ways into somebody's calendar end. */
    public static void forget(Person person) {
        delete("person", person);
    }
}
