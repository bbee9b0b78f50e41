package org.hornsten.invitation;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.identity.Person;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Reach;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.link.PersonalLink;
import org.hornsten.notice.Mail;
import org.hornsten.project.Greeting;
import org.hornsten.project.Project;

/** That one person is asked to take part in one thing, and by what way. Asked anew, the earlier one counts no more. */
@Entity
public class Invitation extends PanacheEntity {
    static final int MOST_REMINDERS = 2;
    static final int MOST_DAYS = 30;
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    /** A reminder sooner than this after the invitation would remind of nothing. */
    private static final Duration SETTLED = Duration.ofHours(12);

    @Schema(name = "InvitationChannel")
    public enum Channel { EMAIL, LETTER, HANDED_OUT }

    /** As far as the house can know. A letter or a card is made; whether it arrived nobody tells. */
    public enum State { MADE, WAITING, SENT, UNDELIVERED, OPENED, ANSWERED, ENDED, OFF }

    public String publicId;
    @ManyToOne(fetch = FetchType.LAZY) public Project project;
    @ManyToOne(fetch = FetchType.LAZY) public Person person;
    @ManyToOne(fetch = FetchType.LAZY) public Person inviter;
    public String aboutKind;
    public String aboutId;
    /** As the thing was called then. */
    @Column(columnDefinition = "longtext") public Multilingual title;
    @Enumerated(EnumType.STRING) public Channel channel;
    /** Missing for people with an account, who sign in instead. */
    @ManyToOne(fetch = FetchType.LAZY) public PersonalLink link;
    /** Missing where nothing was mailed, and once the e-mail's row has had its time. */
    @ManyToOne(fetch = FetchType.LAZY) public Mail mail;
    public Instant madeAt;
    public LocalDate dueOn;
    /** The end of that day where the people are. */
    public Instant dueAt;
    /** When the house reminds by itself; missing when it does not, or has done so. */
    public Instant remindAt;
    public int reminders;
    public Instant remindedAt;
    /** What its inviter added; missing for nothing. */
    public String greeting;
    public String greetingLanguage;
    /** The day the thing itself was called off, so that nobody can answer any more. */
    public LocalDate offOn;
    /** 1 while it is the one that counts. */
    public Integer live;

    /**
     * What people are asked to, and until when.
     *
     * @param dueOn      null when no day is named
     * @param remindDays how many days before that the house reminds by itself; 0 for never
     * @param greeting   of the inviter's own, for the first time only
     */
    record Terms(Ref about, Multilingual title, LocalDate dueOn, int remindDays, Optional<Greeting> greeting) {
        Terms {
            Reach.check("dueOn", dueOn);
            if (remindDays < 0 || remindDays > MOST_DAYS)
                throw new Refused("remindDays", "invitation:remind_days_wrong", MOST_DAYS);
        }
    }

    static Invitation to(Person person, Project project, Person inviter, Terms terms, Channel channel, Clock clock) {
        Invitation invitation = new Invitation();
        invitation.publicId = PublicId.random();
        invitation.project = project;
        invitation.person = person;
        invitation.inviter = inviter;
        invitation.aboutKind = terms.about().kind();
        invitation.aboutId = terms.about().id();
        invitation.title = terms.title();
        invitation.channel = channel;
        invitation.madeAt = clock.instant();
        terms.greeting().ifPresent(said -> {
            invitation.greeting = said.text();
            invitation.greetingLanguage = said.language();
        });
        invitation.live = 1;
        invitation.hopes(terms, clock);
        invitation.persist();
        return invitation;
    }

    private void hopes(Terms terms, Clock clock) {
        if (terms.dueOn() == null) return;
        dueOn = terms.dueOn();
        dueAt = dueOn.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        Instant morning = dueOn.minusDays(terms.remindDays()).atTime(MORNING).atZone(clock.getZone()).toInstant();
        boolean reminds = channel == Channel.EMAIL && terms.remindDays() > 0
                && morning.isAfter(madeAt.plus(SETTLED));
        remindAt = reminds ? morning : null;
    }

    /** Those of a thing that count now, of these people. */
    static List<Invitation> live(Ref about, Collection<Person> people) {
        return people.isEmpty() ? List.of() : list("""
                from Invitation i left join fetch i.mail where i.aboutKind = ?1 and i.aboutId = ?2 and i.live = 1
                and i.person in ?3""", about.kind(), about.id(), people);
    }

    /** All of a thing that count now, with what is known of each. */
    static List<Invitation> live(Project project, Ref about) {
        return list("""
                from Invitation i join fetch i.person left join fetch i.link left join fetch i.mail
                where i.project = ?1 and i.aboutKind = ?2 and i.aboutId = ?3 and i.live = 1 order by i.id""",
                project, about.kind(), about.id());
    }

