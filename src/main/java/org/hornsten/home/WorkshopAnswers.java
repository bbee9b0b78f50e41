package org.hornsten.home;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hornsten.invitation.Answers;
import org.hornsten.invitation.Occasions;
import org.hornsten.kit.Ref;
import org.hornsten.workshop.Hours;
import org.hornsten.workshop.Workshop;

/** Who has said whether they come to a workshop, and when and where it is. */
@ApplicationScoped
class WorkshopAnswers implements Answers, Occasions {
    private final Hours hours;

    WorkshopAnswers(Hours hours) {
        this.hours = hours;
    }

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

    /** The calendar entry comes with the answer to whoever says yes. */
    @Override
    public Optional<Occasion> find(Ref about, String language) {
        return known(about).map(workshop -> {
            List<String> lines = new ArrayList<>();
            lines.add(hours.span(workshop.startsAt, workshop.endsAt, language));
            if (!workshop.place.isEmpty()) lines.add(workshop.place.in(language));
            return new Occasion(lines, Optional.empty());
        });
    }

    private static Optional<Workshop> known(Ref about) {
        return about.kind().equals("workshop")
                ? Workshop.<Workshop>find("publicId", about.id()).firstResultOptional() : Optional.empty();
    }
}
