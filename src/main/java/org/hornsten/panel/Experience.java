package org.hornsten.panel;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.kit.Missing;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Turn;
import org.hornsten.project.Project;

/**
 * What somebody has lived through, kept as long as the person consents: for one purpose, in one project, until a day.
 * Such words tell of health and family; they are read by nobody who has not said what for.
 */
@Entity
public class Experience extends PanacheEntity {
    /** No consent is asked for longer; then the person is asked anew. */
    public static final int MOST_YEARS = 4;

    public String publicId;
    @ManyToOne(fetch = FetchType.LAZY) public Person person;
    @ManyToOne(fetch = FetchType.LAZY) public Project project;
    @Enumerated(EnumType.STRING) public Area area;
    @Enumerated(EnumType.STRING) public Purpose purpose;
    public LocalDate consentOn;
    /** Who wrote down what the person said; missing when the person did it. */
    @ManyToOne(fetch = FetchType.LAZY) public Person writtenBy;
    public LocalDate untilOn;

    /** To see that different experiences are heard, or to ask the right person to a task. */
    @Schema(name = "ExperiencePurpose")
    public enum Purpose { COMPOSITION, TASKS }

    /** @param on the day the person said yes */
    public record Consent(Set<Area> areas, Set<Purpose> purposes, LocalDate on, LocalDate until) {
        void check(LocalDate today) {
            if (areas == null || areas.isEmpty()) throw new Refused("areas", "panel:areas_missing");
            if (purposes == null || purposes.isEmpty()) throw new Refused("purposes", "panel:purposes_missing");
            if (on == null || on.isAfter(today)) throw new Refused("consentOn", "panel:consent_day");
            if (until == null || !until.isAfter(today)) throw new Refused("until", "panel:consent_until_past");
            if (until.isAfter(on.plusYears(MOST_YEARS)))
                throw new Refused("until", "panel:consent_long", MOST_YEARS);
        }
    }

    /**
     * The person consents, or consents anew: then the new days hold.
     *
     * @param by who wrote it down, empty where the person did
     */
    public static List<PanelEvent.Consented> given(Person person, Project project, Consent consent,
            Optional<Person> by, LocalDate today) {
        consent.check(today);
        Turn.alone(person);
        Map<Area, Map<Purpose, Experience>> here = new EnumMap<>(Area.class);
        Experience.<Experience>list("person = ?1 and project = ?2", person, project).forEach(one ->
                here.computeIfAbsent(one.area, area -> new EnumMap<>(Purpose.class)).put(one.purpose, one));
        consent.areas().forEach(area -> consent.purposes().forEach(purpose ->
                Optional.ofNullable(here.getOrDefault(area, Map.of()).get(purpose))
                        .orElseGet(() -> of(person, project, area, purpose)).say(consent, by)));
        return consent.purposes().stream().map(purpose -> new PanelEvent.Consented(ref(person), project.ref(), purpose,
                consent.until())).toList();
    }

    /** Of somebody who is new, so that there is none to be renewed. */
    public static void begin(Person person, Project project, Consent consent, Person by, LocalDate today) {
        consent.check(today);
        consent.areas().forEach(area -> consent.purposes().forEach(purpose ->
                of(person, project, area, purpose).say(consent, Optional.of(by))));
    }

    static Experience of(Person person, Project project, Area area, Purpose purpose) {
        Experience experience = new Experience();
        experience.publicId = PublicId.random();
        experience.person = person;
        experience.project = project;
        experience.area = area;
        experience.purpose = purpose;
        return experience;
    }

    void say(Consent consent, Optional<Person> by) {
        consentOn = consent.on();
        untilOn = consent.until();
        writtenBy = by.orElse(null);
        persist();
    }

    /** The person's own, whoever wrote them down; of one project, for who came by a link or a letter. */
    public static List<Experience> of(Me me) {
        return list("""
                from Experience e join fetch e.project pr left join fetch e.writtenBy where e.person = ?1
                  and ?2 in (0, pr.id) order by e.area, e.purpose, e.id""", me.known(), me.within());
    }

    public static List<Experience> everOf(Person person) {
        return list("person = ?1 order by id", person);
    }

    /** One person's in a project, as far as their time is not over. */
    static List<Experience> of(Person person, Project project, LocalDate today) {
        return list("person = ?1 and project = ?2 and untilOn > ?3 order by area, purpose", person, project, today);
    }

    /** To be withdrawn by the person who asks. */
    public static Experience mine(Me me, String id) {
        return Experience.<Experience>find("""
                from Experience e join fetch e.project pr where e.publicId = ?1 and e.person.id = ?2
                  and ?3 in (0, pr.id)""", id, me.id(), me.within()).firstResultOptional().orElseThrow(Missing::new);
    }

    /** What may be counted for a purpose, by the person's internal id. */
    public static Map<Long, Set<Area>> of(Project project, Collection<Long> people, Purpose purpose, LocalDate today) {
        Map<Long, Set<Area>> areas = new HashMap<>();
        if (people.isEmpty()) return areas;
        getEntityManager().createQuery("""
                select e.person.id, e.area from Experience e where e.project = ?1 and e.person.id in ?2
                  and e.purpose = ?3 and e.untilOn > ?4""", Object[].class).setParameter(1, project)
                .setParameter(2, people).setParameter(3, purpose).setParameter(4, today).getResultList()
                .forEach(row -> areas.computeIfAbsent((Long) row[0], id -> EnumSet.noneOf(Area.class))
                        .add((Area) row[1]));
        return areas;
    }

    static long over(LocalDate today) {
        return count("untilOn <= ?1", today);
    }

    static long forgetOver(LocalDate today) {
        return delete("untilOn <= ?1", today);
    }

    /** Nothing of it stays. */
    public PanelEvent.Withdrawn withdraw() {
        delete();
        return new PanelEvent.Withdrawn(ref(person), project.ref(), purpose);
    }

    /** The person leaves the house: nothing of it stays. */
    public static void forget(Person person) {
        delete("person = ?1", person);
    }

    private static Ref ref(Person person) {
        return new Ref("person", person.publicId);
    }
}