    /** All of a thing that count now. */
    static List<Invitation> live(Ref about) {
        return list("""
                from Invitation i join fetch i.person join fetch i.project left join fetch i.link
                where i.aboutKind = ?1 and i.aboutId = ?2 and i.live = 1 and i.offOn is null order by i.id""",
                about.kind(), about.id());
    }

    /** All of a project that count now, those made last first. */
    static List<Invitation> live(Project project) {
        return list("""
                from Invitation i join fetch i.person left join fetch i.link left join fetch i.mail
                where i.project = ?1 and i.live = 1 order by i.id desc""", project);
    }

    /** Who was asked to it, by whatever way. */
    public static List<Person> asked(Project project, Ref about) {
        return getEntityManager().createQuery("""
                select i.person from Invitation i where i.project = ?1 and i.aboutKind = ?2 and i.aboutId = ?3
                and i.live = 1 order by i.id""", Person.class).setParameter(1, project).setParameter(2, about.kind())
                .setParameter(3, about.id()).getResultList();
    }

    static List<Invitation> among(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : list("""
                from Invitation i join fetch i.person join fetch i.project left join fetch i.link
                where i.id in ?1 order by i.id""", ids);
    }

    /** All of a person, whoever asks for it. */
    public static List<Invitation> everOf(Person person) {
        return list("from Invitation i join fetch i.project where i.person = ?1 order by i.id", person);
    }

    /** Whose time for a reminder by itself has come; nobody else takes them until this transaction ends. */
    static List<Long> toRemind(int most) {
        List<?> ids = getEntityManager().createNativeQuery("""
                select id from invitation where live = 1 and off_on is null and remind_at <= utc_timestamp(6)
                and due_at > utc_timestamp(6) order by id limit ?1 for update skip locked""")
                .setParameter(1, most).getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    static void remindNoMore(Collection<Long> ids) {
        update("remindAt = null where id in ?1", ids);
    }

    /**
     * Takes one of its reminders, once for whoever does so at the same moment.
     *
     * @return whether there is one to take: not more than two, not twice within half a day, never after the last day
     */
    boolean takeReminder() {
        boolean taken = getEntityManager().createNativeQuery("""
                update invitation set reminders = reminders + 1, reminded_at = utc_timestamp(6)
                where id = ?1 and live = 1 and off_on is null and reminders < ?2
                  and (due_at is null or due_at > utc_timestamp(6))
                  and (reminded_at is null or reminded_at < date_sub(utc_timestamp(6), interval 12 hour))""")
                .setParameter(1, id).setParameter(2, MOST_REMINDERS).executeUpdate() == 1;
        // or the next change of this object would write the former count back
        if (taken) getEntityManager().refresh(this);
        return taken;
    }

    /** Whether asking so again would only tell the same twice. */
    boolean says(Terms terms, Channel how) {
        return how == Channel.EMAIL && channel == how && !undelivered() && !ended()
                && Optional.ofNullable(dueOn).equals(Optional.ofNullable(terms.dueOn()))
                && greeting().equals(terms.greeting());
    }

    /** What may call somebody by name goes when the person does. */
    static void forget(Person person) {
        update("greeting = null, greetingLanguage = null where person = ?1", person);
    }

    Optional<Greeting> greeting() {
        return Optional.ofNullable(greeting).map(text -> new Greeting(text, greetingLanguage));
    }

    void giveWay() {
        live = null;
        remindAt = null;
    }

    void callOff(LocalDate today) {
        offOn = today;
        remindAt = null;
    }

    boolean off() {
        return offOn != null;
    }

    void opensBy(PersonalLink link) {
        this.link = link;
    }

    void goesBy(Mail mail) {
        this.mail = mail;
    }

    boolean undelivered() {
        return mail != null && mail.state == Mail.State.UNDELIVERED;
    }

    /** Whether its link was taken out of use. */
    boolean ended() {
        return link != null && link.endedOn != null;
    }

    public State state(boolean answered) {
        if (answered) return State.ANSWERED;
        if (off()) return State.OFF;
        if (ended()) return State.ENDED;
        if (link != null && link.used) return State.OPENED;
        if (undelivered()) return State.UNDELIVERED;
        if (mail != null && mail.waits()) return State.WAITING;
        return channel == Channel.EMAIL ? State.SENT : State.MADE;
    }

    public Optional<LocalDate> due() {
        return Optional.ofNullable(dueOn);
    }

    public Ref about() {
        return new Ref(aboutKind, aboutId);
    }

    public Ref ref() {
        return new Ref("invitation", publicId);
    }
}
