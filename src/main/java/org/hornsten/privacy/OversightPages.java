package org.hornsten.privacy;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import org.hornsten.identity.Me;
import org.hornsten.identity.Role;

/** Who opens strikingly many people's data, for administrators. */
@Path("/administration/disclosures")
@PermitAll
class OversightPages {
    private final Me me;
    private final Clock clock;

    OversightPages(Me me, Clock clock) {
        this.me = me;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "privacy")
    record disclosures(List<Disclosure.Many> readers, int many) implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        me.as(Role.ADMINISTRATOR);
        return new disclosures(Disclosure.many(clock.instant().minus(Disclosure.LOOKED_BACK)), Disclosure.MANY);
    }
}
