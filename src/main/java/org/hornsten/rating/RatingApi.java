package org.hornsten.rating;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.draft.Draft;
import org.hornsten.identity.Me;
import org.hornsten.input.Channel;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.web.Listed;
import org.hornsten.web.Paging;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** How versions are rated, for other programs. */
@Tag(name = "Ratings")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class RatingApi {
    private final Me me;
    private final Scoring scoring;

    RatingApi(Me me, Scoring scoring) {
        this.me = me;
        this.scoring = scoring;
    }

    @Schema(name = "Rating")
    record Scores(Integer version, Map<String, Integer> scores, Channel channel) {}

    /**
     * @param distribution how many gave 1 to 5; null, like n and mean, where too few did
     * @param most         the score that most gave, instead of mean and distribution, where nearly all of a small
     *                     group agree on a delicate matter
     * @param k            how many must have rated for a number to be told
     */
    @Schema(name = "RatingSum")
    record Item(int version, String criterion, Integer n, Double mean, List<Integer> distribution, Integer most,
                boolean suppressed, int k) {
        static Item of(Ratings.Tally tally) {
            List<Integer> spread = tally.distribution();
            return new Item(tally.version(), tally.criterion(), tally.n(), tally.mean(),
                    spread.isEmpty() ? null : spread, tally.most().orElse(null), tally.suppressed(), tally.k());
        }
    }

    @GET
    @Path("drafts/{draft}/ratings")
    @Operation(summary = "Sums up how each version was rated")
    @SecurityRequirementsSet
    public Listed<Item> all(@RestPath String draft, @BeanParam Paging paging) {
        return Listed.part(Ratings.of(Draft.visibleTo(me, draft)).stream().map(Item::of).toList(), paging);
    }

    @POST
    @Path("drafts/{draft}/ratings")
    @Kept(once = true)
    @Operation(summary = "Rates a version; again replaces while it is open")
    @APIResponseSchema(value = Scores.class, responseCode = "201", responseDescription = "Stored")
    public Response rate(@RestPath String draft, @RestHeader("Idempotency-Key") String key, Scores body) {
        Channel channel = body == null || body.channel() == null ? Channel.WEB : body.channel();
        Draft found = channel == Channel.WEB ? Draft.openTo(me, draft) : Draft.staffedBy(me, draft);
        if (key == null || key.isBlank() || body == null) throw new BadRequestException();
        if (body.version() == null) throw new Refused("version", "draft:version_unknown");
        Map<String, Integer> scores = body.scores() == null ? Map.of() : body.scores();
        scoring.rate(me, found, body.version(), scores, channel, key, Optional.empty());
        return Response.created(URI.create("/api/v1/drafts/" + draft + "/ratings"))
                .entity(new Scores(body.version(), scores, channel)).build();
    }
}
