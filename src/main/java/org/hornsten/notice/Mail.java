package org.hornsten.notice;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.hornsten.identity.Person;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Ref;

/** One e-mail on its way. Its words are sealed, because they may hold a link, and go when it is sent or given up. */
@Entity
public class Mail extends PanacheEntity {
    public enum State { WAITING, SENT, UNDELIVERED }

    public String publicId;
    public String withinKind;
    public String withinId;
    public String aboutKind;
    public String aboutId;
    @ManyToOne(fetch = FetchType.LAZY) public Person receiver;
    @Enumerated(EnumType.STRING) public State state;
    @Lob public byte[] sealed;
    /** When it is to be tried next. */
    public Instant dueAt;

    static Mail of(Notice notice, Instant now) {
        Mail mail = new Mail();
        mail.publicId = PublicId.random();
        mail.withinKind = notice.within().kind();
        mail.withinId = notice.within().id();
        mail.aboutKind = notice.about().kind();
        mail.aboutId = notice.about().id();
        mail.receiver = notice.to();
        mail.state = State.WAITING;
        mail.dueAt = now;
        return mail;
    }

    public Ref ref() {
        return new Ref("mail", publicId);
    }
}
