package org.hornsten.privacy;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Time;
import org.hornsten.ledger.Event;

/** That somebody who works here opened a person's name and contact data, and what for. The person is shown it. */
@Entity
public class Disclosure extends PanacheEntity {
    public static final Duration LIFE = Duration.ofMinutes(15);
    /** More in a day by one reader is told to the administrators. */
    public static final int MANY = 50;
    public static final Duration LOOKED_BACK = Duration.ofDays(30);

    /** What one may open somebody's data for. A closed list, so that no reason tells about the person. */
    public enum Purpose { INVITATION, REQUEST, CORRECTION, SAFETY }

    @Schema(name = "DisclosedField")
    public enum Field { NAME, EMAIL, ADDRESS, EXPERIENCE }

    @ManyToOne(fetch = FetchType.LAZY) public Person reader;
    @ManyToOne(fetch = FetchType.LAZY) public Person person;
    public String aboutKind;
    public String aboutId;
    @Enumerated(EnumType.STRING) public Purpose purpose;
    public String fields;
    public Instant openedAt;
    public Instant endsAt;

    /**
     * Opens a person's data to a reader for a quarter of an hour.
     *
     * @param within  where the reader has to do with the person
     * @param purpose null when none was chosen, which is refused
     * @return what is to be kept of it
     */
    public static List<Event> open(Person reader, Person person, Ref within, Purpose purpose, Clock clock) {
        return open(reader, List.of(person), within, purpose, LIFE, clock);
    }

    /** Opens the data of many at once, for as long as what it is opened for takes. */
    public static List<Event> open(Person reader, List<Person> people, Ref within, Purpose purpose, Duration life,
                                   Clock clock) {
        return open(reader, people, within, purpose, Set.of(), life, clock);
    }

    /** The same with more than name and contact data, of which the room that holds it knows. */
    public static List<Event> open(Person reader, List<Person> people, Ref within, Purpose purpose, Set<Field> also,
                                   Clock clock) {
        return open(reader, people, within, purpose, also, LIFE, clock);
    }

    private static List<Event> open(Person reader, List<Person> people, Ref within, Purpose purpose, Set<Field> also,
                                    Duration life, Clock clock) {
        if (purpose == null) throw new Refused("purpose", "privacy:choose_purpose");
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        long before = peopleOpened(reader, today, clock);
        List<Event> kept = new ArrayList<>();
        people.forEach(person -> kept.add(opened(reader, person, within, purpose, also, now, now.plus(life))));
        long after = peopleOpened(reader, today, clock);
        if (before <= MANY && after > MANY) kept.add(new PrivacyEvent.Overread(ref(reader), (int) after));
        return kept;
    }

    private static Event opened(Person reader, Person person, Ref within, Purpose purpose, Set<Field> also, Instant now,
                                Instant end) {
        List<Field> there = Stream.concat(there(person).stream(), also.stream()).toList();
        Disclosure disclosure = new Disclosure();
        disclosure.reader = reader;
        disclosure.person = person;
        disclosure.aboutKind = within.kind();
        disclosure.aboutId = within.id();
        disclosure.purpose = purpose;
        disclosure.fields = there.stream().map(Field::name).collect(Collectors.joining(","));
        disclosure.openedAt = now;
        disclosure.endsAt = end;
        disclosure.persist();
        return new PrivacyEvent.Disclosed(ref(person), within, purpose, there, end);
    }

    private static List<Field> there(Person person) {
        return Stream.of(Field.values()).filter(field -> switch (field) {
            case NAME -> !person.name.isEmpty();
            case EMAIL -> person.email != null;
            case EXPERIENCE -> false;
            case ADDRESS -> person.street != null || person.postcode != null || person.town != null;
        }).toList();
    }

    private static long peopleOpened(Person reader, LocalDate day, Clock clock) {
        return getEntityManager().createQuery("""
                select count(distinct d.person.id) from Disclosure d
                where d.reader = ?1 and d.openedAt >= ?2""", Long.class)
                .setParameter(1, reader).setParameter(2, day.atStartOfDay(clock.getZone()).toInstant())
                .getSingleResult();
    }

    /** Ids of the people whose data is open to this reader now. */
    public static Set<Long> openTo(Me me, Instant now) {
        return Set.copyOf(getEntityManager().createQuery("""
                select distinct d.person.id from Disclosure d where d.reader.id = ?1 and d.endsAt > ?2""", Long.class)
                .setParameter(1, me.id()).setParameter(2, now).getResultList());
    }

    /** The same for a field that was opened on purpose, not with every name. */
    public static Set<Long> openTo(Me me, Instant now, Field field) {
        return Set.copyOf(getEntityManager().createQuery("""
                select distinct d.person.id from Disclosure d where d.reader.id = ?1 and d.endsAt > ?2
                  and concat(',', d.fields, ',') like ?3""", Long.class).setParameter(1, me.id()).setParameter(2, now)
                .setParameter(3, "%," + field + ",%").getResultList());
    }

    /** Who has opened this person's data, newest first. */
    public static List<Disclosure> of(Person person) {
        return list("from Disclosure d join fetch d.reader where d.person = ?1 order by d.openedAt desc, d.id desc",
                person);
    }

    /** Whose data this person has opened at work, newest first. */
    public static List<Disclosure> by(Person reader) {
        return list("from Disclosure d join fetch d.person where d.reader = ?1 order by d.openedAt desc, d.id desc",
                reader);
    }

    /** A reader who opened the data of many people on one day. */
    public record Many(String reader, LocalDate day, long people) {}

    /** Those who opened more than {@link #MANY} people's data in a day since then, newest first. */
    public static List<Many> many(Instant since) {
        List<Disclosure> all = list("from Disclosure d join fetch d.reader where d.openedAt >= ?1", since);
        return all.stream().collect(Collectors.groupingBy(d -> List.of(d.reader.id, Time.day(d.openedAt)))).values()
                .stream().map(Disclosure::sum).filter(many -> many.people() > MANY)
                .sorted((a, b) -> b.day().compareTo(a.day())).toList();
    }

    private static Many sum(List<Disclosure> day) {
        return new Many(day.get(0).reader.name, Time.day(day.get(0).openedAt),
                day.stream().map(d -> d.person.id).distinct().count());
    }

    static long before(Instant end) {
        return count("endsAt < ?1", end);
    }

    static long forgetBefore(Instant end) {
        return delete("endsAt < ?1", end);
    }

    public List<Field> fieldList() {
        return fields.isEmpty() ? List.of() : Arrays.stream(fields.split(",")).map(Field::valueOf).toList();
    }

    public Ref within() {
        return new Ref(aboutKind, aboutId);
    }

    private static Ref ref(Person person) {
        return new Ref("person", person.publicId);
    }
}
