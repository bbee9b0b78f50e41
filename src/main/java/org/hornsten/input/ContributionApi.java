package org.hornsten.input;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.identity.Me;
import org.hornsten.input.Contribution.Deflection;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.jboss.resteasy.reactive.RestPath;

/** What is done with a contribution: split, joined, sorted, masked, sent elsewhere, let through. */
@Tag(name = "Contributions")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
class ContributionApi {
    private final Me me;
    private final Ledger ledger;
    private final Clock clock;

    ContributionApi(Me me, Ledger ledger, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Schema(name = "NewViewpoints")
    public record Splitting(List<Contribution.Cut> viewpoints) {}

    @Schema(name = "ViewpointToJoin")
    public record Joining(String viewpoint) {}

    @Schema(name = "ViewpointTopic")
    public record Sorting(String viewpoint, String topic) {}

    @Schema(name = "WordsToMask")
    public record Masking(String exact) {}

    @Schema(name = "NewDeflection")
    public record Deflecting(Deflection to, String note) {}

    /** @param reason why it is kept back, for its author; not needed when it is let through */
    @Schema(name = "NewModeration")
    public record Moderating(Boolean letThrough, String reason) {}

    @Schema(name = "MarkedViewpoint")
    public record Mark(String id, String exact, String topic) {}

    @Schema(name = "MarkedViewpoints")
    public record Marks(List<Mark> viewpoints) {}

    @Schema(name = "ContributionState")
    public record State(String id, boolean masked, Deflection deflected, Moderation.State moderation) {}

    @POST @Path("contributions/{id}/viewpoints") @Kept
    @Operation(summary = "Marks the viewpoints in a contribution, in place of the automatic one")
    public Marks split(@RestPath String id, Splitting wanted) {
        Contribution said = Contribution.staffedToChange(me, id);
        List<Contribution.Cut> cuts = Optional.ofNullable(wanted).map(Splitting::viewpoints).orElse(List.of());
        if (cuts.stream().anyMatch(Objects::isNull)) throw new Refused("viewpoints", "input:viewpoint_empty");
        ledger.keep(me, said.split(cuts));
        return marks(said);
    }

    @POST @Path("contributions/{id}/joining") @Kept
    @Operation(summary = "Joins a viewpoint to the rest of its contribution")
    public Marks join(@RestPath String id, Joining wanted) {
        Contribution said = Contribution.staffedToChange(me, id);
        ledger.keep(me, said.join(said.viewpoint(wanted == null ? "" : wanted.viewpoint())));
        return marks(said);
    }

    @POST @Path("contributions/{id}/topics") @Kept
    @Operation(summary = "Puts a viewpoint under a topic")
    public Marks sort(@RestPath String id, Sorting wanted) {
        Contribution said = Contribution.staffedToChange(me, id);
        ledger.keep(me, said.sort(said.viewpoint(wanted == null ? "" : wanted.viewpoint()), wanted.topic()));
        return marks(said);
    }

    @POST @Path("contributions/{id}/masking") @Kept
    @Operation(summary = "Blanks words that tell who or how ill somebody is, for good")
    public State mask(@RestPath String id, Masking wanted) {
        Contribution said = Contribution.staffedToChange(me, id);
        ledger.keep(me, said.mask(wanted == null ? "" : wanted.exact()));
        return state(said);
    }

    @POST @Path("contributions/{id}/deflection") @Kept
    @Operation(summary = "Notes that a contribution belongs to another procedure")
    public State deflect(@RestPath String id, Deflecting wanted) {
        Contribution said = Contribution.staffedToChange(me, id);
        ledger.keep(me, said.deflect(wanted == null ? null : wanted.to(), wanted == null ? "" : wanted.note(),
                LocalDate.now(clock)));
        return state(said);
    }

    @POST @Path("contributions/{id}/moderation") @Kept
    @Operation(summary = "Lets others read what a young person said, or keeps it back with a reason")
    public State moderate(@RestPath String id, Moderating wanted) {
        Contribution said = Contribution.staffedToChange(me, id);
        boolean open = wanted != null && Boolean.TRUE.equals(wanted.letThrough());
        LocalDate today = LocalDate.now(clock);
        ledger.keep(me, open ? said.letThrough(today) : said.keepBack(wanted == null ? "" : wanted.reason(), today));
        return state(said);
    }

    private static State state(Contribution said) {
        return new State(said.publicId, said.masked, said.deflectedTo, said.moderation.state);
    }

    private static Marks marks(Contribution said) {
        return new Marks(said.viewpoints.stream().sorted(Comparator.comparingInt(v -> v.fromChar))
                .map(v -> new Mark(v.publicId, v.exact(), v.topic)).toList());
    }
}
