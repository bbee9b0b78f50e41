package org.hornsten.fee;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Stale;
import org.hornsten.ledger.Turn;
import org.hornsten.project.Project;
import org.hornsten.workshop.Registration;
import org.hornsten.workshop.Workshop;

/**
 * What one person asks for after one workshop: a fee or none, and what coming there cost. Filled in question by
 * question, sent, decided by a lead, and put into one list for payroll.
 */
@Entity
public class Claim extends PanacheEntity {
    static final int LONGEST_REASON = 1000;
    private static final Cents MOST = new Cents(1_000_000);
    private static final String WHOLE = """
            from Claim c join fetch c.person join fetch c.workshop join fetch c.project p left join fetch c.batch
            where\s""";

    /** DECLINED asks for nothing at all, so that nobody has to decide. */
    @Schema(name = "ClaimState")
    public enum State { BEGUN, DECLINED, SENT, RETURNED, APPROVED, REJECTED, IN_PAYROLL, PAID }

    public enum Question { FEE, TRAVEL, MEALS, TAX_CARD }

    /** Whether payroll has the person's tax card; what stands on it is no business of this house. */
    @Schema(name = "ClaimTaxCard")
    public enum TaxCard { DELIVERED, NOT_YET }

    @Schema(name = "ClaimDecision")
    public enum Verdict {
        @JsonAlias("approve") APPROVED, @JsonAlias("return") RETURNED, @JsonAlias("reject") REJECTED
    }

    public String publicId;
    @ManyToOne(fetch = FetchType.LAZY) public Project project;
    @ManyToOne(fetch = FetchType.LAZY) public Workshop workshop;
    @ManyToOne(fetch = FetchType.LAZY) public Person person;
    /** Who works here and wrote it down for the person. */
    @ManyToOne(fetch = FetchType.LAZY) public Person typedBy;
    @Enumerated(EnumType.STRING) public State state;
    @Convert(converter = Item.Column.class) @Column(columnDefinition = "longtext")
    public List<Item> items = new ArrayList<>();
    public Cents total = Cents.NOTHING;
    /** The person said "no, thank you" to a fee; costs are paid back all the same. */
    public boolean feeDeclined;
    @Enumerated(EnumType.STRING) public TaxCard taxCard;
    /** By which payroll knows the person; typed by staff, never a bank account. */
    public String payrollReference;
    public Instant begunAt;
    public Instant sentAt;
    @ManyToOne(fetch = FetchType.LAZY) public Person decidedBy;
    public Instant decidedAt;
    /** Why it was returned or rejected. */
    public String reason;
    @ManyToOne(fetch = FetchType.LAZY) public PayrollBatch batch;

    /**
     * Begins a claim, or goes on with the one that is begun or was returned.
     *
     * @param typedBy who works here and writes it down for the person
     * @throws Refused for who was not there
     * @throws Stale   when it was claimed for already
     */
    public static Claim begun(Registration registration, Optional<Person> typedBy, Instant now) {
        // of two who begin at once the second finds the first one's
        Turn.alone(registration);
        if (!Boolean.TRUE.equals(registration.present)) throw new Refused("fee:not_there");
        Claim claim = of(registration.workshop, registration.person)
                .orElseGet(() -> fresh(registration, now));
        if (!claim.changeable()) throw new Stale("fee:claimed_already");
        typedBy.ifPresent(staff -> claim.typedBy = staff);
        return claim;
    }

    private static Claim fresh(Registration registration, Instant now) {
        Claim claim = new Claim();
        claim.publicId = PublicId.random();
        claim.workshop = registration.workshop;
        claim.project = registration.workshop.project;
        claim.person = registration.person;
        claim.state = State.BEGUN;
        claim.begunAt = now;
        claim.persist();
        return claim;
    }

    public FeeEvent.Begun begun() {
        return new FeeEvent.Begun(ref(), workshop.ref(), typedBy != null);
    }

    public static Optional<Claim> of(Workshop workshop, Person person) {
        return find("workshop = ?1 and person = ?2", workshop, person).firstResultOptional();
    }

    /** The own one of the person who asks. */
    static Claim mine(Me me, String id) {
        return Claim.<Claim>find(WHOLE + "c.publicId = ?1 and c.person.id = ?2 and ?3 in (0, p.id)", id, me.id(),
                me.within()).firstResultOptional().orElseThrow(me::nothing);
    }

    /** One that was sent, of a project this person leads. */
    static Claim ledBy(Me me, String id) {
        return Claim.<Claim>find(WHOLE + """
                c.publicId = ?1 and c.state not in ('BEGUN', 'DECLINED') and exists (select 1 from Membership m
                  where m.project = p and m.person.id = ?2 and m.role = 'LEAD' and ?3 in (0, p.id))""", id, me.id(),
                me.within()).firstResultOptional().orElseThrow(me::nothing);
    }

    /** The own one, or one that was sent to a project this person leads. */
    static Claim readBy(Me me, String id) {
        return Claim.<Claim>find(WHOLE + """
                c.publicId = ?1 and ?3 in (0, p.id) and (c.person.id = ?2 or c.state not in ('BEGUN', 'DECLINED')
                  and exists (select 1 from Membership m where m.project = p and m.person.id = ?2
                    and m.role = 'LEAD'))""", id, me.id(), me.within()).firstResultOptional()
                .orElseThrow(me::nothing);
    }

    /** A fee, or "no, thank you"; nothing of what was said about costs changes. */
    public FeeEvent.Filled fee(Optional<Item> fee) {
        feeDeclined = fee.isEmpty();
        if (fee.isEmpty()) taxCard = null;
        return put(Question.FEE, Set.of(Item.Kind.FEE), fee.stream().toList());
    }

