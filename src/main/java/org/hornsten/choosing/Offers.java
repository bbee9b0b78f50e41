package org.hornsten.choosing;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.ledger.Turn;
import org.hornsten.letter.Letters;
import org.hornsten.link.Codes;
import org.hornsten.project.Membership;
import org.hornsten.recruitment.Application;
import org.hornsten.recruitment.OpenCall;

/**
 * Letters to those who were chosen or drawn and whom no e-mail reaches: all of one choosing in one batch, for whoever
 * decided to print. A reserve who is asked later gets one of her or his own.
 */
@ApplicationScoped
class Offers {
    private final Letters letters;
    private final Codes codes;

    Offers(Letters letters, Codes codes) {
        this.letters = letters;
        this.codes = codes;
    }

    @Scheduled(every = "15s", delayed = "45s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void write() {
        try {
            QuarkusTransaction.requiringNew().call(Application::untoldCalls).forEach(this::write);
        } catch (RuntimeException databaseAway) {
            Log.warnf("Letters to those who are chosen wait: %s", databaseAway.getClass().getSimpleName());
        }
    }

    // the codes first: drawing them takes long, and meanwhile nothing is held
    private void write(long call) {
        int most = QuarkusTransaction.requiringNew().call(() -> Application.untold(OpenCall.findById(call)).size());
        List<Codes.Drawn> drawn = codes.draw(most);
        QuarkusTransaction.requiringNew().run(() -> write(OpenCall.findById(call), drawn));
    }

    private void write(OpenCall call, List<Codes.Drawn> drawn) {
        Turn.alone(call);
        List<Application> asked = Application.untold(call).stream().limit(drawn.size()).toList();
        Optional<Person> maker = maker(call);
        if (asked.isEmpty() || maker.isEmpty()) return;
        letters.write(maker.get(), call.panel.project, asked.stream().map(one -> one.person).toList(),
                drawn.subList(0, asked.size()), call.offer(), null);
        asked.forEach(Application::tell);
    }

    /** Who decided, or, once that person leads no more, whoever leads now: only its maker may print a batch. */
    private static Optional<Person> maker(OpenCall call) {
        List<Person> leads = Membership.of(call.panel.project).stream()
                .filter(member -> member.role == Membership.Role.LEAD).map(member -> member.person).toList();
        return leads.stream().filter(lead -> call.decidedBy != null && lead.id.equals(call.decidedBy.id)).findFirst()
                .or(() -> leads.stream().findFirst());
    }
}
