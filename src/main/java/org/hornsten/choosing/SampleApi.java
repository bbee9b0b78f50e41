package org.hornsten.choosing;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.document.Mistakes;
import org.hornsten.identity.Me;
import org.hornsten.ledger.Kept;
import org.hornsten.letter.LetterBatch;
import org.hornsten.recruitment.Addressee;
import org.hornsten.recruitment.OpenCall;
import org.hornsten.web.Shell;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Letters to a sample of a register, for other programs: brought as a table, written while nobody waits. */
@Tag(name = "Calls")
@Path("/api/v1/calls/{call}/sample")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class SampleApi {
    private final Me me;
    private final Sample sample;
    private final Shell shell;

    SampleApi(Me me, Sample sample, Shell shell) {
        this.me = me;
        this.sample = sample;
        this.shell = shell;
    }

    /** @param row as a spreadsheet counts it; the columns' names are row 1 */
    @Schema(name = "WrongReceiver")
    record WrongReceiver(int row, String field, String message) {}

    /** @param accepted how many receivers are new, or would be */
    @Schema(name = "SampleOutcome")
    record Told(int accepted, List<WrongReceiver> errors) {}

    /** @param id of which {@code /invitations/letters/{id}} gives the letters, to their maker */
    @Schema(name = "SampleBatch")
    record Batch(String id, int letters, LetterBatch.State state) {}

    /**
     * @param people  who is written to
     * @param written how many of their letters are written
     * @param batches those of whoever asks, newest first
     */
    @Schema(name = "Sample")
    record State(long people, long written, List<Batch> batches) {}

    @GET
    @Operation(summary = "Tells how many are written to, how many letters are written, and in which batches")
    public State state(@RestPath String call) {
        return state(OpenCall.ledBy(me, call));
    }

    @POST
    @Path("import")
    @Consumes("text/csv")
    @Kept
    @Operation(summary = "Takes the receivers of a table, or with dryRun=true only tells what is wrong in which row")
    public Told bring(@RestPath String call, @RestQuery String dryRun, byte[] file) {
        OpenCall led = OpenCall.ledBy(me, call);
        byte[] bytes = Optional.ofNullable(file).orElseThrow(BadRequestException::new);
        Sample.Read read = Sample.read(bytes);
        boolean dry = "true".equals(dryRun);
        if (!dry && !read.wrong().isEmpty()) throw new Mistakes("choosing:rows_wrong", read.wrong());
        List<WrongReceiver> errors = read.wrong().stream().map(wrong -> new WrongReceiver(wrong.row(), wrong.field(),
                shell.say(wrong.why().key, wrong.why().arguments.toArray()))).toList();
        if (!errors.isEmpty()) return new Told(0, errors);
        return new Told(dry ? Sample.fresh(led, read.people()).size() : sample.store(me, led, read.people()), errors);
    }

    @POST
    @Path("letters")
    @Kept
    @Operation(summary = "Has the letters written, in the name of whoever asks; again, it changes nothing")
    @APIResponseSchema(value = State.class, responseCode = "202", responseDescription = "They are being written")
    public Response letters(@RestPath String call) {
        OpenCall led = OpenCall.ledBy(me, call);
        sample.order(me, led);
        return Response.accepted(state(led)).build();
    }

    private State state(OpenCall call) {
        return new State(Addressee.of(call), Addressee.written(call), LetterBatch.of(me, call.ref()).stream()
                .map(batch -> new Batch(batch.publicId, batch.letters, batch.state())).toList());
    }
}
