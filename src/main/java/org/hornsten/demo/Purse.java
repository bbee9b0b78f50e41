package org.hornsten.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hornsten.fee.Cents;
import org.hornsten.fee.Claim;
import org.hornsten.fee.FeeRule;
import org.hornsten.fee.Item;
import org.hornsten.fee.PayrollBatch;
import org.hornsten.fee.PayrollReference;
import org.hornsten.fee.Task;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.ledger.Event;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Project;
import org.hornsten.workshop.Registration;
import org.hornsten.workshop.Workshop;

/** What a workshop cost those who came: one claim is paid, one waits for the lead, and one says "no, thank you". */
class Purse {
    private static final long AN_HOUR = 30_00;
    private static final long A_KILOMETRE = 55;
    private static final long A_MEAL = 15_00;
    private static final int HALF_HOURS = 5;
    private static final int KILOMETRES = 38;
    private static final long TICKET = 12_40;

    private final Ledger ledger;
    private final Clock clock;
    private final Person lead = Players.person(Cast.LEAD);

    Purse(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    void open(Workshop workshop) {
        agree(workshop.project, Task.TAKING_PART, AN_HOUR);
        agree(workshop.project, Task.KILOMETRE, A_KILOMETRE);
        agree(workshop.project, Task.MEAL, A_MEAL);
        Instant home = workshop.endsAt.plus(Duration.ofHours(2));
        expert(workshop, home);
        Claim thanks = begun(workshop, Cast.PANELIST, home);
        keep(Cast.PANELIST, thanks.fee(Optional.empty()));
        keep(Cast.PANELIST, thanks.send(home));
        Claim waits = begun(workshop, Cast.COUNCIL, home);
        keep(Cast.COUNCIL, waits.fee(Optional.empty()));
        keep(Cast.COUNCIL, waits.travel(List.of(Item.cost(Item.Kind.TICKET, new Cents(TICKET), "Buss dit och hem"))));
        keep(Cast.COUNCIL, waits.send(home));
    }

    private void agree(Project project, Task task, long cents) {
        LocalDate today = LocalDate.now(clock);
        FeeRule rule = FeeRule.agreed(project, new FeeRule.Wanted(task, FeeRule.Per.HOUR, new Cents(cents),
                Set.of(PersonKind.EXPERT_BY_EXPERIENCE, PersonKind.PANEL_MEMBER, PersonKind.COUNCIL_REPRESENTATIVE),
                today.minusMonths(1)), lead, today);
        ledger.keep(Optional.of(lead), rule.event());
    }

    private void expert(Workshop workshop, Instant home) {
        Claim claim = begun(workshop, Cast.EXPERT, home);
        keep(Cast.EXPERT, claim.fee(Optional.of(new Item(Item.Kind.FEE, new Cents(AN_HOUR * HALF_HOURS / 2), "",
                Task.TAKING_PART, HALF_HOURS))));
        keep(Cast.EXPERT, claim.travel(List.of(new Item(Item.Kind.TRAVEL_KM, new Cents(A_KILOMETRE * KILOMETRES),
                "Hem och tillbaka", null, KILOMETRES))));
        keep(Cast.EXPERT, claim.card(Claim.TaxCard.DELIVERED));
        keep(Cast.EXPERT, claim.send(home));
        claim.reference(PayrollReference.typed("EX-114")).ifPresent(event -> keep(Cast.LEAD, event));
        Instant next = home.plus(Duration.ofDays(1));
        keep(Cast.LEAD, claim.decide(lead, Claim.Verdict.APPROVED, "", next));
        PayrollBatch batch = PayrollBatch.made(workshop.project, lead, next);
        keep(Cast.LEAD, batch.event());
        batch.paid(next.plus(Duration.ofDays(1))).ifPresent(event -> keep(Cast.LEAD, event));
    }

    private Claim begun(Workshop workshop, Cast who, Instant when) {
        Registration registration = Registration.<Registration>find("workshop = ?1 and person = ?2", workshop,
                Players.person(who)).singleResult();
        Claim claim = Claim.begun(registration, Optional.empty(), when);
        keep(who, claim.begun());
        return claim;
    }

    private void keep(Cast who, Event event) {
        ledger.keep(Optional.of(Players.person(who)), event);
    }
}
