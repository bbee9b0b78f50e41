package org.hornsten.letter;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.identity.Me;
import org.hornsten.kit.Missing;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Letters with codes for other programs: fetched by their maker until they are printed. */
@Tag(name = "People")
@Path("/api/v1/invitations/letters/{batch}")
@PermitAll
class LetterApi {
    private final Me me;
    private final Ledger ledger;
    private final Letters letters;
    private final Sheets sheets;

    LetterApi(Me me, Ledger ledger, Letters letters, Sheets sheets) {
        this.me = me;
        this.ledger = ledger;
        this.letters = letters;
        this.sheets = sheets;
    }

    @GET
    @Produces({"text/csv", "application/pdf"})
    @Operation(summary = "Fetches the codes of letters, for their maker, as long as they are open")
    @APIResponse(responseCode = "200", description = "A table with the columns name and code, or the letters",
            content = {@Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary"))})
    public Response fetch(@RestPath("batch") String id, @RestQuery String format, @Context UriInfo here) {
        LetterBatch batch = LetterBatch.madeBy(me, id);
        if (!List.of("csv", "pdf").contains(String.valueOf(format))) throw new BadRequestException();
        if (batch.closed()) throw new WebApplicationException(Response.Status.FORBIDDEN);
        return (format.equals("csv") ? letters.read(batch).map(CodeTable::file) : sheets.pdf(batch, here))
                .orElseThrow(Missing::new);
    }

    @POST
    @Path("opening")
    @Kept
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Opens letters again for eight hours, for their maker, within seven days")
    @APIResponse(responseCode = "204", description = "Open")
    public Response open(@RestPath("batch") String id) {
        LetterBatch batch = LetterBatch.madeBy(me, id);
        letters.open(me, batch);
        if (!batch.ready()) throw new Missing();
        return Response.noContent().build();
    }

    @POST
    @Path("printed")
    @Kept
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tells that letters are printed; their plain codes are destroyed")
    @APIResponse(responseCode = "204", description = "Destroyed")
    public Response printed(@RestPath("batch") String id) {
        LetterBatch batch = LetterBatch.madeBy(me, id);
        batch.printed().ifPresent(gone -> ledger.keep(me, gone));
        return Response.noContent().build();
    }
}
