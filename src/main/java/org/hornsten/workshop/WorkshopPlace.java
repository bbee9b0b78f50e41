package org.hornsten.workshop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hornsten.kit.Ref;
import org.hornsten.link.Destinations.Destination;
import org.hornsten.link.Destinations.Offer;
import org.hornsten.link.Destinations.Place;
import org.hornsten.project.Project;

/** Workshops, to which a link, a letter or a mail may lead: the page where one answers. */
@ApplicationScoped
class WorkshopPlace implements Place {

    /** Those one may still answer. */
    @Override
    public List<Offer> offered(Project project) {
        return Workshop.of(project).stream().filter(workshop -> workshop.takesAnswers)
                .map(workshop -> new Offer(workshop.ref(), workshop.title)).toList();
    }

    @Override
    public Optional<Destination> find(Ref about) {
        if (!about.kind().equals("workshop")) return Optional.empty();
        return Workshop.<Workshop>find("from Workshop w join fetch w.project where w.publicId = ?1", about.id())
                .firstResultOptional()
                .map(workshop -> new Destination(workshop.project, workshop.title, workshop.path()));
    }
}
