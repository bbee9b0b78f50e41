package org.hornsten.draft;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.OneToOne;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Anonymity;
import org.hornsten.kit.Json;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Stale;
import org.hornsten.ledger.Turn;
import org.hornsten.numbers.SmallNumbers;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;

/** The window in which a version is open, what it is rated on, and how private an answer is. */
@Entity
public class Round extends PanacheEntity {
    public static final String COMMENTS = "comments:";
    public static final String RATINGS = "ratings:";
    private static final int GREATEST = 100;

    @OneToOne(fetch = FetchType.LAZY) public Version version;
    public Instant opensAt;
    public Instant closesAt;
    /** Since when a newer version is the one asked about; letters about this one may still be typed in. */
    public Instant givenWayAt;
    public Instant closedAt;
    /** When it was given more time; that happens once. */
    public Instant extendedAt;
    public String closingReason = "";
    @Convert(converter = Criteria.class) @Column(columnDefinition = "longtext") public List<Criterion> criteria;
    @Enumerated(EnumType.STRING) public Anonymity anonymity;
    /** How many must have answered before a number about it is shown, and how many are mixed. */
    public int k;
    /** Judged by the database's clock, the only one all servers share. */
    @Formula("""
            (opens_at <= utc_timestamp(6) and closed_at is null and given_way_at is null
             and (closes_at is null or closes_at > utc_timestamp(6)))""")
    public boolean open;
    /** Ten minutes longer: for forms that were opened in time. */
    @Formula("""
            (opens_at <= utc_timestamp(6) and closed_at is null and given_way_at is null
             and (closes_at is null or addtime(closes_at, '00:10:00') > utc_timestamp(6)))""")
    public boolean takesLateForms;

    @Formula("(opens_at > utc_timestamp(6) and closed_at is null and given_way_at is null)")
    public boolean coming;
    /** Whether so many are asked that an anonymous answer can be mixed with others; else it is only confidential. */
    @Formula("""
            (anonymity = 'ANONYMOUS' and 2 * k
             <= (select count(*) from membership asked join draft d on d.project_id = asked.project_id
                 join version v on v.draft_id = d.id where v.id = version_id and asked.role = 'PARTICIPANT'))""")
    public boolean mixed;

    /** What readers rate a version on, from 1 to 5. */
    public record Criterion(String key, Multilingual label) {}

    /**
     * @param opensAt  null for at once
     * @param closesAt null for until somebody closes it
     * @param k        null for the least
     */
    public record Terms(Instant opensAt, Instant closesAt, List<Criterion> criteria, Anonymity anonymity, Integer k) {
        public Terms(Instant opensAt, Instant closesAt, List<Criterion> criteria, Anonymity anonymity) {
            this(opensAt, closesAt, criteria, anonymity, null);
        }
    }

    /** The least K there may be: more where minors are asked. */
    public static int least(Project project) {
        return Membership.asksMinors(project) ? SmallNumbers.DELICATE : SmallNumbers.K;
    }

    /** Whether so many of a kind are asked that naming the kind beside an anonymous answer tells nobody who it was. */
    public boolean common(PersonKind kind) {
        return Membership.asked(version.draft.project, kind) >= 2L * k;
    }

    static Round opened(Version version, Terms terms, Instant now) {
        if (terms.closesAt() != null && terms.opensAt() != null && !terms.closesAt().isAfter(terms.opensAt()))
            throw new Refused("closesAt", "draft:closes_before_it_opens");
        if (terms.closesAt() != null && !terms.closesAt().isAfter(now))
            throw new Refused("closesAt", "draft:closes_past");
        if (new HashSet<>(terms.criteria().stream().map(Criterion::key).toList()).size() < terms.criteria().size())
            throw new Refused("criteria", "draft:criterion_twice");
        Round round = new Round();
        round.version = version;
        round.opensAt = terms.opensAt() == null ? now : terms.opensAt();
        round.closesAt = terms.closesAt();
        round.criteria = List.copyOf(terms.criteria());
        round.anonymity = terms.anonymity();
        round.k = enough(version.draft.project, terms.k());
        round.persist();
        version.round = round;
        return round;
    }

