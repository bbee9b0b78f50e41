package org.hornsten.link;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.identity.Person;
import org.hornsten.kit.LinkToken;
import org.hornsten.kit.Missing;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Reach;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Secrets;
import org.hornsten.project.Project;

/**
 * The right of one person to take part in one project without an account: by a link, or by the code of a letter. Only
 * what they are known again by is kept; a new one ends the old. Whether it works is judged here and nowhere else.
 */
@Entity
public class PersonalLink extends PanacheEntity {
    /** How long it works after the day an answer is hoped for, so that one still sees what became of it. */
    private static final int DAYS_AFTER_DUE = 90;
    /** What was blocked, erased, given an account or put out of the project takes part by no link any more. */
    private static final String WORKS = """
            from PersonalLink l join fetch l.person p join fetch l.project
            where l.endedOn is null and l.lastOn >= local date
              and p.blockedAt is null and p.erasedAt is null and p.userName is null
              and (l.guest = true
                or exists (select 1 from Membership m where m.project = l.project and m.person = p)) and\s""";

    public String publicId;
    @ManyToOne(fetch = FetchType.LAZY) public Project project;
    @ManyToOne(fetch = FetchType.LAZY) public Person person;
    public String aboutKind;
    public String aboutId;
    public byte[] hash;
    /** Of the letter's code; missing for a link without one. */
    public byte[] codeMark;
    /** The batch of letters the code came in; missing for a link without one. */
    @Column(name = "batch_id") public Long batch;
    /** Whether it goes to the person's own mailbox, the same each time. */
    public boolean byMail;
    public LocalDate madeOn;
    /** Until when an answer is hoped for; missing when no day was named. */
    public LocalDate dueOn;
    public LocalDate lastOn;
    public boolean used;
    /** Whether it opens what it is about to somebody who is no member of the project. */
    public boolean guest;
    /** As said at the last entry; missing when nobody said. */
    @Enumerated(EnumType.STRING) public Speaking speaking;
    public LocalDate endedOn;

    /** The link with its token, which exists only here and is shown once. */
    public record Made(PersonalLink link, String token, List<Ref> ended) {
        /** That it was made, and that each earlier one ended: the journal outside the database hears of ends only. */
        public List<LinkEvent> events() {
            return Stream.<LinkEvent>concat(ended.stream().map(LinkEvent.Ended::new),
                    Stream.of(new LinkEvent.Made(link.about(), link.ref(), ended))).toList();
        }
    }

    /**
     * @param dueOn null when no day is named
     * @throws Refused for people who have an account: whoever makes a link sees it, and could act in their name
     */
    public static Made forPerson(Project project, Person person, Ref about, LocalDate dueOn, LocalDate today) {
        if (person.hasAccount()) throw new Refused("to", "link:account_signs_in");
        if (dueOn != null && dueOn.isBefore(today)) throw new Refused("dueOn", "link:due_past");
        // of two made at once the second ends the first
        project.lock();
        List<PersonalLink> old = list("project = ?1 and person = ?2 and endedOn is null", project, person);
        old.forEach(link -> link.endedOn = today);
        String token = LinkToken.random();
        PersonalLink link = blank(project, person, about, today);
        link.hash = Secrets.fingerprint(token);
        link.lasts(dueOn, today);
        link.persist();
        return new Made(link, token, old.stream().map(PersonalLink::ref).toList());
    }

    /** What opens it, to be sent once more to its person's mailbox. */
    public String token(Secrets secrets) {
        if (!byMail) throw new IllegalStateException("Its token was shown once");
        String token = LinkToken.of(secrets.mark("link by mail", publicId));
        // written anew, or after a change of the secret the e-mail would hold a link that opens nothing
        hash = Secrets.fingerprint(token);
        return token;
    }

    static PersonalLink blank(Project project, Person person, Ref about, LocalDate today) {
        PersonalLink link = new PersonalLink();
        link.publicId = PublicId.random();
        link.project = project;
        link.person = person;
        link.aboutKind = about.kind();
        link.aboutId = about.id();
        link.madeOn = today;
        return link;
    }

    // never shorter than it was said to be before
    void lasts(LocalDate due, LocalDate today) {
        Reach.check("dueOn", due);
        lastsUntil(due == null ? today.plusYears(1) : due.plusDays(DAYS_AFTER_DUE));
        dueOn = due;
    }

    void lastsAYear(LocalDate today) {
        lastsUntil(today.plusYears(1));
    }

    private void lastsUntil(LocalDate last) {
        if (lastOn == null || last.isAfter(lastOn)) lastOn = last;
    }

    void lastsAs(PersonalLink other) {
        if (lastOn != null && !lastOn.isBefore(other.lastOn)) return;
        lastOn = other.lastOn;
        dueOn = other.dueOn;
    }

    /** For somebody who is no member, or not yet: it opens what it is about, and else what is open to everybody. */
    public static Made forGuest(Project project, Person person, Ref about, LocalDate dueOn, LocalDate today) {
        Made made = forPerson(project, person, about, dueOn, today);
        made.link().guest = true;
        return made;
    }

