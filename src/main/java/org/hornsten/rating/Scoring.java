package org.hornsten.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Round;
import org.hornsten.draft.Version;
import org.hornsten.identity.Me;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Channel;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Secrets;
import org.hornsten.ledger.Ledger;
import org.hornsten.ledger.Submissions;
import org.hornsten.pool.Pool;

/** Takes somebody's scores of a version, once however often they are sent. */
@ApplicationScoped
public class Scoring {
    private final Ledger ledger;
    private final Submissions submissions;
    private final Secrets secrets;
    private final Pool pool;
    private final Raters raters;

    Scoring(Ledger ledger, Submissions submissions, Secrets secrets, Pool pool, Raters raters) {
        this.pool = pool;
        this.ledger = ledger;
        this.submissions = submissions;
        this.secrets = secrets;
        this.raters = raters;
    }

    /** The scores of a form by criterion; what was not asked, or nobody could say, is left out. */
    public static Map<String, Integer> sent(List<Round.Criterion> criteria, MultivaluedMap<String, String> form) {
        Map<String, Integer> scores = new LinkedHashMap<>();
        for (Round.Criterion criterion : criteria)
            Optional.ofNullable(form.getFirst(criterion.key())).filter(face -> face.matches("[1-5]"))
                    .ifPresent(face -> scores.put(criterion.key(), Integer.valueOf(face)));
        return scores;
    }

    /**
     * On paper and by phone each sheet is another person's; on the web each person has one.
     *
     * @param shown when the form was opened; nothing for programs
     */
    public void rate(Me me, Draft draft, int number, Map<String, Integer> scores, Channel channel, String submission,
            Optional<Instant> shown) {
        String once = Submissions.once(me, submission);
        String body = draft.publicId + number + new TreeMap<>(scores) + channel;
        if (submissions.earlier(once, body).isPresent()) return;
        Version version = draft.version(number)
                .orElseThrow(() -> new Refused("version", "draft:version_unknown"));
        if (channel == Channel.WEB) own(me, version, scores, shown);
        else ledger.keep(me, Rating.given(version, secrets.mark("rater", once), scores, channel, null));
        submissions.made(once, "rated");
    }

    /**
     * In the room of a workshop: a member has the one rating he or she has on the web, too; somebody else has one for
     * each name the room knows the person by.
     *
     * @param once the submission's id, which nobody else can know or guess
     * @param name known to the room alone; unused of a member
     */
    public void aloud(Me me, boolean member, String name, Draft draft, int number, Map<String, Integer> scores,
            String once) {
        if (submissions.earlier(once, draft.publicId + number + new TreeMap<>(scores) + name).isPresent()) return;
        Version version = draft.version(number)
                .orElseThrow(() -> new Refused("version", "draft:version_unknown"));
        PersonKind kind = member ? version.draft.project.membershipOf(me).map(m -> m.kind)
                .orElse(PersonKind.PROFESSIONAL) : null;
        // what an anonymous round promised holds in the room, too
        if (member && version.round != null && version.round.mixed) seal(me, version, scores, kind);
        else ledger.keepUnnamed(Rating.given(version, member ? rater(version, me) : secrets.mark("rater", name), scores,
                Channel.WORKSHOP, kind));
        submissions.made(once, "rated");
    }

    private void own(Me me, Version version, Map<String, Integer> scores, Optional<Instant> shown) {
        Round round = version.round;
        if (round != null && round.missedBy(shown)) throw new Refused("draft:round_closed");
        PersonKind kind = version.draft.project.membershipOf(me).map(m -> m.kind).orElse(PersonKind.PROFESSIONAL);
        if (round != null && round.mixed) seal(me, version, scores, kind);
        else ledger.keepUnnamed(Rating.given(version, rater(version, me), scores, Channel.WEB, kind));
    }

    // What has been mixed cannot be found again to be changed: each person has one, for good.
    private void seal(Me me, Version version, Map<String, Integer> scores, PersonKind kind) {
        Round round = version.round;
        round.hold();
        if (!round.takes(false)) throw new Refused("draft:round_closed");
        Rating.check(version, scores);
        if (!pool.spend(round.ratings(), me.known().publicId)) throw new Refused("rating:rated_for_good");
        pool.put(round.ratings(), new WaitingScores(scores, round.common(kind) ? kind : null));
    }

    /** Whether this person has given a rating that nobody can find again. */
    boolean sealed(Me me, Version version) {
        return version.round != null && version.round.mixed && pool.spent(version.round.ratings(), me.known().publicId);
    }

    /** What this person gave already, by criterion; 0 for what one could not say, nothing for who has not rated. */
    Map<String, Integer> given(Me me, Version version) {
        Map<String, Integer> scores = new HashMap<>();
        Rating.<Rating>list("version = ?1 and rater = ?2", version, rater(version, me))
                .forEach(rating -> scores.put(rating.criterion, rating.score));
        if (!scores.isEmpty()) version.round.criteria.forEach(criterion -> scores.putIfAbsent(criterion.key(), 0));
        return scores;
    }

    private byte[] rater(Version version, Me me) {
        return raters.mark(version, me.known());
    }
}
