package org.hornsten.trace;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.hearing.Unmixed;
import org.hornsten.identity.Me;
import org.hornsten.input.Contribution;
import org.hornsten.input.InputEvent;
import org.hornsten.input.Message;
import org.hornsten.input.Receipts;
import org.hornsten.kit.Code;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Stale;
import org.hornsten.ledger.Hidden;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.log.Logged;
import org.hornsten.proof.Evidence;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** Where somebody's words went: for the author who is signed in, for staff, and for whoever holds the receipt. */
@Tag(name = "Receipts")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class JourneyApi {
    private final Me me;
    private final Receipts receipts;
    private final Unmixed unmixed;
    private final Ledger ledger;
    private final Logged logged;
    private final Clock clock;

    JourneyApi(Me me, Receipts receipts, Unmixed unmixed, Ledger ledger, Logged logged, Clock clock) {
        this.me = me;
        this.unmixed = unmixed;
        this.receipts = receipts;
        this.ledger = ledger;
        this.logged = logged;
        this.clock = clock;
    }

    @Schema(name = "NewMessage")
    record Words(String words) {}

    @Schema(name = "Withdrawal")
    record Withdrawing(String receipt) {}

    record Withdrawn(String id, LocalDate withdrawnOn) {}

    @GET
    @Path("contributions/{id}/journey")
    @Operation(summary = "Follows a contribution from receipt to change, for its author or the staff")
    public Opened journey(@RestPath String id) {
        return Opened.of(Journey.followedBy(me, id));
    }

    @GET
    @Path("receipts/{code}")
    @Operation(summary = "Follows what became of the words behind a receipt")
    @SecurityRequirementsSet
    public Opened receipt(@RestPath String code) {
        return read(code).map(said -> Opened.of(said, logged))
                .or(() -> unread(code).map(found -> Opened.waiting()))
                .orElseThrow(Missing::new);
    }

    @GET
    @Path("receipts/{code}/proof")
    @Operation(summary = "Gives the holder of a receipt what proves to anybody that the words were received")
    @SecurityRequirementsSet
    public Evidence proof(@RestPath String code) {
        return read(code).flatMap(said -> Opened.evidence(said, logged)).orElseThrow(Missing::new);
    }

    @POST
    @Path("receipts/{code}/messages")
    @Kept
    @Operation(summary = "Writes to the staff of the project without telling who one is")
    @SecurityRequirementsSet
    @APIResponseSchema(value = Opened.Turn.class, responseCode = "201", responseDescription = "Stored")
    public Response ask(@RestPath String code, Words words) {
        Contribution said = read(code).orElseThrow(() -> unread(code).isPresent()
                ? new Stale("trace:waits_unread") : new Missing());
        Message message = written(said, false, words);
        ledger.keepUnnamed(new InputEvent.Wrote(said.ref(), false, Hidden.of(message.words)));
        return Response.status(201).entity(Opened.turn(message)).build();
    }

    @POST
    @Path("contributions/{id}/messages")
    @Kept
    @Operation(summary = "Writes to the author, who reads it with the receipt")
    @APIResponseSchema(value = Opened.Turn.class, responseCode = "201", responseDescription = "Stored")
    public Response answer(@RestPath String id, Words words) {
        Contribution said = Contribution.staffedBy(me, id);
        Message message = written(said, true, words);
        ledger.keep(me, new InputEvent.Wrote(said.ref(), true, Hidden.of(message.words)));
        return Response.status(201).entity(Opened.turn(message)).build();
    }

    @POST
    @Path("contributions/{id}/withdrawal")
    @Kept
    @Operation(summary = "Takes back what one has said, signed in or with the receipt")
    @SecurityRequirementsSet
    public Withdrawn withdraw(@RestPath String id, @RestHeader("Receipt") String header,
                              @RequestBody(required = false) Withdrawing wanted) {
        Optional<String> code = Optional.ofNullable(wanted).map(Withdrawing::receipt)
                .or(() -> Optional.ofNullable(header));
        return code.map(receipt -> withdrawn(id, receipt)).orElseGet(() -> {
            Contribution said = Contribution.saidBy(me, id);
            Opened.takenBack(said, LocalDate.now(clock)).forEach(event -> ledger.keep(me, event));
            return new Withdrawn(id, said.withdrawnOn);
        });
    }

    // A receipt is shown instead of a name: whoever happens to be signed in is not noted with it.
    private Withdrawn withdrawn(String id, String receipt) {
        Optional<Contribution> said = read(receipt);
        if (said.isEmpty()) return takenBack(unread(receipt).filter(found -> found.waiting().id().equals(id))
                .orElseThrow(Missing::new));
        if (!said.get().publicId.equals(id)) throw new Missing();
        Opened.takenBack(said.get(), LocalDate.now(clock)).forEach(ledger::keepUnnamed);
        return new Withdrawn(id, said.get().withdrawnOn);
    }

    private Withdrawn takenBack(Unmixed.Found waiting) {
        unmixed.takeBack(waiting);
        return new Withdrawn(waiting.waiting().id(), LocalDate.now(clock));
    }

    // A code that cannot be one is no other answer than a code nobody has.
    private Optional<Contribution> read(String code) {
        return Optional.of(code).filter(Code::readable).flatMap(receipts::opened);
    }

    /** The same while it waits to be mixed; asked second, for every envelope has to be opened. */
    private Optional<Unmixed.Found> unread(String code) {
        return Optional.of(code).filter(Code::readable).flatMap(unmixed::opened);
    }

    private Message written(Contribution said, boolean staff, Words words) {
        if (words == null) throw new Refused("words", "input:words_missing");
        return Message.written(said, staff, words.words(), LocalDate.now(clock));
    }
}
