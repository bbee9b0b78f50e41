package org.hornsten.decision;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.List;
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
                where v.project = ?1 and a.current = true and a.viewpointFingerprint <> v.fingerprint order by v.id""", project);
    }

    void supersede() {
        current = null;
    }

    /** Somebody has looked: the answer is right for the words as they are now. */
    public void confirm() {
        viewpointFingerprint = viewpoint.fingerprint;
    }
}
