package org.hornsten.workshop;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Formula;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Round;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Stale;
import org.hornsten.ledger.Turn;
import org.hornsten.project.Project;

/** People of one project who meet at a time, in a place or online. All its deadlines are judged by the database. */
@Entity
public class Workshop extends PanacheEntity {
    static final int LONGEST_MINUTES = 100_000;
    private static final String MINE = """
            exists (select 1 from Membership m where m.project = p and m.person.id = ?2 and ?3 in (0, p.id)""";

    @Schema(name = "WorkshopMeeting")
    public enum Form { IN_PERSON, ONLINE, HYBRID }

    public String publicId;
    @ManyToOne(fetch = FetchType.LAZY) public Project project;
    /** The text whose open round the notes and ratings of this workshop join; missing where it is about none. */
    @ManyToOne(fetch = FetchType.LAZY) public Draft draft;
    @Column(columnDefinition = "longtext") public Multilingual title;
    @Column(columnDefinition = "longtext") public Multilingual description;
    @Enumerated(EnumType.STRING) public Form form;
    public Instant startsAt;
    public Instant endsAt;
    /** When registration closes. */
    public Instant closesAt;
    @Column(columnDefinition = "longtext") public Multilingual place;
    /** Of the online meeting; missing where there is none, or where it is not known yet. */
    public String link;
    /** Missing where there is room for everybody. */
    public Integer seats;
    @Convert(converter = Step.Column.class) @Column(columnDefinition = "longtext")
    public List<Step> programme = new ArrayList<>();
    @Convert(converter = Accessibility.Column.class) @Column(columnDefinition = "longtext")
    public Accessibility accessibility;
    @Convert(converter = Material.Column.class) @Column(columnDefinition = "longtext")
    public List<Material> materials = new ArrayList<>();
    /** Counts what calendars must change (RFC 5545, SEQUENCE). */
    public int sequence;
    public Instant cancelledAt;
    @Column(columnDefinition = "longtext") public Multilingual cancelledWhy = Multilingual.none();
    /** What was written down of it, as Markdown; for the project's readers once it is published. */
    @Column(columnDefinition = "longtext") public Multilingual minutes = Multilingual.none();
    public Instant savedAt;
    public Instant publishedAt;
    @ManyToOne(fetch = FetchType.LAZY) public Person publishedBy;
    @Version public int edition;

    @Formula("(cancelled_at is null and closes_at > utc_timestamp(6))") public boolean takesAnswers;
    @Formula("(cancelled_at is null and starts_at > utc_timestamp(6))") public boolean coming;
    @Formula("(ends_at <= utc_timestamp(6))") public boolean over;
    /** Ended a week ago or longer. */
    @Formula("(ends_at <= addtime(utc_timestamp(6), '-168:00:00'))") public boolean longOver;
    /** From a day before it starts until it has ended: before, a link is passed on; afterwards it leads nowhere. */
    @Formula("""
            (cancelled_at is null and addtime(utc_timestamp(6), '24:00:00') >= starts_at
             and ends_at > utc_timestamp(6))""")
    public boolean showsLink;
    /** When people come and go: from an hour before until two hours after. */
    @Formula("""
            (cancelled_at is null and addtime(utc_timestamp(6), '01:00:00') >= starts_at
             and addtime(ends_at, '02:00:00') > utc_timestamp(6))""")
    public boolean atTheDoor;

    /** A new one, in a project the person leads. */
    public static Workshop planned(Project project, Plan plan, Instant now) {
        Workshop workshop = new Workshop();
        workshop.publicId = PublicId.random();
        workshop.project = project;
        workshop.set(plan);
        if (!plan.starts().isAfter(now)) throw new Refused("starts", "workshop:starts_past");
        workshop.persist();
        return workshop;
    }

    public WorkshopEvent.Planned begun() {
        return new WorkshopEvent.Planned(ref(), project.ref(), form);
    }

    /** What this person may read of: in an open project, or in one of the person's own. */
    public static Workshop visibleTo(Me me, String id) {
        return one(me, id, "(p.open = true or " + MINE + "))");
    }

    /** What this person may come to. */
    public static Workshop openTo(Me me, String id) {
        return one(me, id, MINE + ")");
    }

    public static Workshop staffedBy(Me me, String id) {
        return one(me, id, MINE + " and m.role in ('LEAD', 'FACILITATOR'))");
    }

    public static Workshop ledBy(Me me, String id) {
        return one(me, id, MINE + " and m.role = 'LEAD')");
    }

    private static Workshop one(Me me, String id, String right) {
        return Workshop.<Workshop>find("""
                from Workshop w join fetch w.project p left join fetch w.draft left join fetch w.publishedBy
                where w.publicId = ?1 and\s""" + right, id, me.id(), me.within()).firstResultOptional()
                .orElseThrow(me::nothing);
    }

    /** Those of a project, the next one first, then the past ones, newest first. */
    public static List<Workshop> of(Project project) {
        List<Workshop> all = new ArrayList<>(list("project = ?1 order by startsAt, id", project));
        List<Workshop> past = new ArrayList<>(all.stream().filter(workshop -> workshop.over).toList());
        all.removeAll(past);
        Collections.reverse(past);
        all.addAll(past);
        return all;
    }

