package org.hornsten.reading;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.draft.Draft;
import org.hornsten.draft.DraftAnswer;
import org.hornsten.identity.Me;
import org.hornsten.project.Membership;
import org.jboss.resteasy.reactive.RestPath;

/** One draft, for other programs. */
@Tag(name = "Drafts")
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
    @Operation(summary = "Reads a draft: its newest version, or for its lead the working copy")
    @SecurityRequirementsSet
    public DraftAnswer.One one(@RestPath String draft) {
        Draft found = Draft.visibleTo(me, draft);
        boolean led = found.project.membershipOf(me).filter(m -> m.role == Membership.Role.LEAD).isPresent();
        return led ? DraftAnswer.withWorkingCopy(found) : DraftAnswer.withNewest(found);
    }
}
