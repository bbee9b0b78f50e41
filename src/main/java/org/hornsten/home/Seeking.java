package org.hornsten.home;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.AgeBand;
import org.hornsten.identity.Me;
import org.hornsten.kit.Multilingual;
import org.hornsten.recruitment.Application;
import org.hornsten.recruitment.OpenCall;

/**
 * A place in a panel that somebody has applied for, or can apply for now.
 *
 * @param near whether it is in a project of the person's own
 */
public record Seeking(OpenCall call, Optional<Application> application, boolean near) {
    private static final Comparator<Seeking> WAITED_FOR = Comparator.comparing(one -> one.asked() ? 0 : 1);

    /**
     * One's own applications, and every open call that one is not kept from by a seat one has already. An open call is
     * for everybody; an application is of one project, for who came by a link or a letter. Who works here is asked by
     * nobody to apply.
     */
    static List<Seeking> of(Me me) {
        return OpenCall.getEntityManager().createQuery("""
                select c, a, (select count(m) from Membership m where m.project = p and m.person.id = ?1)
                from OpenCall c join fetch c.panel pa join fetch pa.project p
                left join Application a on a.call = c and a.person.id = ?1 and a.number is not null
                  and a.state <> 'TAKEN_BACK' and ?2 in (0, p.id)
                where a.id is not null or ?3 = false and c.state = 'OPEN' and pa.endedOn is null and not exists (
                  select 1 from Seat s where s.person.id = ?1 and s.toOn >= local date
                    and (s.endedOn is null or s.endedOn > local date) and (s.panel = pa
                      or pa.excludes like '%COUNCIL%' and s.panel.kind = 'COUNCIL' and s.kind in ('MEMBER', 'DEPUTY')))
                order by c.closesAt, c.id""", Object[].class).setParameter(1, me.id()).setParameter(2, me.within())
                .setParameter(3, me.staff()).getResultList().stream().map(row -> new Seeking((OpenCall) row[0],
                        Optional.ofNullable((Application) row[1]), (Long) row[2] > 0)).toList();
    }

    /** What was applied for; what waits for an answer comes first, then what was decided last. */
    static List<Seeking> applied(List<Seeking> all) {
        return all.stream().filter(one -> one.application.isPresent()).sorted(WAITED_FOR.thenComparing(
                one -> one.call.closesAt, Comparator.reverseOrder())).toList();
    }

    /** What one can apply for, in one's own projects first. */
    static List<OpenCall> open(List<Seeking> all, Optional<AgeBand> band) {
        return all.stream().filter(one -> one.application.isEmpty() && one.asksFor(band))
                .sorted(Comparator.comparing(one -> one.near ? 0 : 1)).map(Seeking::call).toList();
    }

    /** Nobody's birthday is known: only who is known to be too young is not asked. */
    private boolean asksFor(Optional<AgeBand> band) {
        return band.filter(known -> known != AgeBand.ADULT && known.under(call.youngest)).isEmpty();
    }

    /** Chosen, and asked to say yes. */
    boolean asked() {
        return application.filter(Application::asked).isPresent();
    }

    /** Whether nothing has been decided yet. */
    public boolean pending() {
        return application.filter(one -> one.state == Application.State.RECEIVED).isPresent();
    }

    Optional<Next> next() {
        Multilingual project = call.panel.project.title;
        return asked() ? Optional.of(new Next(Next.Kind.CHOSEN, call.panel.name, project, path(), null))
                : Optional.empty();
    }

    public String path() {
        return call.path() + "/mine";
    }
}
