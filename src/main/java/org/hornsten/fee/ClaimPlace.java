package org.hornsten.fee;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hornsten.kit.Ref;
import org.hornsten.link.Destinations.Destination;
import org.hornsten.link.Destinations.Place;

/** Claims, to which a mail leads the person who asks to be paid. Nobody else is led there. */
@ApplicationScoped
class ClaimPlace implements Place {

    @Override
    public Optional<Destination> find(Ref about) {
        if (!about.kind().equals("claim")) return Optional.empty();
        return Claim.<Claim>find("""
                from Claim c join fetch c.workshop join fetch c.project where c.publicId = ?1""", about.id())
                .firstResultOptional()
                .map(claim -> new Destination(claim.project, claim.workshop.title, claim.path()));
    }

    @Override
    public boolean invites() {
        return false;
    }
}