    /** Those this person works with that ended a week ago or longer, and of which nothing is published. */
    public static List<Workshop> withoutMinutes(Me me) {
        return withoutMinutesOf(me.id(), me.within());
    }

    public static List<Workshop> withoutMinutesOf(long person, long within) {
        return list("""
                from Workshop w join fetch w.project p where w.cancelledAt is null and w.publishedAt is null
                and w.longOver = true and exists (select 1 from Membership m
                  where m.project = p and m.person.id = ?1 and ?2 in (0, p.id) and m.role in ('LEAD', 'FACILITATOR'))
                order by w.endsAt""", person, within);
    }

    /** What is written now, for whoever is about to change it. */
    public Plan plan() {
        return new Plan(title, description, form, startsAt, endsAt, closesAt, place, link, seats, programme,
                accessibility, materials, draft);
    }

    /** What came of a change: whether calendars must change, and who got a seat by it. */
    public record Replanned(List<WorkshopEvent> events, boolean moved, List<Registration> promoted) {}

    /**
     * Plans it anew.
     *
     * @param seen the edition the person saw; somebody else's change since then is not overwritten
     */
    public Replanned replan(Plan plan, int seen) {
        if (seen != edition) throw new Stale("workshop:edited_meanwhile");
        Turn.alone(this);
        if (cancelledAt != null) throw new Refused("workshop:cancelled_told");
        long taken = Registration.taken(this);
        if (plan.seats() != null && plan.seats() < taken)
            throw new Refused("seats", "workshop:seats_taken", (int) taken);
        boolean moved = elsewhere(plan);
        set(plan);
        List<WorkshopEvent> events = new ArrayList<>(List.of(new WorkshopEvent.Described(ref(), edition)));
        if (moved) {
            sequence++;
            events.add(new WorkshopEvent.Moved(ref(), sequence));
            Registration.remindAgain(this);
        }
        // the database judges again: it may begin at another time now
        Turn.alone(this);
        List<Registration> promoted = Registration.promote(this);
        promoted.forEach(one -> events.add(one.promoted()));
        return new Replanned(events, moved, promoted);
    }

    private boolean elsewhere(Plan plan) {
        return !(startsAt.equals(plan.starts()) && endsAt.equals(plan.ends()) && place.equals(plan.place())
                && form == plan.form() && Objects.equals(link, plan.link()));
    }

    private void set(Plan plan) {
        plan.check();
        if (plan.draft() != null && !plan.draft().project.equals(project))
            throw new Refused("draft", "workshop:draft_elsewhere");
        title = plan.title();
        description = plan.description();
        form = plan.form();
        startsAt = plan.starts();
        endsAt = plan.ends();
        closesAt = plan.closes();
        place = plan.place();
        link = plan.link();
        seats = plan.seats();
        programme = new ArrayList<>(plan.programme());
        accessibility = plan.accessibility();
        materials = new ArrayList<>(plan.materials());
        draft = plan.draft();
    }

    /** It will not be; everybody who was to come is to be told. */
    public WorkshopEvent.Cancelled cancel(Multilingual why, Instant now) {
        Turn.alone(this);
        if (cancelledAt != null) throw new Refused("workshop:cancelled_told");
        if (over) throw new Refused("workshop:over");
        Rules.text("why", why, Rules.LONGEST_TEXT);
        cancelledAt = now;
        cancelledWhy = why;
        sequence++;
        return new WorkshopEvent.Cancelled(ref());
    }

    /** Keeps what is written so far; nobody but staff sees it. */
    public WorkshopEvent.MinutesSaved save(Multilingual text, Instant now) {
        write(text, now);
        return new WorkshopEvent.MinutesSaved(ref());
    }

    /** From now on the project's readers may read it. */
    public WorkshopEvent.MinutesPublished publish(Multilingual text, Person by, Instant now) {
        if (text.isEmpty()) throw new Refused("text", "workshop:minutes_empty");
        write(text, now);
        publishedAt = now;
        publishedBy = by;
        return new WorkshopEvent.MinutesPublished(ref(), List.copyOf(text.texts().keySet()));
    }

    private void write(Multilingual text, Instant now) {
        if (cancelledAt != null) throw new Refused("workshop:cancelled_told");
        if (startsAt.isAfter(now)) throw new Refused("text", "workshop:minutes_early");
        Rules.text("text", text, LONGEST_MINUTES);
        // what everybody reads does not go back to being a draft
        if (publishedAt != null && text.isEmpty()) throw new Refused("text", "workshop:minutes_empty");
        minutes = text;
        savedAt = now;
    }

    /** The round that takes what is said here: the newest version's, while it is open. */
    public Optional<Round> round() {
        return Optional.ofNullable(draft).flatMap(Draft::newest).map(version -> version.round)
                .filter(round -> round.open);
    }

    public List<Step.Timed> times() {
        return Step.timed(programme, startsAt);
    }

    public Optional<Step> step(String key) {
        return programme.stream().filter(step -> step.key().equals(key)).findFirst();
    }

    public boolean online() {
        return form != Form.IN_PERSON;
    }

    public boolean inPerson() {
        return form != Form.ONLINE;
    }

    public boolean cancelled() {
        return cancelledAt != null;
    }

    public boolean published() {
        return publishedAt != null;
    }

    public Ref ref() {
        return new Ref("workshop", publicId);
    }

    public String path() {
        return "/workshops/" + publicId;
    }
}
