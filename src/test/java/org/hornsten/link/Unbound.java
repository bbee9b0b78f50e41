package org.hornsten.link;

import jakarta.enterprise.inject.Vetoed;
import java.util.Optional;
import org.hornsten.identity.Grants;

/** Rights that forget which project a link was made for: what the test of all doors must find. */
@Vetoed
public final class Unbound extends Rights {
    private static final long EVERYTHING = 0;

    private Unbound() {}

    public static Grants made() {
        return new Unbound();
    }

    @Override
    public Optional<Grant> live(String id) {
        return super.live(id).map(grant -> new Grant(grant.person(), EVERYTHING));
    }
}
