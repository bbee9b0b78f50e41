package org.hornsten.hearing;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.draft.Draft;
import org.hornsten.draft.DraftEvent;
import org.hornsten.identity.Me;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.jboss.resteasy.reactive.RestPath;

/** More time for a round in which too few answered, for other programs. */
@Tag(name = "Versions")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class ExtensionApi {
    private final Me me;
    private final Ledger ledger;
    private final Mixer mixer;

    ExtensionApi(Me me, Ledger ledger, Mixer mixer) {
        this.me = me;
        this.ledger = ledger;
        this.mixer = mixer;
    }

    @Schema(name = "NewExtension")
    record Wanted(Instant closesAt) {}

    @Schema(name = "Extended")
    record Done(int number, Instant closesAt) {}

    @POST
    @Path("drafts/{draft}/extension")
    @Kept
    @Operation(summary = "Gives the round of the newest version more time, once, when too few answered without a name")
    public Done extend(@RestPath String draft, Wanted wanted) {
        Draft led = Draft.ledBy(me, draft);
        if (wanted == null) throw new BadRequestException();
        if (wanted.closesAt() == null) throw new Refused("closesAt", "hearing:until_missing");
        DraftEvent.Extended extended = mixer.extend(led, wanted.closesAt());
        ledger.keep(me, extended);
        return new Done(extended.number(), extended.closesAt());
    }
}
