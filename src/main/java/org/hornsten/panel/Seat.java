package org.hornsten.panel;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.kit.Missing;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Turn;

/** One person's term in a panel. A renewal is a seat of its own, so that one can see who sat when. */
@Entity
public class Seat extends PanacheEntity {
    /** Within so many days the end of a term is told to who leads the project. */
    public static final int SOON = 90;

    public String publicId;
    @ManyToOne(fetch = FetchType.LAZY) public Panel panel;
    @ManyToOne(fetch = FetchType.LAZY) public Person person;
    @Enumerated(EnumType.STRING) public Kind kind;
    /** Who sent the person; missing where nobody did. */
    public String nominatingBody;
    @ManyToOne(fetch = FetchType.LAZY) public Seat deputyOf;
    public LocalDate fromOn;
    public LocalDate toOn;
    /** The first day without the person, when it ended before the term did. */
    public LocalDate endedOn;
    @Enumerated(EnumType.STRING) public Reason endReason;
    /** The term before this one. */
    @ManyToOne(fetch = FetchType.LAZY) public Seat renews;
    @Embedded Profile profile;

    @Schema(name = "SeatKind")
    public enum Kind { MEMBER, DEPUTY, EXPERT, SECRETARY }

    /** Why a term ended early. A closed list, so that no text tells about the person. */
    @Schema(name = "SeatEnd")
    public enum Reason {
        WISH, MOVED, BODY, ABSENT, MISTAKE, PANEL, ERASED;

        /** The ones a person may choose. */
        public static final List<Reason> CHOSEN = List.of(WISH, MOVED, BODY, ABSENT, MISTAKE);
    }

    /**
     * How somebody is to sit in a panel; null where nothing is said.
     *
     * @param deputyOf  the member the person stands in for; found by the body where a body is named
     * @param birthYear asked only where the age group does not answer the minimum age; it is not kept
     */
    public record Wanted(Kind kind, String nominatingBody, Seat deputyOf, Term term, Profile profile,
                         Integer birthYear) {
        public Wanted {
            if (profile == null) profile = Profile.NONE;
            nominatingBody = Optional.ofNullable(nominatingBody).map(String::strip).filter(body -> !body.isEmpty())
                    .orElse(null);
        }

        /** For the rest of the panel's term, two years at most. */
        public static Wanted as(Kind kind, Profile profile) {
            return new Wanted(kind, null, null, null, profile, null);
        }
    }

    static Seat made(Panel panel, Person person, Wanted wanted, Term term) {
        Seat seat = new Seat();
        seat.publicId = PublicId.random();
        seat.panel = panel;
        seat.person = person;
        seat.kind = wanted.kind();
        seat.nominatingBody = wanted.nominatingBody();
        seat.deputyOf = wanted.deputyOf();
        seat.fromOn = term.from();
        seat.toOn = term.to();
        seat.profile = wanted.profile();
        return seat;
    }

    public PanelEvent.Seated taken() {
        return new PanelEvent.Seated(panel.ref(), ref(), new Ref("person", person.publicId), kind);
    }

    /** All terms there were and are, first come first. */
    public static List<Seat> of(Panel panel) {
        return list("from Seat s join fetch s.person where s.panel = ?1 order by s.id", panel);
    }

    /** Who sits in it on that day, as whatever. */
    public static List<Seat> sitting(Panel panel, LocalDate day) {
        return list("""
                from Seat s join fetch s.person p where s.panel = ?1 and s.fromOn <= ?2 and s.toOn >= ?2
                  and (s.endedOn is null or s.endedOn > ?2) and p.erasedAt is null order by s.id""", panel, day);
    }

    /** The terms of the person who asks, newest first; of one project, for who came by a link or a letter. */
    public static List<Seat> of(Me me) {
        return list("""
                from Seat s join fetch s.panel pa join fetch pa.project pr where s.person = ?1 and ?2 in (0, pr.id)
                order by s.toOn desc, s.id desc""", me.known(), me.within());
    }

    /** All of a person, whoever asks for it. */
    public static List<Seat> everOf(Person person) {
        return list("from Seat s join fetch s.panel pa join fetch pa.project where s.person = ?1 order by s.id",
                person);
    }

