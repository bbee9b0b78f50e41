package org.hornsten.home;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hornsten.fee.Claim;
import org.hornsten.identity.Me;
import org.hornsten.workshop.Registration;
import org.hornsten.workshop.Workshop;

/**
 * A workshop of somebody's: whether the person comes or came, and what was claimed for it.
 *
 * @param told when the person was told last of what it led to
 */
public record Going(Workshop workshop, Optional<Registration> registration, Optional<Claim> claim,
                    Optional<Instant> told) {

    /** How it stands, for words. */
    public enum State { UNANSWERED, COMING, WAITING, SAID_NO, CANCELLED, WAS_THERE, OVER }

    /** Those the person answered to or was told of, and those that take answers still; the last one first. */
    static List<Going> of(Me me) {
        return Workshop.getEntityManager().createQuery("""
                select w, r, c, (select max(t.toldAt) from Told t where t.workshop = w and t.person.id = ?1)
                from Workshop w join fetch w.project p
                left join Registration r on r.workshop = w and r.person.id = ?1
                left join Claim c on c.workshop = w and c.person.id = ?1
                where ?2 in (0, p.id) and (r.id is not null
                or exists (select 1 from Told t where t.workshop = w and t.person.id = ?1)
                or w.takesAnswers = true and exists (
                  select 1 from Membership m where m.project = p and m.person.id = ?1 and m.role = 'PARTICIPANT'))
                order by w.startsAt desc, w.id desc""", Object[].class).setParameter(1, me.id())
                .setParameter(2, me.within()).getResultList().stream().map(row -> new Going((Workshop) row[0],
                        Optional.ofNullable((Registration) row[1]), Optional.ofNullable((Claim) row[2]),
                        Optional.ofNullable((Instant) row[3]))).toList();
    }

    public State state() {
        if (workshop.cancelled()) return State.CANCELLED;
        if (workshop.over) return there() ? State.WAS_THERE : State.OVER;
        return registration.map(one -> one.hasSeat() ? State.COMING : one.waits() ? State.WAITING : State.SAID_NO)
                .orElse(State.UNANSWERED);
    }

    public boolean comes() {
        return state() == State.COMING;
    }

    public int placeInQueue() {
        return registration.map(one -> one.placeInQueue).orElse(0);
    }

    /** Whether what it cost can be claimed and nobody has begun to. */
    public boolean claimable() {
        return there() && claim.isEmpty();
    }

    /** Whether the costs are claimed and the fee is not wanted. */
    public boolean noThankYou() {
        return claim.filter(one -> one.feeDeclined && one.state != Claim.State.BEGUN
                && one.state != Claim.State.DECLINED).isPresent();
    }

    private boolean there() {
        return registration.filter(one -> Boolean.TRUE.equals(one.present)).isPresent();
    }

    Optional<Next> next() {
        if (claim.filter(Claim::changeable).isPresent())
            return Optional.of(of(claim.get().returned() ? Next.Kind.CLAIM_RETURNED : Next.Kind.CLAIM_BEGUN,
                    claim.get().path(), null));
        return switch (state()) {
            case UNANSWERED -> Optional.of(of(Next.Kind.ANSWER, workshop.path(), workshop.closesAt));
            case COMING -> Optional.of(of(Next.Kind.COME, workshop.path(), workshop.startsAt));
            case WAITING -> Optional.of(of(Next.Kind.QUEUE, workshop.path(), workshop.startsAt));
            case WAS_THERE -> claimable()
                    ? Optional.of(of(Next.Kind.CLAIM, workshop.path() + "/claim", null)) : Optional.empty();
            case SAID_NO, CANCELLED, OVER -> Optional.empty();
        };
    }

    private Next of(Next.Kind kind, String path, Instant at) {
        return new Next(kind, workshop.title, workshop.project.title, path, at);
    }
}
