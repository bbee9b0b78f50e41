package org.hornsten.recruitment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hornsten.kit.Ref;
import org.hornsten.link.Destinations.Destination;
import org.hornsten.link.Destinations.Place;

/** Calls, to which a letter or a link may lead: to one's own application, or to the page where one applies. */
@ApplicationScoped
class CallPlace implements Place {

    @Override
    public Optional<Destination> find(Ref about) {
        return OpenCall.of(about).map(call -> new Destination(call.panel.project, call.panel.name,
                call.path() + "/mine"));
    }
}
