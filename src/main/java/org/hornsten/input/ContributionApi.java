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
import org.hornsten.identity.Me;
import org.hornsten.input.Contribution.Deflection;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.jboss.resteasy.reactive.RestPath;

/** What is done with a contribution: split, joined, sorted, masked, sent elsewhere. */
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

    public record Splitting(List<Contribution.Cut> viewpoints) {}

    public record Joining(String viewpoint) {}

    public record Sorting(String viewpoint, String topic) {}

    public record Masking(String exact) {}

    public record Deflecting(Deflection to, String note) {}

    public record Mark(String id, String exact, String topic) {}

    public record Marks(List<Mark> viewpoints) {}

    public record State(String id, boolean masked, Deflection deflected) {}

    @POST @Path("contributions/{id}/viewpoints") @Kept
    public Marks split(@RestPath String id, Splitting wanted) {
        Contribution said = Contribution.staffedToChange(me, id);
        List<Contribution.Cut> cuts = Optional.ofNullable(wanted).map(Splitting::viewpoints).orElse(List.of());
        if (cuts.stream().anyMatch(Objects::isNull)) throw new Refused("viewpoints", "input:viewpoint_empty");
        ledger.keep(me, said.split(cuts));
        return marks(said);
    }

    @POST @Path("contributions/{id}/joining") @Kept
    public Marks join(@RestPath String id, Joining wanted) {
        Contribution said = Contribution.staffedToChange(me, id);
        ledger.keep(me, said.join(said.viewpoint(wanted == null ? "" : wanted.viewpoint())));
        return marks(said);
    }

    @POST @Path("contributions/{id}/topics") @Kept
    public Marks sort(@RestPath String id, Sorting wanted) {
        Contribution said = Contribution.staffedToChange(me, id);
        ledger.keep(me, said.sort(said.viewpoint(wanted == null ? "" : wanted.viewpoint()), wanted.topic()));
        return marks(said);
    }

    @POST @Path("contributions/{id}/masking") @Kept
    public State mask(@RestPath String id, Masking wanted) {
        Contribution said = Contribution.staffedToChange(me, id);
        ledger.keep(me, said.mask(wanted == null ? "" : wanted.exact()));
        return state(said);
    }

    @POST @Path("contributions/{id}/deflection") @Kept
    public State deflect(@RestPath String id, Deflecting wanted) {
        Contribution said = Contribution.staffedToChange(me, id);
        ledger.keep(me, said.deflect(wanted == null ? null : wanted.to(), wanted == null ? "" : wanted.note(),
                LocalDate.now(clock)));
        return state(said);
    }

    private static State state(Contribution said) {
        return new State(said.publicId, said.masked, said.deflectedTo);
    }

    private static Marks marks(Contribution said) {
        return new Marks(said.viewpoints.stream().sorted(Comparator.comparingInt(v -> v.fromChar))
                .map(v -> new Mark(v.publicId, v.exact(), v.topic)).toList());
    }
}
