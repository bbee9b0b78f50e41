package org.hornsten.decision;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.input.Viewpoint;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Secrets;
import org.hornsten.kit.Stale;
import org.hornsten.ledger.Turn;
import org.hornsten.project.Project;

/** The answer to one or more viewpoints. Never edited: a revised one takes its place and the old one stays. */
@Entity
public class Decision extends PanacheEntity {
    public String publicId;
    @ManyToOne(fetch = FetchType.LAZY) public Project project;
    @Enumerated(EnumType.STRING) public Disposition disposition;
    @Column(columnDefinition = "longtext") public Multilingual reason;
    /** When a matter left for later comes back. */
    public LocalDate reviewOn;
    /** What is done outside the text, by whom and by when; empty where the text itself changes. */
    @Column(columnDefinition = "longtext") public Multilingual action;
    public String actionBy;
    public LocalDate actionDueOn;
    public LocalDate actionDoneOn;
    public LocalDate decidedOn;
    @ManyToOne(fetch = FetchType.LAZY) public Person decidedBy;
    @OneToOne(fetch = FetchType.LAZY) public Decision supersedes;
    public LocalDate supersededOn;
    public String fingerprint;
    @OneToMany(mappedBy = "decision") public List<Answered> answered = new ArrayList<>();

    /** @param reviewOn null unless later; @param action null where nothing is done outside the text */
    public record Answer(Disposition disposition, Multilingual reason, LocalDate reviewOn, Action action) {}

    @Schema(name = "NewAction")
    public record Action(Multilingual text, String responsible, LocalDate dueOn) {}

    /** Answers these viewpoints, none of which may have an answer yet. */
    public static Decision made(Project project, Person by, List<Viewpoint> viewpoints, Answer answer,
            LocalDate today) {
        if (viewpoints.isEmpty()) throw new Refused("viewpoints", "decision:viewpoints_missing");
        if (viewpoints.stream().anyMatch(v -> v.decided)) throw new Stale("decision:answered_already");
        Decision decision = new Decision(project, by, answer, today);
        decision.persist();
        viewpoints.forEach(decision::answer);
        return decision;
    }

    /** What is kept of answering. */
    public DecisionEvent.Decided decided() {
        return new DecisionEvent.Decided(project.ref(), ref(), disposition,
                answered.stream().map(a -> a.viewpoint.publicId).toList());
    }

    /** What is kept of taking the place of an earlier one. */
    public DecisionEvent.Revised revised() {
        return new DecisionEvent.Revised(supersedes.ref(), ref(), disposition);
    }

    /** Takes the place of an earlier answer to the same viewpoints. */
    public Decision revise(Person by, Answer answer, LocalDate today) {
        Turn.alone(this);
        if (supersededOn != null) throw new Stale("decision:revised_already");
        Decision next = new Decision(project, by, answer, today);
        next.supersedes = this;
        next.persist();
        supersededOn = today;
        List<Viewpoint> viewpoints = answered.stream().map(a -> a.viewpoint).toList();
        answered.forEach(Answered::supersede);
        getEntityManager().flush();
        viewpoints.forEach(next::answer);
        return next;
    }

    protected Decision() {}

    private Decision(Project project, Person by, Answer answer, LocalDate today) {
        if (answer.disposition() == null) throw new Refused("disposition", "decision:disposition_missing");
        if (answer.disposition() != Disposition.ADOPTED && answer.reason().isEmpty())
            throw new Refused("reason", "decision:reason_missing");
        if (!answer.reason().spoken()) throw new Refused("reason", "web:language_unknown");
        if (answer.reason().longest() > 4000) throw new Refused("reason", "decision:reason_long", 4000);
        if (answer.disposition() == Disposition.LATER && answer.reviewOn() == null)
            throw new Refused("reviewOn", "decision:review_missing");
        checkDay("reviewOn", answer.reviewOn());
        publicId = PublicId.random();
        this.project = project;
        disposition = answer.disposition();
        reason = answer.reason();
        reviewOn = answer.disposition() == Disposition.LATER ? answer.reviewOn() : null;
        act(answer.action());
        decidedOn = today;
        decidedBy = by;
        fingerprint = Secrets.hexFingerprint(disposition + "\n" + reason.texts());
    }

