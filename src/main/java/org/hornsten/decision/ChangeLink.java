package org.hornsten.decision;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hornsten.draft.DraftChange;
import org.hornsten.project.Project;

/** That a published change serves a decision, with the fingerprints both had at that time. */
@Entity
public class ChangeLink extends PanacheEntity {
    @ManyToOne(fetch = FetchType.LAZY) public DraftChange change;
    @ManyToOne(fetch = FetchType.LAZY) public Decision decision;
    public String changeFingerprint;
    public String decisionFingerprint;

    public static void between(DraftChange change, Decision decision) {
        ChangeLink link = new ChangeLink();
        link.change = change;
        link.decision = decision;
        link.changeFingerprint = change.fingerprint();
        link.decisionFingerprint = decision.fingerprint;
        link.persist();
    }

    public static List<ChangeLink> of(Collection<Decision> decisions) {
        return list("""
                from ChangeLink l join fetch l.change c join fetch c.version v join fetch v.draft left join fetch v.round
                where l.decision in ?1 order by v.number, c.position""", decisions);
    }

    /** Changes made for a decision that has been revised since. */
    public static List<ChangeLink> suspect(Project project) {
        return list("""
                from ChangeLink l join fetch l.decision d join fetch l.change c join fetch c.version v join fetch v.draft
                left join fetch v.round where d.project = ?1 and d.supersededOn is not null order by l.id""", project);
    }

    /** One of a project's suspect links. */
    public static Optional<ChangeLink> suspect(Project project, String change, String decision) {
        return suspect(project).stream().filter(link -> link.change.publicId.equals(change)
                && link.decision.publicId.equals(decision)).findFirst();
    }

    /** Somebody has looked: the change is right for the decision that holds now. */
    public DecisionEvent.Confirmed confirm(Decision holding) {
        DecisionEvent.Confirmed confirmed = new DecisionEvent.Confirmed(holding.ref(), change.ref());
        if (count("change = ?1 and decision = ?2", change, holding) > 0) {
            delete();
        } else {
            decision = holding;
            decisionFingerprint = holding.fingerprint;
        }
        return confirmed;
    }
}