    public FeeEvent.Filled travel(List<Item> journeys) {
        return put(Question.TRAVEL, Set.of(Item.Kind.TRAVEL_KM, Item.Kind.TICKET), journeys);
    }

    FeeEvent.Filled meals(List<Item> costs) {
        return put(Question.MEALS, Set.of(Item.Kind.MEAL, Item.Kind.OTHER), costs);
    }

    public FeeEvent.Filled card(TaxCard delivered) {
        hold();
        taxCard = delivered;
        return new FeeEvent.Filled(ref(), Question.TAX_CARD);
    }

    /** All at once, as programs and staff do. */
    void fill(List<Item> all, boolean declined, TaxCard card) {
        hold();
        items = new ArrayList<>();
        put(Question.FEE, Set.of(Item.Kind.values()), all);
        feeDeclined = declined;
        taxCard = card;
    }

    private FeeEvent.Filled put(Question question, Set<Item.Kind> kinds, List<Item> answer) {
        hold();
        List<Item> now = new ArrayList<>(items);
        now.removeIf(item -> kinds.contains(item.kind()));
        now.addAll(answer);
        now.sort((one, other) -> one.kind().compareTo(other.kind()));
        now.forEach(Item::check);
        if (now.size() > Item.MOST_ITEMS) throw new Refused("items", "fee:items_many", Item.MOST_ITEMS);
        if (now.stream().filter(Item::isFee).count() > 1) throw new Refused("items", "fee:fee_twice");
        items = now;
        total = now.stream().map(Item::amount).reduce(Cents.NOTHING, Cents::plus);
        if (total.compareTo(MOST) > 0) throw new Refused("items", "fee:total_much", MOST);
        return new FeeEvent.Filled(ref(), question);
    }

    /** From here on only a lead can change what becomes of it. */
    public FeeEvent.Claimed send(Instant now) {
        hold();
        if (fee().isEmpty() && !feeDeclined && items.isEmpty()) throw new Refused("items", "fee:nothing_claimed");
        state = items.isEmpty() ? State.DECLINED : State.SENT;
        sentAt = now;
        reason = null;
        return new FeeEvent.Claimed(ref(), workshop.ref(), total, items.size(), feeDeclined);
    }

    private void hold() {
        if (id != null) Turn.alone(this);
        if (!changeable()) throw new Stale("fee:sent_already");
    }

    /**
     * A lead decides, once.
     *
     * @throws Refused for one's own claim, and without a reason where one is owed
     * @throws Stale   when somebody decided meanwhile
     */
    public FeeEvent decide(Person lead, Verdict verdict, String why, Instant now) {
        Turn.alone(this);
        if (person.equals(lead)) throw new Refused("decision", "fee:own_claim");
        if (verdict == null) throw new Refused("decision", "fee:decision_missing");
        if (state != State.SENT) throw new Stale("fee:decided_already");
        if (verdict != Verdict.APPROVED && why.isBlank()) throw new Refused("reason", "fee:reason_missing");
        if (why.length() > LONGEST_REASON) throw new Refused("reason", "fee:reason_long", LONGEST_REASON);
        decidedBy = lead;
        decidedAt = now;
        reason = why.isBlank() ? null : why.strip();
        state = State.valueOf(verdict.name());
        return switch (verdict) {
            case APPROVED -> new FeeEvent.Granted(ref(), total);
            case RETURNED -> new FeeEvent.SentBack(ref());
            case REJECTED -> new FeeEvent.Rejected(ref());
        };
    }

    /** By which payroll knows the person; nothing happened where it is the same. */
    public Optional<FeeEvent> reference(PayrollReference typed) {
        Turn.alone(this);
        if (batch != null) throw new Stale("fee:in_payroll_already");
        if (typed.text().equals(payrollReference)) return Optional.empty();
        payrollReference = typed.text();
        return Optional.of(new FeeEvent.Referenced(ref()));
    }

    /** What an account needs no words for goes. */
    void strip() {
        items = new ArrayList<>(items.stream().map(Item::withoutNote).toList());
        reason = null;
        taxCard = null;
    }

    public Optional<Item> fee() {
        return items.stream().filter(Item::isFee).findFirst();
    }

    public Optional<Item> one(Item.Kind kind) {
        return items.stream().filter(item -> item.kind() == kind).findFirst();
    }

    /** For the form: what was said before, empty where nothing was. */
    public String typed(String kind, String language) {
        return one(Item.Kind.valueOf(kind)).map(item -> item.amount().typed(language)).orElse("");
    }

    public String note(String kind) {
        return one(Item.Kind.valueOf(kind)).map(Item::note).orElse("");
    }

    public String kilometresTyped() {
        return one(Item.Kind.TRAVEL_KM).filter(item -> item.count() > 0).map(item -> "" + item.count()).orElse("");
    }

    public Hours hoursOr(Terms terms) {
        return fee().filter(Item::byHour).map(Item::hours).orElse(terms.attended());
    }

    /** Whether the person still answers its questions. */
    public boolean changeable() {
        return state == State.BEGUN || state == State.RETURNED;
    }

    public boolean sent() {
        return state == State.SENT;
    }

    public boolean returned() {
        return state == State.RETURNED;
    }

    /** Whether money is given for it, so that the account keeps it. */
    public boolean granted() {
        return state == State.APPROVED || state == State.IN_PAYROLL || state == State.PAID;
    }

    public Ref ref() {
        return new Ref("claim", publicId);
    }

    public String path() {
        return "/claims/" + publicId;
    }

    /** Where those who decide read it. */
    public String deskPath() {
        return project.path() + "/claims/" + publicId;
    }
}
