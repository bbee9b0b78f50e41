package org.hornsten.home;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.hornsten.draft.Round;
import org.hornsten.input.Anonymity;
import org.hornsten.invitation.Answers;
import org.hornsten.kit.Ref;
import org.hornsten.project.Membership;
import org.hornsten.rating.Raters;

/** Who has answered in the newest round of a draft, by comment or by rating; nobody knows where it is anonymous. */
@ApplicationScoped
class RoundAnswers implements Answers {
    private final Raters raters;

    RoundAnswers(Raters raters) {
        this.raters = raters;
    }

    @Override
    public Optional<Set<Long>> answeredBy(Ref about) {
        return newest(about).filter(round -> round.anonymity != Anonymity.ANONYMOUS).map(this::answered);
    }

    private Set<Long> answered(Round round) {
        Set<Long> people = new HashSet<>(Panache.getEntityManager().createQuery("""
                select distinct c.author.id from Contribution c
                where c.aboutKind = 'draft' and c.aboutId = ?1 and c.version = ?2 and c.withdrawnOn is null""",
                Long.class).setParameter(1, round.version.draft.publicId).setParameter(2, round.version.number)
                .getResultList());
        people.addAll(raters.among(round.version, Membership.of(round.version.draft.project).stream()
                .map(member -> member.person).toList()));
        return people;
    }

    @Override
    public boolean taken(Ref about) {
        return !about.kind().equals("draft") || newest(about).filter(round -> round.open).isPresent();
    }

    /** Who works here must not see who is silent while one may still answer. */
    @Override
    public boolean shown(Ref about) {
        return newest(about).filter(round -> round.open || round.coming).isEmpty();
    }

    private static Optional<Round> newest(Ref about) {
        return about.kind().equals("draft") ? Round.<Round>find("""
                from Round r join fetch r.version v join fetch v.draft d join fetch d.project
                where d.publicId = ?1 order by v.number desc""", about.id()).page(0, 1).firstResultOptional()
                : Optional.empty();
    }
}
