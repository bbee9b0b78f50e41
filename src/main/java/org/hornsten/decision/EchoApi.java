package org.hornsten.decision;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.identity.Me;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Project;
import org.hornsten.web.Listed;
import org.jboss.resteasy.reactive.RestPath;

/** Words of staff that may quote somebody who was erased, for programs of a lead. */
@Tag(name = "Decisions")
@Path("/api/v1/projects/{project}/quotes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
class EchoApi {
    private final Me me;
    private final Ledger ledger;
    private final Clock clock;

    EchoApi(Me me, Ledger ledger, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param about the answer or phrase it stands in; @param words those in doubt, between before and after */
    @Schema(name = "QuoteInDoubt")
    public record Item(String id, Ref about, Echo.Field field, String language, String before, String words,
                       String after, LocalDate foundOn) {
        static Item of(EchoPages.Place place) {
            Echo echo = place.echo();
            return new Item(echo.publicId, echo.about(), echo.field, echo.language, place.before(), place.words(),
                    place.after(), echo.foundOn);
        }
    }

    /** @param blank whether the words are theirs, and go for good; false when they are nobody's */
    @Schema(name = "QuoteSettled")
    public record Settling(Boolean blank) {}

    @GET
    @Operation(summary = "Lists the places that may quote somebody who was erased")
    public Listed<Item> list(@RestPath String project) {
        return Listed.all(EchoPages.Place.waiting(Project.ledBy(me, project)).stream().map(Item::of).toList());
    }

    @POST @Path("{quote}") @Kept
    @Operation(summary = "Blanks such words for good, or leaves them where they are nobody's")
    @APIResponse(responseCode = "204", description = "Settled")
    public Response settle(@RestPath String project, @RestPath String quote, Settling wanted) {
        Echo echo = Echo.waiting(Project.ledBy(me, project), quote).orElseThrow(Missing::new);
        if (wanted == null || wanted.blank() == null) throw new Refused("blank", "web:missing");
        ledger.keep(me, echo.settled(wanted.blank(), LocalDate.now(clock)));
        return Response.noContent().build();
    }
}
