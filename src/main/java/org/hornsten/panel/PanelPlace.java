package org.hornsten.panel;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hornsten.kit.Ref;
import org.hornsten.link.Destinations.Destination;
import org.hornsten.link.Destinations.Ended;
import org.hornsten.link.Destinations.Place;

/** Panels, to which a personal link may lead: to what its members see of it. */
@ApplicationScoped
class PanelPlace implements Place {

    @Override
    public Optional<Destination> find(Ref about) {
        return Panel.of(about).filter(panel -> panel.endedOn == null)
                .map(panel -> new Destination(panel.project, panel.name, panel.path()));
    }

    @Override
    public Optional<Ended> ended(Ref about) {
        return Panel.of(about).filter(panel -> panel.endedOn != null)
                .map(panel -> new Ended(panel.project, panel.name, panel.endedOn));
    }
}
