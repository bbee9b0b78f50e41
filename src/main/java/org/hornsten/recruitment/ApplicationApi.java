package org.hornsten.recruitment;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.identity.Me;
import org.hornsten.kit.Multilingual;
import org.hornsten.ledger.Kept;
import org.hornsten.panel.AgeGroup;
import org.hornsten.panel.Area;
import org.hornsten.project.Whom;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** Calls as anybody reads them, applying, and the draw, for other programs. */
@Tag(name = "Calls")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class ApplicationApi {
    private final Me me;
    private final Applying applying;

    ApplicationApi(Me me, Applying applying) {
        this.me = me;
        this.applying = applying;
    }

    /** @param promise the SHA-256 of the seed, shown from the beginning; missing where the seed is drawn in public */
    @Schema(name = "PublicCall")
    record Told(String id, String panel, Multilingual name, Multilingual words, Multilingual rhythm, Multilingual fee,
                OpenCall.State state, Instant opensAt, Instant closesAt, int youngest, Integer oldest, int places,
                int reserves, OpenCall.Method method, Multilingual source, String promise, int keepDays) {
        static Told of(OpenCall call) {
            boolean promised = call.drawn() && !call.seededInPublic();
            return new Told(call.publicId, call.panel.publicId, call.panel.name, call.words, call.rhythm, call.fee,
                    call.state, call.opensAt, call.closesAt, call.youngest, call.oldest, call.places, call.reserves,
                    call.method, call.source, promised ? call.promise : null, call.keepDays);
        }
    }

    /** @param consents whether the experience may be kept */
    @Schema(name = "NewApplication")
    record Wanted(String name, String email, String phone, Whom.Address address, String language, AgeGroup ageGroup,
                  String municipality, Set<Area> experience, Boolean consents, String why, Boolean mayApply) {
        Applicant said(OpenCall call) {
            Whom.Address at = address == null ? new Whom.Address(null, null, null) : address;
            return new Applicant(name, email, phone, at.street(), at.postcode(), at.town(), language, ageGroup,
                    municipality, call.asksAreas ? experience : Set.of(), Boolean.TRUE.equals(consents),
                    call.asksWhy ? why : null, Boolean.TRUE.equals(mayApply));
        }
    }

    @Schema(name = "StoredApplication")
    record Stored(String receipt) {}

    /** @param numbers all that were drawn, in drawn order; anybody can compute it again from the seed */
    @Schema(name = "CallDraw")
    record Draw(String seed, String promise, Multilingual source, List<Integer> numbers, List<Integer> chosen,
                List<Integer> reserves) {
        static Draw of(OpenCall call) {
            List<Application> all = call.decided() && call.drawn() ? Application.drawn(call) : List.of();
            return new Draw(call.seed, call.promise, call.source, all.stream().map(one -> one.number).toList(),
                    Application.numbers(all, Application.Mark.CHOSEN), Application.numbers(all,
                            Application.Mark.RESERVE));
        }
    }

    @GET
    @Path("calls/{call}")
    @Operation(summary = "Tells what a call is about and until when one can apply")
    @SecurityRequirementsSet
    public Told show(@RestPath String call) {
        return Told.of(OpenCall.visibleTo(me, call));
    }

    @POST
    @Path("calls/{call}/applications")
    @Kept(once = true)
    @Operation(summary = "Applies to a call, without an account; gives a receipt")
    @APIResponseSchema(value = Stored.class, responseCode = "201", responseDescription = "Stored")
    @SecurityRequirementsSet
    public Response apply(@RestPath String call, @RestHeader("Idempotency-Key") String key, Wanted body) {
        OpenCall open = OpenCall.visibleTo(me, call);
        Wanted wanted = Optional.ofNullable(body).orElseThrow(BadRequestException::new);
        if (key == null || key.isBlank() || key.length() > 128) throw new BadRequestException();
        String receipt = applying.apply(me, open, wanted.said(open), key);
        return Response.created(URI.create("/api/v1/calls/" + open.publicId)).entity(new Stored(receipt)).build();
    }

    @GET
    @Path("calls/{call}/draw")
    @Operation(summary = "Tells the seed and the numbers drawn, so that anybody can draw again")
    @SecurityRequirementsSet
    public Draw drawn(@RestPath String call) {
        return Draw.of(OpenCall.visibleTo(me, call));
    }
}
