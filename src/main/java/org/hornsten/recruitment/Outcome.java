package org.hornsten.recruitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Secrets;
import org.hornsten.ledger.Ledger;
import org.hornsten.ledger.Turn;
import org.hornsten.link.PersonalLink;
import org.hornsten.lot.Draw;
import org.hornsten.panel.AgeGroup;
import org.hornsten.panel.Experience;
import org.hornsten.panel.Panel;
import org.hornsten.panel.PanelEvent;
import org.hornsten.panel.Seat;
import org.hornsten.panel.Term;
import org.hornsten.project.Membership;
import org.hornsten.project.Whom;

/** What becomes of a call: whom the draw or the choice takes, who says yes, and who is asked in place of whom. */
@ApplicationScoped
public class Outcome {
    private final Ledger ledger;
    private final Secrets secrets;
    private final Telling telling;
    private final Clock clock;

    Outcome(Ledger ledger, Secrets secrets, Telling telling, Clock clock) {
        this.ledger = ledger;
        this.secrets = secrets;
        this.telling = telling;
        this.clock = clock;
    }

    /**
     * Draws, once: whoever presses the button a second time finds it drawn.
     *
     * @param seed the numbers of the public draw; not asked where the house promised its own seed
     */
    public void draw(Me me, OpenCall call, String seed) {
        Turn.alone(call);
        if (!call.drawn()) throw new Refused("recruitment:chosen_not_drawn");
        if (call.decided()) return;
        if (call.panel.endedOn != null) throw new Refused("panel:ended_already");
        call.checkGoesOn("");
        if (!call.closed()) throw new Refused("recruitment:draw_after_closing");
        if (Application.of(call).isEmpty()) throw new Refused("recruitment:nobody_applied");
        Selection selection = Selection.of(call);
        Map<Integer, Application> byNumber = selection.all().stream()
                .collect(Collectors.toMap(one -> one.number, Function.identity()));
        List<Application> ordered = Draw.of(call.unseal(secrets, seed, clock.instant()), byNumber.keySet()).stream()
                .map(lot -> byNumber.get(lot.number())).toList();
        List<Application> taken = selection.drawn(ordered);
        for (int i = 0; i < ordered.size(); i++) ordered.get(i).place = i + 1;
        ledger.keep(me, new RecruitmentEvent.Drawn(call.ref(), call.seed, ordered.size(), Draw.fingerprint(
                ordered.stream().map(one -> one.number).toList())));
        List<Application> rest = new ArrayList<>(ordered);
        rest.removeAll(taken);
        decide(me.person(), call, taken, rest.subList(0, Math.min(call.reserves, rest.size())), ordered);
    }

    /** Those staff has marked are asked, the others are told. */
    public void decide(Optional<Person> by, OpenCall call) {
        Turn.alone(call);
        if (call.drawn()) throw new Refused("recruitment:drawn_not_chosen");
        if (call.decided()) return;
        if (call.panel.endedOn != null) throw new Refused("panel:ended_already");
        call.checkGoesOn("");
        if (!call.closed()) throw new Refused("recruitment:choose_after_closing");
        Selection selection = Selection.of(call);
        List<Application> taken = selection.marked(Application.Mark.CHOSEN);
        if (taken.isEmpty()) throw new Refused("recruitment:nobody_marked");
        if (taken.size() > call.places) throw new Refused("", "recruitment:too_many_marked", call.places);
        call.decide(clock.instant());
        decide(by, call, taken, selection.marked(Application.Mark.RESERVE), selection.all());
    }

    /** Marks these numbers and nobody else, and decides. */
    public void choose(Optional<Person> by, OpenCall call, Set<Integer> chosen, Set<Integer> reserves) {
        Turn.alone(call);
        if (call.decided()) throw new Refused("recruitment:decided_already");
        Selection selection = Selection.of(call);
        Set<Integer> numbers = selection.all().stream().map(one -> one.number).collect(Collectors.toSet());
        if (!numbers.containsAll(chosen)) throw new Refused("chosen", "recruitment:number_unknown");
        if (!numbers.containsAll(reserves)) throw new Refused("reserves", "recruitment:number_unknown");
        selection.all().forEach(one -> {
            Application.Mark wanted = chosen.contains(one.number) ? Application.Mark.CHOSEN
                    : reserves.contains(one.number) ? Application.Mark.RESERVE : null;
            if (one.mark != wanted) ledger.keep(by, one.mark(wanted));
        });
        decide(by, call);
    }

