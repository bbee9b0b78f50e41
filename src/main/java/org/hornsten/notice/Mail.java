package org.hornsten.notice;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Time;
import org.hornsten.ledger.Turn;
import org.hornsten.project.Project;

/** One e-mail on its way. Its words are sealed, because they may hold a link, and go when it is sent or given up. */
@Entity
public class Mail extends PanacheEntity {
    /** How long the words of one that was not delivered are kept, so that it can be tried again. */
    static final int KEPT_DAYS = 14;

    /** How long another server may be expected to go on trying (RFC 5321 asks for four or five days). */
    private static final int DELAYED_DAYS = 7;

    /** Dropped is what nobody wants to have sent any more. */
    public enum State { WAITING, SENT, UNDELIVERED, DROPPED }

    public String publicId;
    public String withinKind;
    public String withinId;
    public String aboutKind;
    public String aboutId;
    @ManyToOne(fetch = FetchType.LAZY) public Person receiver;
    @Enumerated(EnumType.STRING) public State state;
    /** Missing once it is sent or given up. */
    @Lob public byte[] sealed;
    public Instant postedAt;
    /** When it is to be tried next. */
    public Instant dueAt;
    /** Until when a worker holds it, by the database's clock; missing while nobody does. */
    public Instant leaseUntil;
    /** Rises with each taking: only who took it last ticks it off. */
    public long fence;
    public int tries;
    public int faults;
    /** What went wrong last; missing when nothing did. */
    @Enumerated(EnumType.STRING) public Reason reason;
    public LocalDate endedOn;

    static Mail of(Notice notice, Instant now) {
        Mail mail = new Mail();
        mail.publicId = PublicId.random();
        mail.withinKind = notice.within().kind();
        mail.withinId = notice.within().id();
        mail.aboutKind = notice.about().kind();
        mail.aboutId = notice.about().id();
        mail.receiver = notice.to();
        mail.state = State.WAITING;
        mail.postedAt = now;
        mail.dueAt = now;
        return mail;
    }

    /** What a project's lead has to know of: on its way for some reason, or not delivered. */
    static List<Mail> open(Project project) {
        return list("""
                from Mail m join fetch m.receiver where m.withinKind = 'project' and m.withinId = ?1
                and (m.state in ('WAITING', 'UNDELIVERED') or m.reason = 'DELAYED' and m.endedOn > ?2)
                order by m.state, m.id""", project.publicId, Time.day(Time.now()).minusDays(DELAYED_DAYS));
    }

    /** By the part of its Message-ID that is its own. */
    static Optional<Mail> numbered(String number) {
        return find("publicId", number).firstResultOptional();
    }

    static Optional<Mail> of(Project project, String publicId) {
        return find("publicId = ?1 and withinKind = 'project' and withinId = ?2", publicId, project.publicId)
                .firstResultOptional();
    }

    /** Those of them that were not delivered. */
    public static List<Mail> undelivered(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1 and state = 'UNDELIVERED'", ids);
    }

    /** Nothing goes to a person any more, and no words to that person are kept. */
    public static void forget(Person person) {
        update("sealed = null, state = 'DROPPED', reason = 'GONE', endedOn = local date "
                + "where receiver = ?1 and (sealed is not null or state = 'WAITING')", person);
    }

    /** Whether it can still be tried: its words are there. */
    public boolean kept() {
        return state == State.UNDELIVERED && sealed != null && reason != Reason.BROKEN;
    }

    public boolean waits() {
        return state == State.WAITING;
    }

    /** Whether it has been tried and did not get through yet. */
    public boolean late() {
        return waits() && reason != null;
    }

    /** Whether another server has it and still tries. */
    public boolean delayed() {
        return state == State.SENT && reason == Reason.DELAYED;
    }

    public boolean failed() {
        return state == State.UNDELIVERED;
    }

    /** Another server tells that it is late or came back; of what nobody waits for any more it changes nothing. */
    List<NoticeEvent> came(Reason why) {
        Turn.alone(this);
        if (receiver.erasedAt != null || state != State.SENT && state != State.WAITING) return List.of();
        if (why == Reason.DELAYED) return late(why);
        state = State.UNDELIVERED;
        reason = why;
        leaseUntil = null;
        // a worker that is about to send it once more ticks nothing off
        fence++;
        endedOn = Time.day(Time.now());
        return List.of(new NoticeEvent.Undelivered(ref(), why));
    }

    private List<NoticeEvent> late(Reason why) {
        if (state != State.SENT || reason == why) return List.of();
        reason = why;
        return List.of(new NoticeEvent.Delayed(ref()));
    }

    /** From the beginning, for another five days; who presses twice has it tried once. */
    Optional<NoticeEvent.Retried> retry() {
        if (waits()) return Optional.empty();
        if (!kept()) throw new Refused("notice:retry_gone");
        state = State.WAITING;
        tries = 0;
        faults = 0;
        reason = null;
        endedOn = null;
        postedAt = Time.now();
        dueAt = postedAt;
        return Optional.of(new NoticeEvent.Retried(ref()));
    }

    /** Not to be sent: the person is told in another way. */
    Optional<NoticeEvent.Dropped> drop() {
        if (state != State.UNDELIVERED && state != State.WAITING) return Optional.empty();
        state = State.DROPPED;
        sealed = null;
        // a worker that holds it now ticks nothing off
        fence++;
        endedOn = Time.day(Time.now());
        return Optional.of(new NoticeEvent.Dropped(ref()));
    }

    public Ref ref() {
        return new Ref("mail", publicId);
    }
}