    public static Seat ledBy(Me me, String panel, String id) {
        Panel led = Panel.ledBy(me, panel);
        return Seat.<Seat>find("from Seat s join fetch s.person where s.panel = ?1 and s.publicId = ?2", led, id)
                .firstResultOptional().orElseThrow(Missing::new);
    }

    /** Which of these people sit in a council of the house on that day, or will. */
    static Set<Long> councillors(Collection<Person> people, LocalDate today) {
        List<Long> known = people.stream().map(person -> person.id).filter(id -> id != null).toList();
        if (known.isEmpty()) return Set.of();
        return new HashSet<>(getEntityManager().createQuery("""
                select s.person.id from Seat s where s.person.id in ?1 and s.panel.kind = 'COUNCIL'
                  and s.kind in ('MEMBER', 'DEPUTY') and s.toOn >= ?2 and (s.endedOn is null or s.endedOn > ?2)""",
                Long.class)
                .setParameter(1, known).setParameter(2, today).getResultList());
    }

    /** The person goes on for another term; both stay to be seen. */
    public Seat renew(Term term, LocalDate today) {
        Turn.alone(panel);
        Seat renewed = new Roster(panel, of(panel), Set.of()).renew(this, term, today);
        renewed.persist();
        return renewed;
    }

    /** As long again, as far as the panel goes on. */
    public Term nextTerm() {
        return term().next().until(panel.toOn);
    }

    public PanelEvent.Renewed renewed() {
        return new PanelEvent.Renewed(panel.ref(), ref(), renews.ref());
    }

    /** The person leaves early; that day he or she is no longer in it. */
    public PanelEvent.Rose end(LocalDate on, Reason why, LocalDate today) {
        Turn.alone(panel);
        if (why == null) throw new Refused("reason", "panel:reason_missing");
        if (over(today)) throw new Refused("panel:seat_over");
        if (on == null) throw new Refused("on", "panel:on_missing");
        if (on.isAfter(toOn)) throw new Refused("on", "panel:on_after_term");
        if (on.isBefore(fromOn) && (fromOn.isBefore(today) || on.isBefore(today)))
            throw new Refused("on", "panel:on_before_term");
        return rise(on, why);
    }

    PanelEvent.Rose rise(LocalDate on, Reason why) {
        endedOn = on;
        endReason = why;
        return new PanelEvent.Rose(panel.ref(), ref(), on, why);
    }

    /** The person is erased: the seat stays to be counted, what it tells about the person goes. */
    public Optional<PanelEvent.Rose> forget(LocalDate today) {
        profile = null;
        return over(today) ? Optional.empty() : Optional.of(rise(today, Reason.ERASED));
    }

    public PanelEvent.Described describe(Profile profile) {
        profile.check();
        this.profile = profile;
        return new PanelEvent.Described(panel.ref(), ref());
    }

    public Profile profile() {
        return Optional.ofNullable(profile).orElse(Profile.NONE);
    }

    public Term term() {
        return new Term(fromOn, toOn);
    }

    /** Its last day; before the first one where it was ended before it began. */
    public LocalDate last() {
        return endedOn != null ? endedOn.minusDays(1) : toOn;
    }

    public boolean sits(LocalDate day) {
        return !day.isBefore(fromOn) && !day.isAfter(last());
    }

    public boolean over(LocalDate today) {
        return last().isBefore(today);
    }

    /** Whether it begins later. */
    public boolean coming(LocalDate today) {
        return !over(today) && fromOn.isAfter(today);
    }

    boolean meets(Term other) {
        return !last().isBefore(fromOn) && new Term(fromOn, last()).meets(other);
    }

    /** Whether the term ends within {@link #SOON} days. */
    public boolean endsSoon(LocalDate today) {
        return !over(today) && !last().isAfter(today.plusDays(SOON));
    }

    public boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** Whether the person counts for the panel's size and composition. */
    public boolean counted() {
        return kind == Kind.MEMBER || kind == Kind.EXPERT && panel.kind == Panel.Kind.EXPERT_POOL;
    }

    public String path() {
        return panel.path() + "/members/" + publicId;
    }

    public Ref ref() {
        return new Ref("seat", publicId);
    }
}
