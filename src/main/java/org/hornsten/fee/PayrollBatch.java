package org.hornsten.fee;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.kit.Missing;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Turn;
import org.hornsten.project.Project;

/** A list of approved claims that was handed to payroll. A claim is in one list and stays there. */
@Entity
public class PayrollBatch extends PanacheEntity {
    public String publicId;
    @ManyToOne(fetch = FetchType.LAZY) public Project project;
    /** 1 for the first one of its project. */
    public int number;
    @ManyToOne(fetch = FetchType.LAZY) public Person madeBy;
    public Instant madeAt;
    public int claims;
    public Cents total;
    /** When payroll said that it is paid. */
    public Instant paidAt;

    /**
     * Takes all approved claims with a reference that are in no list yet.
     *
     * @throws Refused when there is none
     */
    public static PayrollBatch made(Project project, Person by, Instant now) {
        project.lock();
        List<Claim> claims = Claim.<Claim>find("""
                from Claim c join fetch c.person where c.project = ?1 and c.state = 'APPROVED' and c.batch is null
                and c.payrollReference is not null order by c.id""", project)
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
        if (claims.isEmpty()) throw new Refused("fee:payroll_nothing");
        PayrollBatch batch = new PayrollBatch();
        batch.publicId = PublicId.random();
        batch.project = project;
        batch.number = 1 + (int) count("project", project);
        batch.madeBy = by;
        batch.madeAt = now;
        batch.claims = claims.size();
        batch.total = claims.stream().map(claim -> claim.total).reduce(Cents.NOTHING, Cents::plus);
        batch.persist();
        claims.forEach(claim -> {
            claim.batch = batch;
            claim.state = Claim.State.IN_PAYROLL;
        });
        return batch;
    }

    public FeeEvent.Batched event() {
        return new FeeEvent.Batched(ref(), project.ref(), number, claims, total);
    }

    /** Payroll says that it is paid; nothing happened where it said so before. */
    public Optional<FeeEvent.Paid> paid(Instant now) {
        Turn.alone(this);
        if (paidAt != null) return Optional.empty();
        paidAt = now;
        claimList().forEach(claim -> claim.state = Claim.State.PAID);
        return Optional.of(new FeeEvent.Paid(ref(), number));
    }

    List<Claim> claimList() {
        return Claim.list("from Claim c join fetch c.person join fetch c.workshop where c.batch = ?1 order by c.id",
                this);
    }

    static PayrollBatch of(Project project, String number) {
        if (!number.matches("\\d{1,9}")) throw new Missing();
        return PayrollBatch.<PayrollBatch>find("project = ?1 and number = ?2", project, Integer.parseInt(number))
                .firstResultOptional().orElseThrow(Missing::new);
    }

    /** The newest first. */
    static List<PayrollBatch> of(Project project) {
        return list("project = ?1 order by number desc", project);
    }

    public Optional<Instant> paid() {
        return Optional.ofNullable(paidAt);
    }

    public Ref ref() {
        return new Ref("payroll", publicId);
    }

    public String path() {
        return project.path() + "/payroll/" + number;
    }
}
