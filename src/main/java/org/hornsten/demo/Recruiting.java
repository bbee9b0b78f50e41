package org.hornsten.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hornsten.identity.Person;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Secrets;
import org.hornsten.ledger.Ledger;
import org.hornsten.panel.Panel;
import org.hornsten.panel.Target;
import org.hornsten.panel.Term;
import org.hornsten.project.Project;
import org.hornsten.recruitment.Applicant;
import org.hornsten.recruitment.Application;
import org.hornsten.recruitment.Applying;
import org.hornsten.recruitment.CallPlan;
import org.hornsten.recruitment.OpenCall;
import org.hornsten.recruitment.Outcome;

/**
 * A customer panel that looks for people: its call is open, and some have called already. And a group of readers whose
 * call is decided.
 */
class Recruiting {
    static final String SLUG = "familjecenter";
    private static final int SEATS = 20;
    private static final int RESERVES = 6;
    private static final int YOUNGEST = 16;
    private static final int DAYS_KEPT = 30;

    private final Told told;
    private final Ledger ledger;
    private final Secrets secrets;
    private final Applying applying;
    private final Outcome outcome;

    Recruiting(Told told, Ledger ledger, Secrets secrets, Applying applying, Outcome outcome) {
        this.told = told;
        this.ledger = ledger;
        this.secrets = secrets;
        this.applying = applying;
        this.outcome = outcome;
    }

    /** As the story is written down. */
    record Told(Multilingual name, Multilingual words, Multilingual rhythm, Multilingual fee, Target target,
                List<Applicant> applicants, Decided readers) {}

    /**
     * A call that is over.
     *
     * @param chosen   numbers of those who were asked; the first of them have said yes
     * @param reserves numbers of those who may be asked later
     */
    record Decided(Multilingual name, Multilingual words, List<Applicant> applicants, Set<Integer> chosen,
                   Set<Integer> reserves, int accepted) {}

    void play(Project project, Clock clock) {
        Optional<Person> lead = Optional.of(Players.person(Cast.LEAD));
        Panel panel = Panel.founded(project, new Panel.Plan(Panel.Kind.CUSTOMER_PANEL, told.name(),
                Term.usual(LocalDate.now(clock).withDayOfMonth(1).plusMonths(2)), SEATS, told.target(), null, YOUNGEST,
                null));
        ledger.keep(lead, panel.founded());
        OpenCall call = OpenCall.announced(panel, new CallPlan(told.words(), told.rhythm(), told.fee(),
                clock.instant().minus(Duration.ofDays(9)), clock.instant().plus(Duration.ofDays(12)), YOUNGEST, null,
                        SEATS,
                RESERVES, OpenCall.Method.CHOICE, true, true, Multilingual.none(), DAYS_KEPT), secrets);
        ledger.keep(lead, call.announced());
        told.applicants().forEach(said -> applying.write(lead, call, said, PublicId.random(), Application.Way.PHONE));
    }

    void decided(Project project, Clock clock) {
        Decided readers = told.readers();
        Optional<Person> lead = Optional.of(Players.person(Cast.LEAD));
        Panel panel = Panel.founded(project, new Panel.Plan(Panel.Kind.REFERENCE_GROUP, readers.name(),
                Term.usual(LocalDate.now(clock).withDayOfMonth(1)), readers.chosen().size(), Target.NONE, null,
                YOUNGEST, null));
        ledger.keep(lead, panel.founded());
        OpenCall call = OpenCall.announced(panel, new CallPlan(readers.words(), Multilingual.none(),
                Multilingual.none(), clock.instant().minus(Duration.ofDays(30)), clock.instant().plus(
                Duration.ofHours(1)), YOUNGEST, null, readers.chosen().size(), readers.reserves().size(),
                OpenCall.Method.CHOICE, false, false, Multilingual.none(), DAYS_KEPT), secrets);
        ledger.keep(lead, call.announced());
        readers.applicants().forEach(said ->
                applying.write(lead, call, said, PublicId.random(), Application.Way.PHONE));
        OpenCall.flush();
        OpenCall.update("closesAt = ?1 where id = ?2", clock.instant().minus(Duration.ofDays(2)), call.id);
        outcome.choose(lead, call, readers.chosen(), readers.reserves());
        readers.chosen().stream().sorted().limit(readers.accepted()).forEach(number -> outcome.accept(lead,
                Application.numbered(call, number).orElseThrow()));
    }
}
