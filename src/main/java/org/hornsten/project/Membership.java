package org.hornsten.project;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.identity.AgeBand;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.kit.MailAddress;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;

/** That a person takes part in a project, and as what. */
@Entity
public class Membership extends PanacheEntity {
    @Schema(name = "MemberRole")
    public enum Role { LEAD, FACILITATOR, PARTICIPANT }

    @ManyToOne(fetch = FetchType.LAZY) public Project project;
    @ManyToOne(fetch = FetchType.LAZY) public Person person;
    @Enumerated(EnumType.STRING) public Role role;
    @Enumerated(EnumType.STRING) public PersonKind kind;
    /** Stands for the person in the made-up name others see: participant 7. */
    public int number;
    /** Since when a guardian approves; needed of the youngest only. */
    public LocalDate guardianOn;
    /** Who works here and wrote it down; missing when the guardian did it. */
    @ManyToOne(fetch = FetchType.LAZY) public Person guardianBy;

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

    /**
     * Lets somebody in, or gives a member another role.
     *
     * @param kind null for as whom the person speaks anyway
     * @throws Refused when who works here has no account, or the project would be left without a lead
     */
    public static Membership admit(Project project, Whom whom, Role role, PersonKind kind) {
        Person person = whom.person();
        project.lock();
        if (role != Role.PARTICIPANT && !person.staff()) throw new Refused("role", "project:role_needs_account");
        if (role != Role.LEAD && onlyLead(project, person)) throw new Refused("role", "project:last_lead");
        return of(project, person, role, kind == null ? person.kind : kind);
    }

    /** Somebody who is asked to take part, and that he or she came in for it, unless here already. */
    public record Asked(Membership member, Optional<ProjectEvent.Joined> joined) {}

    /** Who is a member already stays what he or she is, anybody else comes in to take part. */
    public static Asked ask(Project project, Whom whom) {
        Person person = whom.person();
        Optional<Membership> here = find("project = ?1 and person = ?2", project, person).firstResultOptional();
        Membership member = here.orElseGet(() -> of(project, person, Role.PARTICIPANT, person.kind));
        return new Asked(member, here.isPresent() ? Optional.empty() : Optional.of(member.joined()));
    }

    /** The same for many at once who are all new; they are numbered in this order. */
    public static List<Membership> meet(Project project, List<Whom> newcomers) {
        project.lock();
        int before = (int) count("project", project);
        List<Membership> met = new ArrayList<>();
        newcomers.forEach(whom -> {
            Membership member = new Membership();
            member.project = project;
            member.person = whom.person();
            member.number = before + met.size() + 1;
            member.role = Role.PARTICIPANT;
            member.kind = member.person.kind;
            member.persist();
            met.add(member);
        });
        return met;
    }

    /** The projects that would be left without a lead if this person left. */
    public static List<Project> onlyLedBy(Person person) {
        return getEntityManager().createQuery("""
                select p from Membership m join m.project p where m.person = ?1 and m.role = 'LEAD' and not exists (
                  select 1 from Membership o where o.project = p and o.role = 'LEAD' and o.person <> ?1
                  and o.person.blockedAt is null and o.person.erasedAt is null) order by p.id""", Project.class)
                .setParameter(1, person).getResultList();
    }

    private static boolean onlyLead(Project project, Person person) {
        return count("project = ?1 and person = ?2 and role = ?3", project, person, Role.LEAD) == 1
                && count("project = ?1 and role = ?2", project, Role.LEAD) == 1;
    }

    /** The project somebody visits, with what the visitor is in it. */
    public record Visit(Project project, Optional<Membership> membership) {
        public boolean staff() {
            return membership.filter(Membership::staff).isPresent();
        }

        public boolean led() {
            return membership.filter(m -> m.role == Role.LEAD).isPresent();
        }
    }

    /** What this person may read, in one question; by public id or slug. */
    public static Visit visit(Me me, String id) {
        Object[] row = getEntityManager().createQuery("""
                select p, m from Project p
                left join Membership m on m.project = p and m.person.id = ?2 and ?3 in (0, p.id)
                where (p.publicId = ?1 or p.slug = ?1) and (p.open = true or m.id is not null)""", Object[].class)
                .setParameter(1, id).setParameter(2, me.id()).setParameter(3, me.within())
                .getResultStream().findFirst().orElseThrow(me::nothing);
        return new Visit((Project) row[0], Optional.ofNullable((Membership) row[1]));
    }

    /** Whether anybody who takes part in a project is known to be no adult. */
    public static boolean asksMinors(Project project) {
        return count("project = ?1 and role = ?2 and person.ageBand <> ?3",
                project, Role.PARTICIPANT, AgeBand.ADULT) > 0;
    }

    /** How many of a kind are asked to take part. */
    public static long asked(Project project, PersonKind kind) {
        return count("project = ?1 and role = ?2 and kind = ?3", project, Role.PARTICIPANT, kind);
    }