    private void act(Action outside) {
        action = outside == null || outside.text() == null ? Multilingual.none() : outside.text();
        actionBy = outside == null || outside.responsible() == null ? "" : outside.responsible().strip();
        actionDueOn = outside == null ? null : outside.dueOn();
        if (!action.isEmpty() && (actionBy.isEmpty() || actionDueOn == null))
            throw new Refused("action", "decision:action_incomplete");
        if (action.isEmpty() && !(actionBy.isEmpty() && actionDueOn == null))
            throw new Refused("action", "decision:action_missing");
        if (!action.spoken()) throw new Refused("action", "web:language_unknown");
        if (action.longest() > 4000) throw new Refused("action", "decision:reason_long", 4000);
        if (actionBy.length() > 200) throw new Refused("actionBy", "decision:name_long", 200);
        checkDay("actionDueOn", actionDueOn);
    }

    // A slip of the key makes the year 20266, which no list would ever show.
    private static void checkDay(String field, LocalDate day) {
        if (day != null && (day.getYear() < 1900 || day.getYear() > 2200))
            throw new Refused(field, "decision:day_wrong");
    }

    private void answer(Viewpoint viewpoint) {
        answered.add(Answered.by(this, viewpoint));
    }

    public static Decision ledBy(Me me, String id) {
        return Decision.<Decision>find("""
                from Decision d join fetch d.project where d.publicId = ?1 and exists (select 1 from Membership m
                  where m.project = d.project and m.person.id = ?2 and m.role = 'LEAD')""", id, me.id())
                .firstResultOptional().orElseThrow(me::nothing);
    }

    public static Decision staffedBy(Me me, String id) {
        return Decision.<Decision>find("""
                from Decision d join fetch d.project left join fetch d.supersedes where d.publicId = ?1
                and exists (select 1 from Membership m
                  where m.project = d.project and m.person.id = ?2 and m.role in ('LEAD', 'FACILITATOR'))""", id, me.id())
                .firstResultOptional().orElseThrow(me::nothing);
    }

    /** The one that took this one's place, when it was revised. */
    public Optional<Decision> next() {
        return supersededOn == null ? Optional.empty() : find("supersedes", this).firstResultOptional();
    }

    /** The one that holds now: this one or the last of those that took its place. */
    public Decision holding() {
        return next().map(Decision::holding).orElse(this);
    }

    /** Those that hold, newest first. */
    public static List<Decision> of(Project project) {
        return list("project = ?1 and supersededOn is null order by id desc", project);
    }

    public static Optional<Decision> of(Project project, String publicId) {
        return find("project = ?1 and publicId = ?2", project, publicId).firstResultOptional();
    }

    /**
     * Takes the words of somebody who left out of what staff wrote, as long as they were. The fingerprint is drawn
     * anew: the old one was of the words and would let somebody try out what stood there.
     */
    void blank(Echo echo) {
        switch (echo.field) {
            case REASON -> reason = echo.blanked(reason);
            case ACTION -> action = echo.blanked(action);
            case ACTION_BY -> actionBy = echo.blanked(actionBy);
            case PHRASE -> throw new IllegalArgumentException("A phrase is no decision");
        }
        String before = fingerprint;
        fingerprint = Secrets.hexFingerprint(PublicId.random());
        Answered.update("decisionFingerprint = ?1 where decision = ?2 and decisionFingerprint = ?3", fingerprint, this,
                before);
        ChangeLink.update("decisionFingerprint = ?1 where decision = ?2 and decisionFingerprint = ?3", fingerprint,
                this, before);
    }

    public boolean done() {
        return actionDoneOn != null;
    }

    public DecisionEvent.Done finish(LocalDate today) {
        Turn.alone(this);
        if (action.isEmpty()) throw new Refused("action", "decision:no_action");
        if (supersededOn != null) throw new Stale("decision:revised_already");
        if (actionDoneOn != null) throw new Stale("decision:done_already");
        actionDoneOn = today;
        return new DecisionEvent.Done(ref());
    }

    public Ref ref() {
        return new Ref("decision", publicId);
    }

    public String path() {
        return "/decisions/" + publicId;
    }
}
