package org.hornsten.panel;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Admission;
import org.hornsten.project.Membership;
import org.hornsten.project.Whom;

/** Lets somebody into a project and into a panel of it at once. */
@ApplicationScoped
public class Seating {
    private final Admission admission;
    private final Ledger ledger;
    private final Clock clock;

    Seating(Admission admission, Ledger ledger, Clock clock) {
        this.admission = admission;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @throws Refused where a rule of the panel says no; then nobody came in */
    public Seat take(Me me, Panel panel, Whom whom, Seat.Wanted wanted) {
        LocalDate today = LocalDate.now(clock);
        Seat.Kind kind = Optional.ofNullable(wanted.kind()).orElse(panel.kind.seat());
        Whom meant = whom.as(panel.kind.speaksAs(kind), AgeGroup.band(wanted.profile().ageGroup(), wanted.birthYear(),
                panel.minimumAge, today).orElse(null));
        Membership member = admission.ask(me, panel.project, meant);
        Seat seat = panel.take(member.person, wanted, today);
        ledger.keep(me, seat.taken());
        return seat;
    }

    /** Somebody takes another's place: the one leaves on the day the other comes, and both stay to be seen. */
    public Seat replace(Me me, Seat former, Whom whom, Seat.Wanted wanted) {
        LocalDate today = LocalDate.now(clock);
        LocalDate on = Optional.ofNullable(wanted.term()).map(Term::from).orElse(today);
        ledger.keep(me, former.end(on, former.nominatingBody == null ? Seat.Reason.WISH : Seat.Reason.BODY, today));
        return take(me, former.panel, whom, wanted);
    }
}