    private void decide(Optional<Person> by, OpenCall call, List<Application> taken, List<Application> reserves,
                        List<Application> all) {
        Set<Application> others = new HashSet<>(all);
        call.decidedBy = by.orElse(null);
        taken.forEach(one -> {
            one.mark = Application.Mark.CHOSEN;
            ask(by, one);
        });
        for (int i = 0; i < reserves.size(); i++) reserves.get(i).reserve(reserves.get(i).place == null ? i + 1
                : reserves.get(i).place);
        others.removeAll(taken);
        others.removeAll(reserves);
        others.forEach(Application::leave);
        // who applied twice hears what who was not chosen hears: nobody learns from it who had applied
        Application.update("state = 'NOT_CHOSEN' where call = ?1 and state = 'AGAIN'", call);
        ledger.keep(by, new RecruitmentEvent.Decided(call.ref(), taken.size(), reserves.size(), others.size()));
    }

    private void ask(Optional<Person> by, Application one) {
        ledger.keep(by, one.ask());
        // whom no e-mail reaches is told by a letter, which brings a code of its own
        if (one.person.hasAccount() || telling.reaches(one.person)) telling.asked(one);
    }

    /** The person comes into the panel, and by that into the project. */
    public void accept(Optional<Person> by, Application one) {
        LocalDate today = LocalDate.now(clock);
        ledger.keep(by, one.accept(today));
        Panel panel = one.call.panel;
        Membership.ask(panel.project, Whom.known(one.person.publicId)).joined()
                .ifPresent(joined -> ledger.keep(by, joined));
        ledger.keep(by, panel.take(one.person, wanted(one, today), today).taken());
        PersonalLink.of(one.person).stream().filter(link -> link.project.id.equals(panel.project.id))
                .forEach(PersonalLink::admit);
        if (!one.areas().isEmpty()) Experience.given(one.person, panel.project, consent(one, today), Optional.empty(),
                today).forEach(given -> ledger.keep(by, given));
    }

    /** That the person is old enough was said in the application; a year that says so stands for it and is not kept. */
    private static Seat.Wanted wanted(Application one, LocalDate today) {
        AgeGroup group = one.profile().ageGroup();
        Integer least = one.call.panel.minimumAge;
        Integer year = least == null || group == null || group.from >= least ? null : today.getYear() - least;
        return new Seat.Wanted(null, null, null, null, one.profile(), year);
    }

    private static Experience.Consent consent(Application one, LocalDate today) {
        Term term = one.call.panel.term();
        LocalDate most = one.receivedOn.plusYears(Experience.MOST_YEARS);
        LocalDate until = term.to().isAfter(most) ? most : term.to();
        return new Experience.Consent(one.areas(), Set.of(Experience.Purpose.COMPOSITION), one.receivedOn,
                until.isAfter(today) ? until : today.plusDays(1));
    }

    /** The next reserve is asked in the same act, so that no place is lost. */
    public void decline(Optional<Person> by, Application one) {
        ledger.keep(by, one.decline(LocalDate.now(clock)));
        next(by, one.call);
    }

    public void lapse(Optional<Person> by, Application one) {
        ledger.keep(by, one.lapse(LocalDate.now(clock)));
        next(by, one.call);
    }

    private void next(Optional<Person> by, OpenCall call) {
        // two decline at once: the second asks the reserve after the one the first has asked
        Turn.alone(call);
        Selection.of(call).next().forEach(reserve -> ask(by, reserve));
    }

    /** The person leaves the house; if she or he was asked, the next reserve is. */
    void forget(Optional<Person> by, Person person) {
        Application.everOf(person).forEach(one -> {
            Turn.alone(one.call);
            boolean asked = one.asked();
            one.forget(LocalDate.now(clock));
            if (asked) next(by, one.call);
        });
        Addressee.delete("person = ?1", person);
    }

    /** The panel is ended: nothing becomes of its calls. Who applied is told, and forgotten as was promised. */
    void over(@Observes PanelEvent.Ended ended) {
        Panel.of(ended.about()).ifPresent(panel -> OpenCall.of(panel).forEach(this::callOff));
    }

    /** Whoever waits for something to become of the call waits no more. */
    void callOff(OpenCall call) {
        Turn.alone(call);
        List<Application> waiting = Application.waiting(call);
        if (call.decided() && waiting.isEmpty() || call.calledOff()) return;
        waiting.forEach(Application::callOff);
        ledger.keep(Optional.empty(), call.callOff(clock.instant(), waiting.size()));
    }

    /** Nothing of the person stays, where the person had to do with this call only. */
    void takeBack(Optional<Person> by, Application one) {
        Turn.alone(one.call);
        Turn.alone(one);
        ledger.keep(by, one.takeBack(LocalDate.now(clock)));
        if (one.person != null)
            OldApplications.part(List.of(one.person), clock).forEach(event -> ledger.keep(by, event));
    }
}
