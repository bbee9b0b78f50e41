package org.hornsten.fee;

import io.quarkus.panache.common.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hornsten.identity.Person;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.workshop.Registration;

/** The claims of a project, for those who decide on them, and of a person. */
public final class Claims {
    static final int SHOWN = 50;

    private Claims() {}

    /** How many claims of a project are in a state, and how much they come to. */
    public record Sum(Claim.State state, long count, Cents total) {}

    /** A part of a list; {@code after} is where the next one begins. */
    record Part(List<Claim> items, Optional<Long> after) {}

    /** Those in that state, or all that were sent, the oldest first. */
    static Part of(Project project, Optional<Claim.State> state, long after, int most) {
        List<Claim> found = Claim.<Claim>find("""
                from Claim c join fetch c.person join fetch c.workshop left join fetch c.batch
                where c.project = ?1 and c.id > ?2 and c.state in ?3 order by c.id""", project, after,
                state.map(List::of).orElse(SENT)).page(Page.ofSize(most + 1)).list();
        boolean more = found.size() > most;
        List<Claim> items = more ? found.subList(0, most) : found;
        return new Part(items, more ? Optional.of(items.get(most - 1).id) : Optional.empty());
    }

    /** What a lead may see: what is begun belongs to its writer alone, and who asks for nothing is nobody's work. */
    static final List<Claim.State> SENT = List.of(Claim.State.SENT, Claim.State.RETURNED, Claim.State.APPROVED,
            Claim.State.REJECTED, Claim.State.IN_PAYROLL, Claim.State.PAID);

    /** Of each state that a lead may see; without those nobody is in. */
    static List<Sum> sums(Project project) {
        Map<Claim.State, Sum> sums = new EnumMap<>(Claim.State.class);
        Claim.getEntityManager().createNativeQuery("""
                select state, count(*), sum(total) from claim
                where project_id = ?1 and state not in ('BEGUN', 'DECLINED') group by state""", Object[].class)
                .setParameter(1, project.id).getResultList().forEach(row -> {
                    Object[] one = (Object[]) row;
                    Claim.State state = Claim.State.valueOf((String) one[0]);
                    sums.put(state, new Sum(state, ((Number) one[1]).longValue(),
                            new Cents(((Number) one[2]).longValue())));
                });
        return new ArrayList<>(sums.values());
    }

    /** What taking part has cost so far: all that is approved, paid or not. */
    static Cents cost(List<Sum> sums) {
        return sums.stream().filter(sum -> sum.state() == Claim.State.APPROVED
                || sum.state() == Claim.State.IN_PAYROLL || sum.state() == Claim.State.PAID).map(Sum::total)
                .reduce(Cents.NOTHING, Cents::plus);
    }

    /** Approved, and left out of a list for payroll until somebody types the reference. */
    static long withoutReference(Project project) {
        return Claim.count("project = ?1 and state = 'APPROVED' and payrollReference is null", project);
    }

    /** Those who were at a workshop of the project and have not sent a claim for it. */
    static List<Registration> unclaimed(Project project) {
        return Registration.list("""
                from Registration r join fetch r.workshop w join fetch r.person p
                where w.project = ?1 and r.present = true and p.erasedAt is null and not exists (
                  select 1 from Claim c where c.workshop = w and c.person = p and c.state not in ('BEGUN', 'RETURNED'))
                order by w.startsAt desc, r.turn""", project);
    }

    /** All of a person that the request may tell of, the newest first. */
    public static List<Claim> of(Person person, long within) {
        return Claim.list("""
                from Claim c join fetch c.workshop join fetch c.project p where c.person = ?1 and ?2 in (0, p.id)
                order by c.id desc""", person, within);
    }

    /** The reference that payroll knows each of them by, as it was typed last in this project. */
    static Optional<String> knownReference(Claim claim) {
        return Claim.<Claim>find("""
                project = ?1 and person = ?2 and payrollReference is not null order by id desc""", claim.project,
                claim.person).firstResultOptional().map(one -> one.payrollReference);
    }

    /** What number each member has in the project, by the internal id of the person. */
    static Map<Long, Integer> numbers(Project project) {
        return Membership.of(project).stream().collect(Collectors.toMap(member -> member.person.id,
                member -> member.number, (one, other) -> one));
    }

    /**
     * A person leaves: what nothing was paid for goes, of what was paid stays what an account must show.
     *
     * @return how many claims stay
     */
    public static long leave(Person person) {
        Claim.delete("person = ?1 and state not in ?2", person, GRANTED);
        List<Claim> kept = Claim.list("person", person);
        kept.forEach(Claim::strip);
        return kept.size();
    }

    static final List<Claim.State> GRANTED = List.of(Claim.State.APPROVED, Claim.State.IN_PAYROLL, Claim.State.PAID);

    /** Those that nothing was paid for and nobody has touched since, and those that accounts need no more. */
    static final String OVER = """
            state not in ('APPROVED', 'IN_PAYROLL', 'PAID') and coalesce(decidedAt, sentAt, begunAt) < ?1
            or state in ('APPROVED', 'IN_PAYROLL', 'PAID') and decidedAt < ?2""";

    static long over(Instant unpaid, Instant paid) {
        return Claim.count(OVER, unpaid, paid);
    }
}
