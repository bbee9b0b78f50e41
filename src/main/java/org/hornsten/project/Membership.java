package org.hornsten.project;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.List;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;

/** That a person takes part in a project, and as what. */
@Entity
public class Membership extends PanacheEntity {
    public enum Role { LEAD, FACILITATOR, PARTICIPANT }

    @ManyToOne(fetch = FetchType.LAZY) public Project project;
    @ManyToOne(fetch = FetchType.LAZY) public Person person;
    @Enumerated(EnumType.STRING) public Role role;
    @Enumerated(EnumType.STRING) public PersonKind kind;
    /** Stands for the person in the made-up name others see: participant 7. */
    public int number;

    /** Makes the person a member; who is one already gets the new role. */
    public static Membership of(Project project, Person person, Role role, PersonKind kind) {
        project.lock();
        Membership membership = Membership.<Membership>find("project = ?1 and person = ?2", project, person)
                .firstResultOptional().orElseGet(() -> numbered(project, person));
        membership.role = role;
        membership.kind = kind;
        membership.persist();
        return membership;
    }

    private static Membership numbered(Project project, Person person) {
        Membership membership = new Membership();
        membership.project = project;
        membership.person = person;
        membership.number = 1 + (int) count("project", project);
        return membership;
    }

    public static List<Membership> of(Project project) {
        return list("from Membership m join fetch m.person where m.project = ?1 order by m.role, m.number", project);
    }

    /** The projects of a person, newest first. */
    public static List<Membership> of(Person person) {
        return list("from Membership m join fetch m.project where m.person = ?1 order by m.project.id desc", person);
    }

    public boolean staff() {
        return role != Role.PARTICIPANT;
    }
}
