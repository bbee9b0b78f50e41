package org.hornsten.decision;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;
import org.hornsten.input.Contribution;
import org.hornsten.input.Viewpoint;
import org.hornsten.project.Project;

/** That a decision answers a viewpoint, with the fingerprints both had at that time. */
@Entity
@Table(name = "decision_viewpoint")
public class Answered extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY) public Decision decision;
    @ManyToOne(fetch = FetchType.LAZY) public Viewpoint viewpoint;
    /** True for the answer that holds, null for earlier ones: the unique key allows one that holds. */
    public Boolean current;
    public String viewpointFingerprint;
    public String decisionFingerprint;

    static Answered by(Decision decision, Viewpoint viewpoint) {
        Answered answered = new Answered();
        answered.decision = decision;
        answered.viewpoint = viewpoint;
        answered.current = true;
        answered.viewpointFingerprint = viewpoint.fingerprint;
        answered.decisionFingerprint = decision.fingerprint;
        answered.persist();
        viewpoint.answered();
        return answered;
    }

    /** Answers whose viewpoint reads differently now than when it was answered. */
    public static List<Answered> suspect(Project project) {
        return list("""
                from Answered a join fetch a.decision d join fetch a.viewpoint v join fetch v.contribution
                where v.project = ?1 and a.current = true and a.viewpointFingerprint <> v.fingerprint
                order by v.id""", project);
    }

    /** The answers that hold in a project, oldest viewpoint first. */
    public static List<Answered> current(Project project) {
        return list("""
                from Answered a join fetch a.decision d join fetch a.viewpoint v join fetch v.contribution
                where v.project = ?1 and a.current = true order by v.id""", project);
    }

    /** The answers that hold for what these say. */
    public static List<Answered> to(Collection<Contribution> said) {
        return said.isEmpty() ? List.of() : list("""
                from Answered a join fetch a.decision join fetch a.viewpoint v
                where v.contribution in ?1 and a.current = true""", said);
    }

    /** What a decision answers or answered. */
    public static List<Answered> by(Collection<Decision> decisions) {
        return decisions.isEmpty() ? List.of() : list("""
                from Answered a join fetch a.decision join fetch a.viewpoint v join fetch v.contribution
                where a.decision in ?1 order by v.id""", decisions);
    }

    public boolean suspect() {
        return Boolean.TRUE.equals(current) && !viewpointFingerprint.equals(viewpoint.fingerprint);
    }

    void supersede() {
        current = null;
    }

    /** Somebody has looked: the answer is right for the words as they are now. */
    public DecisionEvent.Confirmed confirm() {
        viewpointFingerprint = viewpoint.fingerprint;
        return new DecisionEvent.Confirmed(decision.ref(), viewpoint.ref());
    }
}
