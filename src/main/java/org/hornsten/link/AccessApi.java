package org.hornsten.link;

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

/** The right to take part, for a link's token or a letter's code; all that open nothing are answered alike. */
@Tag(name = "Access")
@Path("/api/v1/access")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class AccessApi {
    private final Passes passes;
    private final Codes codes;
    private final Ledger ledger;

    AccessApi(Passes passes, Codes codes, Ledger ledger) {
        this.passes = passes;
        this.codes = codes;
        this.ledger = ledger;
    }

    /**
     * @param token    of a link
     * @param code     of a letter, instead of the token
     * @param speaking who answers; may be missing
     */
    @Schema(name = "PersonalLink")
    record Wanted(String token, String code, Speaking speaking) {}

    record Access(String token, Instant expiresAt, List<Ref> mayTakePartIn) {}

    @POST
    @Kept
    @Operation(summary = "Gives the token to take part with, for a personal link or the code of a letter")
    @SecurityRequirementsSet
    public Access enter(Wanted body) {
        Wanted wanted = Optional.ofNullable(body).orElseThrow(BadRequestException::new);
        PersonalLink link = opened(wanted).orElseThrow(Missing::new);
        link.enter(wanted.speaking()).ifPresent(used -> ledger.keep(Optional.of(link.person), used));
        Passes.Pass pass = passes.issue(link.person, link.publicId, Sessions.LIFE);
        return new Access(pass.token(), pass.expiresAt(), List.of(link.about()));
    }

    private Optional<PersonalLink> opened(Wanted wanted) {
        return wanted.token() != null || wanted.code() == null
                ? Optional.ofNullable(wanted.token()).flatMap(PersonalLink::opened)
                : codes.opened(wanted.code()).link();
    }
}
