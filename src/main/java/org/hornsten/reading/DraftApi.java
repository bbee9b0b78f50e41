package org.hornsten.reading;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.hornsten.draft.Draft;
import org.hornsten.draft.DraftAnswer;
import org.hornsten.identity.Me;
import org.hornsten.project.Membership;
import org.jboss.resteasy.reactive.RestPath;

/** One draft, for other programs. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class DraftApi {
    private final Me me;

    DraftApi(Me me) {
        this.me = me;
    }

    /** Its lead sees the working copy, everybody else what is published. */
    @GET
    @Path("drafts/{draft}")
    public DraftAnswer.One one(@RestPath String draft) {
        Draft found = Draft.visibleTo(me, draft);
        boolean led = found.project.membershipOf(me).filter(m -> m.role == Membership.Role.LEAD).isPresent();
        return led ? DraftAnswer.withWorkingCopy(found) : DraftAnswer.withNewest(found);
    }
}
