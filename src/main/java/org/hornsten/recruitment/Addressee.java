package org.hornsten.recruitment;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;

/** Somebody a call is sent to by letter, who may answer it or not. */
@Entity
public class Addressee extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY) public OpenCall call;
    @ManyToOne(fetch = FetchType.LAZY) public Person person;
    /** Whether the letter is written. */
    public boolean written;

    public static Addressee of(OpenCall call, Person person) {
        Addressee addressee = new Addressee();
        addressee.call = call;
        addressee.person = person;
        addressee.persist();
        return addressee;
    }

    public static long of(OpenCall call) {
        return count("call", call);
    }

    public static long written(OpenCall call) {
        return count("call = ?1 and written = true", call);
    }

    /** Whether whoever asks came by the letter of this call. */
    static boolean is(Me me, OpenCall call) {
        return me.byGrant() && count("call = ?1 and person.id = ?2 and ?3 = call.panel.project.id", call, me.id(),
                me.within()) > 0;
    }

    public void write() {
        written = true;
    }
}