    /** By its token. One that works no more looks like an unknown one, also below. */
    public static Optional<PersonalLink> opened(String token) {
        return find(WORKS + "l.hash = ?1", (Object) Secrets.fingerprint(token)).firstResultOptional();
    }

    /** By the mark of its letter's code. */
    static Optional<PersonalLink> coded(byte[] mark) {
        return find(WORKS + "l.codeMark = ?1", (Object) mark).firstResultOptional();
    }

    /** By its public id, for who entered by it before. */
    static Optional<PersonalLink> live(String publicId) {
        return find(WORKS + "l.publicId = ?1", publicId).firstResultOptional();
    }

    public static Optional<PersonalLink> of(Project project, String publicId) {
        return find("project = ?1 and publicId = ?2 and endedOn is null", project, publicId).firstResultOptional();
    }

    public static List<PersonalLink> of(Ref about) {
        return list("from PersonalLink l join fetch l.person where l.aboutKind = ?1 and l.aboutId = ?2 order by l.id",
                about.kind(), about.id());
    }

    /** Those that still work. */
    public static List<PersonalLink> of(Person person) {
        return list("person = ?1 and endedOn is null", person);
    }

    /** Those of any of them that still work. */
    public static List<PersonalLink> of(Collection<Person> people) {
        return list("person in ?1 and endedOn is null", people);
    }

    /** Those that are not ended yet, in one project. */
    public static List<PersonalLink> of(Project project, Person person) {
        return list("project = ?1 and person = ?2 and endedOn is null", project, person);
    }

    /** The one by mail to that thing, unless it is ended. */
    static Optional<PersonalLink> byMail(Project project, Person person, Ref about) {
        return find("""
                project = ?1 and person = ?2 and aboutKind = ?3 and aboutId = ?4 and byMail = true
                and endedOn is null""", project, person, about.kind(), about.id()).firstResultOptional();
    }

    /** What still opens something for whoever has that e-mail address, newest first. */
    static List<PersonalLink> reachedBy(String email) {
        return list(WORKS + "lower(p.email) = ?1 order by l.id desc", email.toLowerCase(Locale.ROOT));
    }

    /** All that were ever made for a person, ended ones too. */
    public static List<PersonalLink> everOf(Person person) {
        return list("from PersonalLink l join fetch l.project where l.person = ?1 order by l.id", person);
    }

    public static List<PersonalLink> of(Project project) {
        return list("from PersonalLink l join fetch l.person where l.project = ?1 order by l.id", project);
    }

    /** Those of them that work, though they should have ended. */
    public static List<PersonalLink> alive(Collection<String> publicIds) {
        return list("publicId in ?1 and endedOn is null", publicIds);
    }

    /** Those whose codes came in the letters of one batch. */
    public static List<PersonalLink> ofBatch(long batch) {
        return list("from PersonalLink l join fetch l.person where l.batch = ?1 order by l.id", batch);
    }

    /** Lets a code open it too. */
    public void opensBy(Codes.Drawn drawn) {
        codeMark = drawn.mark();
    }

    public void comesIn(long letters, Codes.Drawn drawn) {
        batch = letters;
        opensBy(drawn);
    }

    /**
     * Somebody comes in by it, by how many browsers at once ever: only the first time something has happened.
     *
     * @param speaking null when not said
     * @throws Missing when it was ended at this moment
     */
    Optional<LinkEvent.Used> enter(Speaking speaking) {
        String working = "id = ?1 and endedOn is null";
        boolean first = !used
                && update("used = true, speaking = ?2 where used = false and " + working, id, speaking) == 1;
        if (!first && update("speaking = coalesce(?2, speaking) where " + working, id, speaking) == 0)
            throw new Missing();
        if (speaking != null) Spoken.said(project, spoken(project));
        return first ? Optional.of(new LinkEvent.Used(ref())) : Optional.empty();
    }

    /** How many were entered by whom, as they said, whether or not they still work. */
    private static Map<Speaking, Long> spoken(Project project) {
        Map<Speaking, Long> counts = new EnumMap<>(Speaking.class);
        getEntityManager().createQuery("""
                select l.speaking, count(l) from PersonalLink l
                where l.project = ?1 and l.speaking is not null group by l.speaking""",
                Object[].class).setParameter(1, project).getResultList()
                .forEach(row -> counts.put((Speaking) row[0], (Long) row[1]));
        return counts;
    }

    /** The guest has become a member: the link opens the project as a member's does. */
    public void admit() {
        guest = false;
    }

    public LinkEvent.Ended end(LocalDate today) {
        endedOn = today;
        return new LinkEvent.Ended(ref());
    }

    @Schema(name = "InvitationState")
    public enum State { MADE, OPENED, ENDED }

    public State state() {
        return endedOn != null ? State.ENDED : used ? State.OPENED : State.MADE;
    }

    public Optional<LocalDate> due() {
        return Optional.ofNullable(dueOn);
    }

    public Ref about() {
        return new Ref(aboutKind, aboutId);
    }

    public Ref ref() {
        return new Ref("link", publicId);
    }
}
