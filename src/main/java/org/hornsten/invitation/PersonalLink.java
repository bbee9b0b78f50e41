package org.hornsten.invitation;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.identity.Person;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Secrets;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;

/** A link that lets one person take part without an account. Only its fingerprint is kept; a new one ends the old. */
@Entity
public class PersonalLink extends PanacheEntity {
    private static final String SIGNS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 26;

    public String publicId;
    @ManyToOne(fetch = FetchType.LAZY) public Project project;
    @ManyToOne(fetch = FetchType.LAZY) public Person person;
    public String aboutKind;
    public String aboutId;
    public byte[] hash;
    public LocalDate madeOn;
    /** Until when an answer is hoped for; missing when no day was named. */
    public LocalDate dueOn;
    public boolean used;
    public LocalDate endedOn;

    /** The link with its token, which exists only here and is shown once. */
    public record Made(PersonalLink link, String token, List<Ref> ended) {
        public InvitationEvent.Made event() {
            return new InvitationEvent.Made(link.about(), link.ref(), ended);
        }
    }

    /**
     * @param by    who leads the project
     * @param dueOn null when no day is named
     * @throws Refused for people who have an account or take part in what somebody else leads: whoever makes a link
     *                 sees it, and could act with all their rights
     */
    public static Made forPerson(Project project, Person person, Person by, Ref about, LocalDate dueOn,
            LocalDate today) {
        if (person.hasAccount()) throw new Refused("to", "invitation:account_signs_in");
        if (Membership.takesPartBeyond(person, by)) throw new Refused("to", "invitation:elsewhere");
        if (dueOn != null && dueOn.isBefore(today)) throw new Refused("dueOn", "invitation:due_past");
        List<PersonalLink> old = list("project = ?1 and person = ?2 and endedOn is null", project, person);
        old.forEach(link -> link.endedOn = today);
        String token = token();
        PersonalLink link = new PersonalLink();
        link.publicId = PublicId.random();
        link.project = project;
        link.person = person;
        link.aboutKind = about.kind();
        link.aboutId = about.id();
        link.hash = Secrets.fingerprint(token);
        link.madeOn = today;
        link.dueOn = dueOn;
        link.persist();
        return new Made(link, token, old.stream().map(PersonalLink::ref).toList());
    }

    // 26 signs of 5 random bits each: 130 bits.
    private static String token() {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) token.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        return token.toString();
    }

    /** The link that still works; an ended one looks like an unknown one. */
    public static Optional<PersonalLink> opened(String token) {
        return find("""
                from PersonalLink l join fetch l.person p join fetch l.project
                where l.hash = ?1 and l.endedOn is null and p.blockedAt is null and p.erasedAt is null""",
                (Object) Secrets.fingerprint(token)).firstResultOptional();
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

    public static List<PersonalLink> of(Project project) {
        return list("from PersonalLink l join fetch l.person where l.project = ?1 order by l.id", project);
    }

    public InvitationEvent.Used use() {
        used = true;
        return new InvitationEvent.Used(ref());
    }

    public InvitationEvent.Ended end(LocalDate today) {
        endedOn = today;
        return new InvitationEvent.Ended(ref());
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
