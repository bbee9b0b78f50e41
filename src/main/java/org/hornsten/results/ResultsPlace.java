package org.hornsten.results;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hornsten.kit.Ref;
import org.hornsten.link.Destinations.Destination;
import org.hornsten.link.Destinations.Place;
import org.hornsten.workshop.Workshop;

/** What was published of a workshop, to which a mail leads. One is invited to the workshop, not to its results. */
@ApplicationScoped
class ResultsPlace implements Place {
    static Ref of(Workshop workshop) {
        return new Ref("results", workshop.publicId);
    }

    static String path(Workshop workshop) {
        return workshop.path() + "/minutes";
    }

    @Override
    public Optional<Destination> find(Ref about) {
        if (!about.kind().equals("results")) return Optional.empty();
        return Workshop.<Workshop>find("from Workshop w join fetch w.project where w.publicId = ?1", about.id())
                .firstResultOptional().filter(Workshop::published)
                .map(workshop -> new Destination(workshop.project, workshop.title, path(workshop)));
    }

    @Override
    public boolean invites() {
        return false;
    }
}
