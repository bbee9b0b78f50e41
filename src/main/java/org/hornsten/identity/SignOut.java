package org.hornsten.identity;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import java.time.Instant;

/** The provider said that a sign-in there has ended; kept for as long as a token of it could still be shown. */
@Entity
public class SignOut extends PanacheEntity {
    /** The sign-in that ended; missing when all of that person's did. */
    public String session;
    public String subject;
    public Instant at;

    public static void told(String subject, String session, Instant at) {
        delete("at < ?1", at.minus(Badges.LIFE).minus(Badges.LIFE));
        SignOut told = new SignOut();
        told.subject = subject;
        told.session = session;
        told.at = at;
        told.persist();
    }

    public static boolean ended(Badge badge) {
        return count("session = ?1 or session is null and subject = ?2 and at >= ?3",
                badge.session(), badge.subject(), badge.since()) > 0;
    }
}
