package org.hornsten.publishing;

import java.time.Instant;
import java.util.List;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Round.Criterion;
import org.hornsten.draft.Round;
import org.hornsten.input.Anonymity;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.hornsten.numbers.SmallNumbers;
import org.hornsten.web.Tongue;

/** What a version is rated on: proposed, and checked before a round opens with it. */
final class Criteria {
    private static final int MOST = 12;
    private static final List<String> PRESET = List.of("clear", "useful", "fair", "reachable");

    private Criteria() {}

    /** Those of the round before, so that ratings can be compared; the four usual ones the first time. */
    static List<Criterion> proposed(Draft draft, Tongue tongue) {
        return draft.newest().map(version -> version.round).map(round -> round.criteria).orElseGet(() -> PRESET.stream()
                .map(key -> new Criterion(key, label(key, tongue))).toList());
    }

    static Anonymity level(Draft draft) {
        return draft.newest().map(version -> version.round).map(round -> round.anonymity).orElse(Anonymity.PSEUDONYM);
    }

    /** As much as the round before asked for, and what the project needs now. */
    static int k(Draft draft, int least) {
        return Math.max(least,
                draft.newest().map(version -> version.round).map(round -> round.k).orElse(SmallNumbers.K));
    }

    private static Multilingual label(String key, Tongue tongue) {
        String words = "publishing:criterion_" + key;
        return Multilingual.of(tongue.say("sv", words), tongue.say("fi", words), tongue.say("en", words));
    }

    /** @throws Refused when a criterion cannot be shown or kept, or a day cannot be meant */
    static Round.Terms checked(Round.Terms terms) {
        if (terms.criteria().size() > MOST) throw new Refused("criteria", "publishing:criteria_many", MOST);
        for (Criterion criterion : terms.criteria()) {
            if (criterion == null || criterion.key() == null || !criterion.key().matches("[A-Za-z0-9_-]{1,40}"))
                throw new Refused("criteria", "publishing:criterion_key_wrong");
            if (criterion.label() == null || criterion.label().isEmpty() || criterion.label().longest() > 200
                    || !criterion.label().spoken())
                throw new Refused("criteria", "publishing:criterion_label_wrong", criterion.key());
        }
        checkMoment("opensAt", terms.opensAt());
        checkMoment("closesAt", terms.closesAt());
        return terms;
    }

    private static void checkMoment(String field, Instant at) {
        boolean sensible = at == null || at.isAfter(Instant.parse("1900-01-01T00:00:00Z"))
                && at.isBefore(Instant.parse("2200-01-01T00:00:00Z"));
        if (!sensible) throw new Refused(field, "publishing:moment_wrong");
    }
}
