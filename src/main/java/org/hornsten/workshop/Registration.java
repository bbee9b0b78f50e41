package org.hornsten.workshop;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Formula;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.kit.Missing;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Turn;

/**
 * What one person answered to one workshop: whether there is a seat, a place in the queue, or a no. Seats are given
 * one after the other, under the workshop's lock. Only what changed is written: a reminder's mark and a tick in the list
 * may meet.
 */
@Entity
@DynamicUpdate
public class Registration extends PanacheEntity {
    @Schema(name = "WorkshopAnswer")
    public enum Answer { YES, NO }

    @Schema(name = "RegistrationState")
    public enum State { REGISTERED, WAITING, DECLINED }

    public String publicId;
    @ManyToOne(fetch = FetchType.LAZY) public Workshop workshop;
    @ManyToOne(fetch = FetchType.LAZY) public Person person;
    /** Who works here and wrote down what was said by phone; missing where the person answered. */
    @ManyToOne(fetch = FetchType.LAZY) public Person typedBy;
    @Enumerated(EnumType.STRING) public Answer answer;
    @Enumerated(EnumType.STRING) public State state;
    /** Whoever says yes first gets a seat first. */
    public int turn;
    public Instant answeredAt;
    /** Sealed by {@link Envelope}; missing where nothing is needed, or not any more. */
    @Lob public byte[] needs;
    /** Missing until somebody has looked. */
    public Boolean present;
    public boolean weekTold;
    public boolean dayTold;
    /** 1 for who is next; 0 for who does not wait. */
    @Formula("""
            (case when state = 'WAITING' then (select count(*) from registration other
              where other.workshop_id = workshop_id and other.state = 'WAITING' and other.turn <= turn) else 0 end)""")
    public int placeInQueue;

    /**
     * What came of an answer; nothing happened where somebody says the same again.
     *
     * @param left whether the person had said yes before
     */
    public record Answered(Registration registration, boolean left, List<WorkshopEvent> events,
                           List<Registration> promoted) {}

    /**
     * Somebody answers, or changes his or her mind.
     *
     * @param typedBy who works here and writes it down for the person
     */
    public static Answered answer(Workshop workshop, Person person, Answer answer, Optional<Person> typedBy,
                                  Instant now) {
        if (answer == null) throw new Refused("answer", "workshop:answer_missing");
        // until this transaction ends nobody else gets or leaves a seat; the database tells whether it is in time
        Turn.alone(workshop);
        Optional<Registration> there = of(workshop, person);
        there.ifPresent(getEntityManager()::refresh);
        if (there.filter(one -> one.answer == answer).isPresent())
            return new Answered(there.get(), false, List.of(), List.of());
        if (workshop.cancelled()) throw new Refused("answer", "workshop:cancelled_told");
        Registration registration = there.orElseGet(() -> begun(workshop, person));
        return answer == Answer.YES ? registration.comes(typedBy, now) : registration.staysAway(typedBy, now);
    }

    private Answered comes(Optional<Person> typist, Instant now) {
        if (!workshop.takesAnswers && (typist.isEmpty() || workshop.over))
            throw new Refused("answer", workshop.over ? "workshop:over" : "workshop:registration_closed");
        // asked before anything is changed: a question writes down what was changed before it
        int last = next(workshop);
        boolean free = workshop.seats == null || taken(workshop) < workshop.seats;
        says(Answer.YES, free ? State.REGISTERED : State.WAITING, last, typist, now);
        return new Answered(this, false, List.of(registered()), List.of());
    }

    // Leaving is never too late: a seat that is free is somebody else's as long as the workshop has not begun.
    private Answered staysAway(Optional<Person> typist, Instant now) {
        if (workshop.over) throw new Refused("answer", "workshop:over");
        boolean left = turn > 0;
        says(Answer.NO, State.DECLINED, left ? turn : next(workshop), typist, now);
        needs = null;
        List<WorkshopEvent> events = new ArrayList<>(List.of(registered()));
        List<Registration> promoted = promote(workshop);
        promoted.forEach(one -> events.add(one.promoted()));
        return new Answered(this, left, events, promoted);
    }

    private void says(Answer said, State then, int at, Optional<Person> typist, Instant now) {
        answer = said;
        state = then;
        turn = at;
        typedBy = typist.orElse(null);
        answeredAt = now;
        present = null;
        persist();
    }

    private static Registration begun(Workshop workshop, Person person) {
        Registration registration = new Registration();
        registration.publicId = PublicId.random();
        registration.workshop = workshop;
        registration.person = person;
        return registration;
    }

