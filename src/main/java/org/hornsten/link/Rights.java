package org.hornsten.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hornsten.identity.Grants;

/** What a session by a link or a letter may see is asked here on each request. */
@ApplicationScoped
class Rights implements Grants {

    @Override
    public Optional<Grant> live(String id) {
        return PersonalLink.live(id).map(link -> new Grant(link.person, link.project.id));
    }
}
