package org.hornsten.invitation;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.identity.Passes;
import org.hornsten.identity.Sessions;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Ref;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;

/** The right to take part for a link's token; every token that does not work is answered alike. */
@Tag(name = "Access")
@Path("/api/v1/access")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class AccessApi {
    private final Passes passes;
    private final Ledger ledger;

    AccessApi(Passes passes, Ledger ledger) {
        this.passes = passes;
        this.ledger = ledger;
    }

    /** @param code of a letter; letters are not sent yet, so no code works */
    @Schema(name = "PersonalLink")
    record Wanted(String token, String code) {}

    record Access(String token, Instant expiresAt, List<Ref> mayTakePartIn) {}

    @POST
    @Kept
    @Operation(summary = "Gives the token to take part with, for a personal link")
    @SecurityRequirementsSet
    public Access enter(Wanted body) {
        Wanted wanted = Optional.ofNullable(body).orElseThrow(BadRequestException::new);
        PersonalLink link = Optional.ofNullable(wanted.token()).flatMap(PersonalLink::opened).orElseThrow(Missing::new);
        ledger.keep(Optional.of(link.person), link.use());
        Passes.Pass pass = passes.issue(link.person, Sessions.LIFE);
        return new Access(pass.token(), pass.expiresAt(), List.of(link.about()));
    }
}