    /** Gives seats that are free to those who wait longest; the caller holds the workshop. */
    static List<Registration> promote(Workshop workshop) {
        flush();
        if (!workshop.coming) return List.of();
        long free = workshop.seats == null ? Integer.MAX_VALUE : workshop.seats - taken(workshop);
        if (free <= 0) return List.of();
        List<Registration> next = Registration.<Registration>find("""
                from Registration r join fetch r.person where r.workshop = ?1 and r.state = 'WAITING'
                order by r.turn""", workshop).page(0, (int) Math.min(free, Plan.MOST_SEATS)).list();
        next.forEach(one -> one.state = State.REGISTERED);
        flush();
        return next;
    }

    public static long taken(Workshop workshop) {
        return count("workshop = ?1 and state = ?2", workshop, State.REGISTERED);
    }

    private static int next(Workshop workshop) {
        return 1 + getEntityManager().createQuery(
                "select coalesce(max(r.turn), 0) from Registration r where r.workshop = ?1", Integer.class)
                .setParameter(1, workshop).getSingleResult();
    }

    static Optional<Registration> of(Workshop workshop, Person person) {
        return find("workshop = ?1 and person = ?2", workshop, person).firstResultOptional();
    }

    /** Of the person who asks. */
    public static Optional<Registration> mine(Workshop workshop, Me me) {
        return find("workshop = ?1 and person.id = ?2", workshop, me.id()).firstResultOptional();
    }

    public static Registration of(Workshop workshop, String publicId) {
        return Registration.<Registration>find("""
                from Registration r join fetch r.person where r.workshop = ?1 and r.publicId = ?2""", workshop, publicId)
                .firstResultOptional().orElseThrow(Missing::new);
    }

    /** All who answered: those with a seat, the queue, those who said no; each in the order of their answers. */
    public static List<Registration> of(Workshop workshop) {
        return list("""
                from Registration r join fetch r.person where r.workshop = ?1
                order by case r.state when 'REGISTERED' then 1 when 'WAITING' then 2 else 3 end, r.turn""", workshop);
    }

    /** Those who are to be told when something changes: with a seat or waiting for one. */
    public static List<Registration> coming(Workshop workshop) {
        return list("from Registration r join fetch r.person where r.workshop = ?1 and r.answer = 'YES' order by r.turn",
                workshop);
    }

    /** All of a person that the request may tell of, the next one first. */
    public static List<Registration> of(Person person, long within) {
        return list("""
                from Registration r join fetch r.workshop w join fetch w.project p where r.person = ?1
                and ?2 in (0, p.id) order by w.startsAt desc""", person, within);
    }

    /** All of a person, wherever. */
    public static List<Registration> everOf(Person person) {
        return of(person, 0);
    }

    /** At another time they are to be reminded once more. */
    static void remindAgain(Workshop workshop) {
        update("weekTold = false, dayTold = false where workshop = ?1", workshop);
    }

    /** @param sealed null for nothing */
    public Optional<WorkshopEvent> needs(byte[] sealed) {
        Turn.alone(this);
        if (answer != Answer.YES) throw new Refused("workshop:needs_of_who_comes");
        if (workshop.over) throw new Refused("workshop:over");
        boolean before = needs != null;
        needs = sealed;
        if (sealed != null) return Optional.of(new WorkshopEvent.NeedsTold(ref(), workshop.ref()));
        return before ? Optional.of(new WorkshopEvent.NeedsForgotten(ref(), workshop.ref())) : Optional.empty();
    }

    /** What was needed is not there any more. */
    public void forgetNeeds() {
        needs = null;
    }

    /** Whether the person was there; nothing happened where it is known already. */
    public Optional<WorkshopEvent> attend(boolean there) {
        Turn.alone(this);
        if (state != State.REGISTERED) throw new Refused("present", "workshop:present_without_seat");
        if (present != null && present == there) return Optional.empty();
        present = there;
        return Optional.of(new WorkshopEvent.Attended(ref(), workshop.ref(), there));
    }

    private WorkshopEvent registered() {
        return new WorkshopEvent.Registered(ref(), workshop.ref(), state, typedBy != null);
    }

    WorkshopEvent promoted() {
        return new WorkshopEvent.Promoted(ref(), workshop.ref());
    }

    public boolean hasSeat() {
        return state == State.REGISTERED;
    }

    public boolean waits() {
        return state == State.WAITING;
    }

    public boolean declined() {
        return state == State.DECLINED;
    }

    public Ref ref() {
        return new Ref("registration", publicId);
    }

    public String path() {
        return workshop.path() + "/registrations/" + publicId;
    }
}
