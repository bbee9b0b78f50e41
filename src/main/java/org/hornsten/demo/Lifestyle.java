package org.hornsten.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hornsten.draft.Round;
import org.hornsten.input.Anonymity;
import org.hornsten.project.Project;

/** Lifestyle counselling: short, in three languages, open to every reader. */
class Lifestyle {
    static final String SLUG = "livsstilsradgivning";

    private final List<Round.Criterion> criteria;
    private final Replay replay;

    Lifestyle(Project project, List<Round.Criterion> criteria, Replay.Pen pen) {
        this.criteria = criteria;
        replay = new Replay(new Story("lifestyle"), project, new Players(Players.person(Cast.LEAD2),
                Players.person(Cast.LEAD2), Map.of("Asiakasraatilainen 4", Players.person(Cast.PANELIST),
                "Yusuf", Players.person(Cast.YOUTH))), pen);
    }

    void play(Clock clock) {
        replay.begin("sv", List.of("fi", "en"));
        replay.publish(Instant.parse("2026-09-01T06:00:00Z"), Instant.parse("2026-09-30T13:00:00Z"), criteria,
                Anonymity.PSEUDONYM);
        replay.voices().hear(1);
        replay.decide(LocalDate.parse("2026-10-06"));
        replay.rewrite(2);
        replay.publish(Instant.parse("2026-10-12T06:00:00Z"), clock.instant().plus(Duration.ofDays(40)), criteria,
                Anonymity.PSEUDONYM);
    }
}
