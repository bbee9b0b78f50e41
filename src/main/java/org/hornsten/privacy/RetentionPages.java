package org.hornsten.privacy;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hornsten.identity.Me;
import org.hornsten.identity.Role;

/** What would go today because its time is over, for administrators. Nothing goes by looking. */
@Path("/administration/retention")
@PermitAll
class RetentionPages {
    private final Me me;
    private final Retention retention;
    private final Clock clock;

    RetentionPages(Me me, Retention retention, Clock clock) {
        this.me = me;
        this.retention = retention;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "privacy")
    record retention(List<Retention.Prospect> prospects, List<Expiry.Soon> soon) implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        me.as(Role.ADMINISTRATOR);
        LocalDate today = LocalDate.now(clock);
        return new retention(retention.prospects(today), retention.soon(today));
    }
}
