package org.hornsten.identity;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hornsten.kit.Missing;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Time;

/** Somebody the house knows: staff who sign in, and people invited who need no account. */
@Entity
public class Person extends PanacheEntity {
    private static final int ADULT = 18;

    public String publicId;
    /** How the identity provider or the demo knows the person; missing for people without an account. */
    public String userName;
    /** The provider's own name for the person, once they have signed in there. */
    public String subject;
    public String name;
    public String pseudonym;
    @Enumerated(EnumType.STRING) public Role role;
    @Enumerated(EnumType.STRING) public PersonKind kind;
    /** Asked of young people only; missing for all others. */
    @Enumerated(EnumType.STRING) public AgeBand ageBand;
    public String language;
    public String email;
    public String street;
    public String postcode;
    public String town;
    /** The last day somebody with an account was here; missing for people without one. */
    public LocalDate lastSeenOn;
    public Instant blockedAt;
    public Instant erasedAt;

    public static Person named(String name, String userName, Role role, PersonKind kind, String language) {
        Person person = new Person();
        person.publicId = PublicId.random();
        person.name = name;
        person.userName = userName;
        person.role = role;
        person.kind = kind;
        person.language = language;
        person.lastSeenOn = person.hasAccount() ? Time.day(Time.now()) : null;
        person.persist();
        return person;
    }

    /** Somebody who takes part by link, letter or phone. */
    public static Person withoutAccount(String name, String pseudonym, PersonKind kind, String language, String email) {
        Person person = named(name, null, Role.PARTICIPANT, kind, language);
        person.pseudonym = pseudonym;
        person.email = email;
        return person;
    }

    public static Optional<Person> called(String userName) {
        return find("userName = ?1 and blockedAt is null and erasedAt is null", userName).firstResultOptional();
    }

    /** The person behind a pass or a link, unless blocked or erased since. */
    public static Optional<Person> active(String publicId) {
        return find("publicId = ?1 and blockedAt is null and erasedAt is null", publicId).firstResultOptional();
    }

    /**
     * The one with that badge, unless blocked, erased, or signed out at the provider since. Their task in the house is
     * what the badge says now, whatever was written down when they last came.
     */
    static Optional<Person> of(Badge badge) {
        Optional<Person> known = find("""
                subject = ?1 and blockedAt is null and erasedAt is null and not exists (select 1 from SignOut o
                where o.session = ?2 or o.session is null and o.subject = ?1 and o.at >= ?3)""",
                badge.subject(), badge.session(), badge.since()).firstResultOptional();
        return badge.role().flatMap(role -> known.map(person -> person.now(role)));
    }

    public static Optional<Person> knownAs(String subject) {
        return find("subject", subject).firstResultOptional();
    }

    /** Whether what the house wrote down is what the badge says. */
    public static boolean writtenAs(Badge badge) {
        return count("subject = ?1 and role = ?2", badge.subject(), badge.role().orElse(null)) == 1;
    }

    /** Whether the house lets the one with this badge in: not blocked, and not under somebody else's user name. */
    public static boolean welcomes(Badge badge) {
        return badge.role().isPresent() && meant(badge).stream().allMatch(person -> person.blockedAt == null
                && (person.subject == null || person.subject.equals(badge.subject())));
    }

    public static boolean blocked(Badge badge) {
        return count("subject = ?1 and blockedAt is not null", badge.subject()) > 0;
    }

    /** Writes down who comes for the first time, or with another task than before. */
    public static Person arriving(Badge badge, String language) {
        if (!welcomes(badge)) throw new Missing();
        Person person = meant(badge).stream().min(Comparator.comparing(known -> known.subject == null ? 1 : 0))
                .orElseGet(() -> named(badge.name(), badge.userName(), badge.role().orElseThrow(), badge.kind(),
                        badge.language().isEmpty() ? language : badge.language()));
        person.subject = badge.subject();
        person.role = badge.role().orElseThrow();
        return person;
    }

    private static List<Person> meant(Badge badge) {
        return list("subject = ?1 or userName = ?2", badge.subject(), badge.userName());
    }

    // detached first: reading a badge writes nothing
    private Person now(Role current) {
        if (role != current) {
            getEntityManager().detach(this);
            role = current;
        }
        return this;
    }

    /** The person who asks, to be changed in this transaction. */
    public static Person changing(Me me) {
        return findById(me.known().id);
    }

    /**
     * Whom an administrator can mean: who works here by a part of the name, all others by whole words of it, and
     * anybody by the whole user name or e-mail address. Whoever is not named beforehand is not fished for.
     *
     * @param asked some signs, in any case
     */
    public static List<Person> meantBy(String asked, int most) {
        String plain = asked.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
        return find("""
                erasedAt is null and (lower(userName) = ?1 or lower(email) = ?1
                  or concat(' ', lower(name), ' ') like ?2 escape '!'
                  or role <> 'PARTICIPANT' and lower(name) like ?3 escape '!')
                order by name, id""", asked.toLowerCase(Locale.ROOT), "% " + plain + " %", "%" + plain + "%")
                .page(Page.ofSize(most)).list();
    }

    /** From the next request on the person is nobody here. */
    public void block(Instant at) {
        blockedAt = at;
    }

    public void unblock() {
        blockedAt = null;
    }

    /** Name, address and pseudonym go; the row stays so that what was said keeps its count. */
    public void erase(Instant at) {
        name = "";
        userName = null;
        subject = null;
        pseudonym = null;
        email = null;
        ageBand = null;
        lastSeenOn = null;
        livesAt(null, null, null);
        erasedAt = at;
    }

    /** Null where nobody asks. */
    public void isOf(AgeBand band) {
        ageBand = band;
    }

    /** Where letters go; null where unknown. */
    public void livesAt(String street, String postcode, String town) {
        this.street = street;
        this.postcode = postcode;
        this.town = town;
    }

    /** Where e-mail goes; null where there is none. */
    public void isReachedAt(String email) {
        this.email = email;
    }

    /** The language letters and pages are written in for this person. */
    public void prefers(String language) {
        this.language = language;
    }

    /** "A. L." for Aino Lind; empty where only a number is known. */
    public String initials() {
        return Arrays.stream(name.strip().split("[\\s\\p{Pd}]+")).filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT) + ".")
                .collect(Collectors.joining(" "));
    }

    public boolean is(Role wanted) {
        return role == wanted;
    }

    /** Whether the person signs in; all others come by link, letter or phone. */
    public boolean hasAccount() {
        return userName != null;
    }

    /** Whether the person may be under 18; a young person whose age nobody has asked may be. */
    public boolean young() {
        return ageBand == null ? kind == PersonKind.YOUNG_PERSON : ageBand.under(ADULT);
    }

    public boolean staff() {
        return role != Role.PARTICIPANT;
    }
}