    /** One member of a project this person leads, by number. */
    public static Membership ledBy(Me me, String project, String number) {
        Project led = Project.ledBy(me, project);
        if (!number.matches("\\d{1,9}")) throw new Missing();
        return Membership.<Membership>find("""
                from Membership m join fetch m.person where m.project = ?1 and m.number = ?2""",
                led, Integer.parseInt(number)).firstResultOptional().orElseThrow(Missing::new);
    }

    /** The one whose number it is in a project, whoever asks. */
    public static Optional<Membership> numbered(Project project, int number) {
        return find("from Membership m join fetch m.person where m.project = ?1 and m.number = ?2", project, number)
                .firstResultOptional();
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

    /** Which of these people take part, by internal id. */
    public static Set<Long> among(Project project, Collection<Person> people) {
        return people.isEmpty() ? Set.of() : new HashSet<>(getEntityManager().createQuery("""
                select m.person.id from Membership m where m.project = ?1 and m.person in ?2""", Long.class)
                .setParameter(1, project).setParameter(2, people).getResultList());
    }

    /** The projects of the person who asks, newest first; one, for who came by a link or a letter. */
    public static List<Membership> of(Me me) {
        return list("""
                from Membership m join fetch m.project p where m.person = ?1 and ?2 in (0, p.id)
                order by p.id desc""", me.known(), me.within());
    }

    /** Whether the person takes part in a project this request cannot find. */
    public static boolean elsewhere(Me me) {
        return me.byGrant() && count("person = ?1 and project.id <> ?2", me.known(), me.within()) > 0;
    }

    /** As whom a person takes part; as usual where the person is no member any more. */
    public static PersonKind kindOf(Project project, Person person) {
        return Membership.<Membership>find("project = ?1 and person = ?2", project, person).firstResultOptional()
                .map(member -> member.kind).orElse(person.kind);
    }

    /** By the public ids of both, where a guardian approves. */
    public static Optional<Membership> approved(String project, String person) {
        return find("project.publicId = ?1 and person.publicId = ?2 and guardianOn is not null", project, person)
                .firstResultOptional();
    }

    /** All of a person, whoever asks for it. */
    public static List<Membership> everOf(Person person) {
        return list("from Membership m join fetch m.project where m.person = ?1 order by m.id", person);
    }

    public ProjectEvent.Joined joined() {
        return new ProjectEvent.Joined(project.ref(), new Ref("person", person.publicId), role);
    }

    public boolean staff() {
        return role != Role.PARTICIPANT;
    }

    /** Somebody who works here has it from the guardian, in writing or by phone. */
    public ProjectEvent.Approved approve(Person by, LocalDate today) {
        return approved(Optional.of(by), today);
    }

    /** The guardian says so, by a link of the guardian's own. */
    public ProjectEvent.Approved approve(LocalDate today) {
        return approved(Optional.empty(), today);
    }

    private ProjectEvent.Approved approved(Optional<Person> by, LocalDate today) {
        if (!minor()) throw new Refused("project:guardian_not_needed");
        guardianOn = today;
        guardianBy = by.orElse(null);
        return new ProjectEvent.Approved(project.ref(), new Ref("person", person.publicId));
    }

    /** The guardian has taken it back. */
    public ProjectEvent.Disapproved disapprove() {
        guardianOn = null;
        guardianBy = null;
        return new ProjectEvent.Disapproved(project.ref(), new Ref("person", person.publicId));
    }

    /** Whether a guardian has a say in how this person takes part here. */
    public boolean minor() {
        return person.ageBand != null && person.ageBand.under(project.ageLimit);
    }

    /** Whether what this person says may stand under a name or a made-up name. */
    public boolean mayBeNamed() {
        return !minor() || guardianOn != null;
    }

    /** The same of whoever speaks in a project; who is no member and of no age asked for may. */
    public static boolean mayBeNamed(Project project, Person person) {
        if (person.ageBand == null || !person.ageBand.under(project.ageLimit)) return true;
        return Membership.<Membership>find("project = ?1 and person = ?2", project, person).firstResultOptional()
                .filter(Membership::mayBeNamed).isPresent();
    }

    /** Whether somebody who takes part may be under 18. */
    public static boolean youngIn(Project project) {
        return count("""
                project = ?1 and (person.ageBand in ('UNDER_13', 'FROM_13', 'FROM_16')
                  or person.ageBand is null and person.kind = 'YOUNG_PERSON')""", project) > 0;
    }

    /**
     * Another e-mail address is written down. Links are sent to it, also to whoever asks for one: so it is not for the
     * lead of one project to say where those of another one go.
     */
    public ProjectEvent.Readdressed readdress(String email) {
        if (person.hasAccount() || person.erasedAt != null) throw new Refused("email", "project:email_account");
        if (!MailAddress.possible(email)) throw new Refused("email", "web:mail_wrong");
        if (count("person = ?1 and project <> ?2", person, project) > 0)
            throw new Refused("email", "project:email_elsewhere");
        person.isReachedAt(email);
        return new ProjectEvent.Readdressed(project.ref(), new Ref("person", person.publicId));
    }

    public boolean addressed() {
        return person.street != null || person.postcode != null || person.town != null;
    }

    public String path() {
        return project.path() + "/members/" + number;
    }
}
