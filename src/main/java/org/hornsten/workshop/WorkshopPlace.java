package org.hornsten.workshop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hornsten.kit.Ref;
import org.hornsten.link.Destinations.Destination;
import org.hornsten.link.Destinations.Place;

/** Workshops, to which a link, a letter or a mail may lead: the page where one answers. */
@ApplicationScoped
class WorkshopPlace implements Place {

    @Override
    public Optional<Destination> find(Ref about) {
        if (!about.kind().equals("workshop")) return Optional.empty();
        return Workshop.<Workshop>find("from Workshop w join fetch w.project where w.publicId = ?1", about.id())
                .firstResultOptional()
                .map(workshop -> new Destination(workshop.project, workshop.title, workshop.path()));
    }
}
