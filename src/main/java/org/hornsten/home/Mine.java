package org.hornsten.home;

import io.quarkus.panache.common.Page;
import java.util.List;
import java.util.Optional;
import org.hornsten.draft.Round;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.input.Contribution;
import org.hornsten.input.Contributions;
import org.hornsten.panel.Seat;
import org.hornsten.privacy.Disclosure;
import org.hornsten.project.Membership;
import org.hornsten.recruitment.OpenCall;

/**
 * What belongs to the person who asks: what can be done next, what was said and what became of it, workshops with their
 * claims, places applied for, terms, projects, and who has read what is kept.
 *
 * @param calls what one can apply for now
 */
public record Mine(String name, String language, List<Next> next, List<Contribution> said, List<Going> going,
                   List<Seeking> applied, List<OpenCall> calls, List<Seat> seats, List<Membership> memberships,
                   List<Disclosure> readers) {

    /** One question for each part, whatever the amount. */
    static Mine of(Me me) {
        List<Going> going = Going.of(me);
        List<Seeking> seeking = Seeking.of(me);
        List<Membership> memberships = Membership.of(me);
        return new Mine(me.shownName(), me.known().language, Next.of(asked(me), going, seeking), said(me), going,
                Seeking.applied(seeking), Seeking.open(seeking, Optional.ofNullable(me.known().ageBand)), Seat.of(me),
                memberships, readers(me, memberships));
    }

    /** All of it, newest first, with its viewpoints; what was said anonymously is nobody's. */
    static List<Contribution> said(Me me) {
        return Contribution.list("""
                select distinct c from Contribution c join fetch c.project p left join fetch c.viewpoints
                where c.author.id = ?1 and ?2 in (0, p.id) order by c.id desc""", me.id(), me.within());
    }

    /** The newest of it. */
    static List<Contribution> said(Me me, int most) {
        return Contributions.withViewpoints(Contribution.<Contribution>find("""
                from Contribution c join fetch c.project p where c.author.id = ?1 and ?2 in (0, p.id)
                order by c.id desc""", me.id(), me.within())
                .page(Page.ofSize(most)).list());
    }

    /** Who opened the person's data; by a link or a letter only who did so for its project, or for the whole house. */
    static List<Disclosure> readers(Me me, List<Membership> memberships) {
        Person person = me.known();
        return Disclosure.of(person).stream().filter(read -> !me.byGrant() || read.within().id().equals(person.publicId)
                || memberships.stream().anyMatch(member -> member.project.publicId.equals(read.within().id())))
                .toList();
    }

    /** Open rounds in the person's own projects, those that close first coming first. */
    static List<Round> asked(Me me) {
        return Round.list("""
                from Round r join fetch r.version v join fetch v.draft d join fetch d.project p
                where r.open = true and exists (select 1 from Membership m where m.project = p and m.person.id = ?1
                  and ?2 in (0, p.id))
                order by case when r.closesAt is null then 1 else 0 end, r.closesAt, r.id""", me.id(), me.within());
    }
}
