package org.hornsten.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hornsten.board.Voters;
import org.hornsten.decision.DecisionEvent;
import org.hornsten.decision.Phrase;
import org.hornsten.input.Receipts;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Secrets;
import org.hornsten.ledger.Ledger;
import org.hornsten.notice.Outbox;
import org.hornsten.project.Project;
import org.hornsten.recruitment.Applying;
import org.hornsten.recruitment.Outcome;
import org.jboss.logging.Logger;

/** Builds the demo world once, in an empty house: five projects, in which the people of the demo have met. */
@ApplicationScoped
public class DemoWorld {
    static final int AFTER_THE_PEOPLE = 200;
    private static final List<String> PROFILES = List.of("demo", "dev");
    private static final int SECONDS = 120;
    private static final LocalDate BEGINNING = LocalDate.parse("2026-01-12");
    private static final Logger LOG = Logger.getLogger(DemoWorld.class);

    private final Shelf shelf;
    private final Ledger ledger;
    private final Replay.Pen pen;
    private final Secrets secrets;
    private final Applying applying;
    private final Outcome outcome;
    private final Voters voters;
    private final Outbox outbox;
    private final Clock clock;

    DemoWorld(Shelf shelf, Ledger ledger, Receipts receipts, Secrets secrets, Applying applying,
              Outcome outcome, Voters voters, Outbox outbox, Clock clock) {
        this.shelf = shelf;
        this.ledger = ledger;
        this.secrets = secrets;
        this.applying = applying;
        this.outcome = outcome;
        this.voters = voters;
        this.outbox = outbox;
        pen = new Replay.Pen(ledger, receipts, secrets);
        this.clock = clock;
    }

    void begin(@Observes @Priority(AFTER_THE_PEOPLE) StartupEvent start) {
        if (ConfigUtils.getProfiles().stream().anyMatch(PROFILES::contains)) build();
    }

    /** All of it or nothing, in one transaction, and only once. */
    public void build() {
        QuarkusTransaction.requiringNew().timeout(SECONDS).run(() -> {
            if (Project.count("slug", ElderGuidance.SLUG) == 0) tell();
        });
    }

    private void tell() {
        LOG.info("The demo world is being built");
        shelf.projects().stream().filter(one -> !one.plan().slug().equals(ElderGuidance.SLUG)).forEach(this::begin);
        Replay elders = elderGuidance();
        new Bodies(elders.project(), ledger, LocalDate.now(clock)).sit();
        shelf.gatherings().forEach(one -> one.gather(new Gathering.Pens(pen, voters, outbox), clock));
        recruiting().decided(elders.project(), clock);
        LOG.infof("The demo world is built; a receipt to try under /r: %s", elders.voices().receipt("C004"));
    }

    private void begin(Undertaking one) {
        Project project = one.begin(ledger, BEGINNING);
        phrases(one, project);
        if (project.slug.equals(Lifestyle.SLUG)) new Lifestyle(project, shelf.criteria(), pen).play(clock);
        if (project.slug.equals(Recruiting.SLUG))
            recruiting().play(project, clock);
    }

    private Recruiting recruiting() {
        return new Recruiting(shelf.call(), ledger, secrets, applying, outcome);
    }

    /** Only the project of service guidance for older people, from its first text to its third version. */
    Replay elderGuidance() {
        Undertaking one = shelf.project(ElderGuidance.SLUG);
        ElderGuidance story = new ElderGuidance(one.begin(ledger, BEGINNING), shelf.criteria(), pen, clock);
        story.play();
        phrases(one, story.replay.project());
        return story.replay;
    }

    private void phrases(Undertaking one, Project project) {
        shelf.phrases().forEach(words -> ledger.keep(Optional.of(Players.person(one.lead())),
                new DecisionEvent.Phrased(project.ref(), new Ref("phrase", Phrase.kept(project, words).publicId))));
    }
}
