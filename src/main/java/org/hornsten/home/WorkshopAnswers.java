package org.hornsten.home;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.hornsten.invitation.Answers;
import org.hornsten.kit.Ref;
import org.hornsten.workshop.Workshop;

/** Who has said whether they come to a workshop. */
@ApplicationScoped
class WorkshopAnswers implements Answers {
    @Override
    public Optional<Set<Long>> answeredBy(Ref about) {
        return about.kind().equals("workshop") ? Optional.of(new HashSet<>(Panache.getEntityManager().createQuery(
                "select r.person.id from Registration r where r.workshop.publicId = ?1", Long.class)
                .setParameter(1, about.id()).getResultList())) : Optional.empty();
    }

    @Override
    public boolean taken(Ref about) {
        return !about.kind().equals("workshop") || known(about).filter(workshop -> workshop.takesAnswers).isPresent();
    }

    private static Optional<Workshop> known(Ref about) {
        return about.kind().equals("workshop")
                ? Workshop.<Workshop>find("publicId", about.id()).firstResultOptional() : Optional.empty();
    }
}
