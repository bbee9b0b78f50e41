package org.hornsten.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hornsten.draft.Round;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Contribution;
import org.hornsten.project.Project;
import org.hornsten.project.Stage;

/** Service guidance for older people: two rounds are behind it, a third one is open to its members. */
class ElderGuidance {
    static final String SLUG = "servicestyrning-for-aldre";
    private static final Instant FIRST = Instant.parse("2026-02-02T07:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-04-13T06:00:00Z");
    private static final Instant THIRD = Instant.parse("2026-05-11T06:00:00Z");

    private final Project project;
    private final List<Round.Criterion> criteria;
    private final Clock clock;
    final Replay replay;

    ElderGuidance(Project project, List<Round.Criterion> criteria, Replay.Pen pen, Clock clock) {
        this.project = project;
        this.criteria = criteria;
        this.clock = clock;
        // Some of those who speak twice in the tables are people one can sign in as.
        replay = new Replay(new Story("elder-guidance"), project, new Players(Players.person(Cast.LEAD),
                Players.person(Cast.FACILITATOR), Map.of("Asiakasraatilainen 4", Players.person(Cast.PANELIST),
                "Erfarenhetsexpert, minne", Players.person(Cast.EXPERT),
                "Ledamot i äldrerådet, södra kommunen", Players.person(Cast.COUNCIL))), pen);
    }

    void play() {
        replay.begin("sv", List.of("fi", "sv-x-easy"));
        replay.publish(FIRST, Instant.parse("2026-03-06T14:00:00Z"), criteria, Anonymity.NAMED);
        firstRound();
        replay.rewrite(2);
        replay.publish(SECOND, Instant.parse("2026-04-30T13:00:00Z"), criteria, Anonymity.NAMED);
        replay.voices().hear(2);
        replay.voices().rate(2);
        replay.decide(LocalDate.parse("2026-05-05"));
        replay.reach(Stage.ALMOST_READY);
        replay.rewrite(3);
        replay.publish(lately(), clock.instant().plus(Duration.ofDays(24)), criteria, Anonymity.PSEUDONYM);
    }

    private void firstRound() {
        replay.voices().hear(1);
        replay.mask("C034", "Parkinsons sjukdom sedan 2019");
        replay.mask("C034", "Madopar fyra gånger om dagen");
        replay.deflect("C033", Contribution.Deflection.STATUTORY_REMINDER, LocalDate.parse("2026-02-19"));
        replay.voices().rate(1);
        replay.decide(LocalDate.parse("2026-03-31"));
    }

    // Some days ago, whenever the demo is looked at: its round is open.
    private Instant lately() {
        Instant lately = clock.instant().minus(Duration.ofDays(9));
        return lately.isAfter(THIRD) ? lately : THIRD;
    }
}
