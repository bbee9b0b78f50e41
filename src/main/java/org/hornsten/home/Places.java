package org.hornsten.home;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hornsten.draft.Draft;
import org.hornsten.kit.Ref;
import org.hornsten.link.Destinations.Destination;
import org.hornsten.link.Destinations.Offer;
import org.hornsten.link.Destinations.Place;
import org.hornsten.project.Project;

/** Projects and drafts, to which a personal link may lead. */
@ApplicationScoped
class Places implements Place {

    @Override
    public Optional<Destination> find(Ref about) {
        return switch (about.kind()) {
            case "project" -> Project.<Project>find("publicId = ?1 or slug = ?1", about.id()).firstResultOptional()
                    .map(Places::of);
            case "draft" -> Draft.<Draft>find("from Draft d join fetch d.project where d.publicId = ?1", about.id())
                    .firstResultOptional().map(draft -> new Destination(draft.project, draft.title, draft.path()));
            default -> Optional.empty();
        };
    }

    /** Texts that are open, and the project itself. */
    @Override
    public List<Offer> offered(Project project) {
        List<Offer> offers = new ArrayList<>();
        open(project).forEach(draft -> offers.add(new Offer(draft.ref(), draft.title)));
        offers.add(new Offer(project.ref(), project.title));
        return offers;
    }

    private static List<Draft> open(Project project) {
        return Draft.list("""
                from Draft d where d.project = ?1 and exists (select 1 from Round r
                  where r.version.draft = d and r.open = true) order by d.id""", project);
    }

    /** Where only one text is open, that is what somebody is asked about. */
    private static Destination of(Project project) {
        List<Draft> open = open(project);
        return open.size() == 1 ? new Destination(project, open.get(0).title, open.get(0).path())
                : new Destination(project, project.title, project.path());
    }
}
