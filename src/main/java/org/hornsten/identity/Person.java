package org.hornsten.identity;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hornsten.kit.PublicId;

/** Somebody the house knows: staff who sign in, and people invited who need no account. */
@Entity
public class Person extends PanacheEntity {
    public String publicId;
    /** How the identity provider or the demo knows the person; missing for people without an account. */
    public String userName;
    public String name;
    public String pseudonym;
    @Enumerated(EnumType.STRING) public Role role;
    @Enumerated(EnumType.STRING) public PersonKind kind;
    public String language;
    public String email;
    public String street;
    public String postcode;
    public String town;
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

    /** The person who asks, to be changed in this transaction. */
    public static Person changing(Me me) {
        return findById(me.known().id);
    }

    /** Name, address and pseudonym go; the row stays so that what was said keeps its count. */
    public void erase(Instant at) {
        name = "";
        userName = null;
        pseudonym = null;
        email = null;
        livesAt(null, null, null);
        erasedAt = at;
    }

    /** Where letters go; null where unknown. */
    public void livesAt(String street, String postcode, String town) {
        this.street = street;
        this.postcode = postcode;
        this.town = town;
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

    public boolean staff() {
        return role != Role.PARTICIPANT;
    }
}
