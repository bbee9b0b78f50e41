package org.hornsten.rating;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.Map;
import org.hornsten.draft.Round;
import org.hornsten.draft.Version;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Channel;
import org.hornsten.kit.Refused;

/**
 * One person's score of a version on one criterion. The rater is a mark that leads to nobody without the server's
 * key.
 */
@Entity
public class Rating extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY) public Version version;
    public String criterion;
    public byte[] rater;
    public int score;
    @Enumerated(EnumType.STRING) public Channel channel;
    /** Missing for a sheet that staff typed in. */
    @Enumerated(EnumType.STRING) public PersonKind authorKind;
    /** Whether it is in the numbers that are shown. */
    public boolean shown;

    /** Keeps the scores; while the round is open the same rater's earlier ones give way. */
    public static RatingEvent.Rated given(Version version, byte[] rater, Map<String, Integer> scores, Channel channel,
                                           PersonKind authorKind) {
        Round round = version.round;
        if (round != null) round.hold();
        if (round == null || !round.takes(channel != Channel.WEB)) throw new Refused("draft:round_closed");
        check(version, scores);
        delete("version = ?1 and rater = ?2", version, rater);
        RatingEvent.Rated rated = keep(version, rater, scores, channel, authorKind);
        Ratings.release(version);
        return rated;
    }

    public static RatingEvent.Rated keep(Version version, byte[] rater, Map<String, Integer> scores, Channel channel,
            PersonKind authorKind) {
        scores.forEach((criterion, score) -> keep(version, rater, criterion, score, channel, authorKind));
        Ratings.begun(version, scores.keySet());
        return new RatingEvent.Rated(version.draft.ref(), version.number, scores.size());
    }

    static void check(Version version, Map<String, Integer> scores) {
        if (scores.isEmpty()) throw new Refused("scores", "rating:scores_missing");
        scores.forEach((criterion, score) -> check(version, criterion, score));
    }

    private static void check(Version version, String criterion, Integer score) {
        if (version.round.criteria.stream().noneMatch(c -> c.key().equals(criterion)))
            throw new Refused("scores", "rating:criterion_unknown", criterion);
        if (score == null || score < 1 || score > 5) throw new Refused("scores." + criterion, "rating:score_wrong");
    }

    private static void keep(Version version, byte[] rater, String criterion, int score, Channel channel,
            PersonKind kind) {
        Rating rating = new Rating();
        rating.version = version;
        rating.rater = rater;
        rating.criterion = criterion;
        rating.score = score;
        rating.channel = channel;
        rating.authorKind = kind;
        rating.persist();
    }
}