    private static int enough(Project project, Integer k) {
        int least = least(project);
        if (k == null) return least;
        if (k < SmallNumbers.K || k > GREATEST) throw new Refused("k", "draft:k_wrong", SmallNumbers.K, GREATEST);
        if (k < least) throw new Refused("k", "draft:k_minors", least);
        return k;
    }

    /** How many must have answered without a name before any of it is mixed while the round is open. */
    public int asked() {
        return 2 * k;
    }

    /** Where anonymous comments of this round wait to be mixed. */
    public String comments() {
        return COMMENTS + id;
    }

    /** Where anonymous ratings wait. */
    public String ratings() {
        return RATINGS + id;
    }

    /** The round an instrument belongs to. */
    public static Optional<Round> of(String instrument) {
        return find("from Round r join fetch r.version v join fetch v.draft d join fetch d.project where r.id = ?1",
                Long.valueOf(instrument.substring(instrument.indexOf(':') + 1))).firstResultOptional();
    }

    /** When it stopped taking answers; in the far future while nobody knows. */
    public Instant ended() {
        return Stream.of(closedAt, givenWayAt, closesAt).filter(Objects::nonNull).min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    /** How an answer is kept, in the words beside the button: a key. */
    public String told(Anonymity level) {
        return level.told(mixed);
    }

    /** Whether a form comes after the end that was not shown before it; a program shows none. */
    public boolean missedBy(Optional<Instant> shown) {
        return !open && takesLateForms && shown.filter(at -> at.isBefore(closesAt)).isEmpty();
    }

    /** Whether an answer is taken now; what staff type in may come until the round is closed. */
    public boolean takes(boolean typedIn) {
        return typedIn ? closedAt == null : takesLateForms;
    }

    /**
     * @param k       null to leave it
     * @param answers how many contributions and ratings it has already: a promise never changes after the first
     */
    public void promise(Anonymity anonymity, Integer k, LongSupplier answers) {
        Turn.alone(this);
        if (answers.getAsLong() > 0) throw new Stale("draft:anonymity_fixed");
        this.anonymity = anonymity;
        if (k != null) this.k = enough(version.draft.project, k);
    }

    /** Until this transaction ends nobody answers in this round; who was about to is waited for. */
    public void stop() {
        Turn.alone(this);
    }

    /** Until this transaction ends the round stays as it is; others may answer at the same time. */
    public void hold() {
        Turn.together(this);
    }

    public DraftEvent.Closed close(String overrideReason, Instant now) {
        if (closedAt != null) throw new Refused("draft:round_closed_already");
        closedAt = now;
        open = false;
        closingReason = overrideReason;
        return new DraftEvent.Closed(version.draft.ref(), version.number, !overrideReason.isEmpty());
    }

    /** Whether it may be given more time: it is over, for the first time, and no newer version is asked about. */
    public boolean extendable() {
        return extendedAt == null && givenWayAt == null && !takesLateForms && !coming;
    }

    /** Opens it again, once. */
    public DraftEvent.Extended extend(Instant until, Instant now) {
        if (!extendable()) throw new Refused("draft:extended_already");
        if (!until.isAfter(now)) throw new Refused("until", "draft:closes_past");
        closesAt = until;
        closedAt = null;
        closingReason = "";
        extendedAt = now;
        open = true;
        return new DraftEvent.Extended(version.draft.ref(), version.number, until);
    }

    /** The next version takes the place of this one; what was said stays with it. */
    void giveWay(Instant now) {
        givenWayAt = now;
        open = false;
    }

    @Immutable
    @Converter
    static class Criteria extends Json<List<Criterion>> {
        Criteria() {
            super(new TypeReference<>() {});
        }
    }
}
