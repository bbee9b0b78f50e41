package org.hornsten.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.hearing.Hearing;
import org.hornsten.identity.Me;
import org.hornsten.identity.PersonKind;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Submissions;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** The board of a workshop, for other programs. */
@Tag(name = "Workshops")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class BoardApi {
    private final Me me;
    private final Guests guests;
    private final Scribe scribe;
    private final Screens screens;

    BoardApi(Me me, Guests guests, Scribe scribe, Screens screens) {
        this.me = me;
        this.guests = guests;
        this.scribe = scribe;
        this.screens = screens;
    }

    @Schema(name = "NoteOnBehalfOf")
    record Somebody(PersonKind kind, String pseudonym) {}

    @Schema(name = "NewNote")
    record Words(String language, String words, Somebody onBehalfOf) {}

    @Schema(name = "StoredNote")
    record Stored(String id, String contribution, String receipt) {}

    @Schema(name = "NewVote")
    record Vote(String note) {}

    @Schema(name = "StoredVote")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Put(String note, int left) {}

    @POST
    @Path("workshops/{workshop}/notes")
    @Kept(once = true)
    @Operation(summary = "Says something on the board of a workshop; gives a receipt")
    @APIResponseSchema(value = Stored.class, responseCode = "201", responseDescription = "Stored")
    public Response say(@RestPath String workshop, @RestHeader("Idempotency-Key") String key, Words body) {
        if (body == null) throw new BadRequestException();
        boolean typedIn = body.onBehalfOf() != null;
        Board board = typedIn ? Board.staffedBy(me, workshop) : Board.openTo(me, workshop);
        keyed(key);
        if (body.language() == null) throw new Refused("language", "hearing:language_unknown");
        Scribe.Words words = typedIn ? typed(board, body) : own(guests.member(workshop), body);
        Hearing.Heard heard = scribe.note(me, board, words, Submissions.once(me, key));
        return Response.created(URI.create("/api/v1/contributions/" + heard.contribution()))
                .entity(new Stored(Note.of(board, heard.contribution(), "", 0).publicId, heard.contribution(),
                        heard.receipt())).build();
    }

    private Scribe.Words typed(Board board, Words body) {
        Somebody whom = body.onBehalfOf();
        return new Scribe.Words(body.language(), JoinForm.text(body.words()).strip(),
                DeskPages.speaker(me, board, "", whom.kind() == null ? "" : whom.kind().name(), whom.pseudonym()),
                DeskPages.level(board), 0, board.step);
    }

    private Scribe.Words own(Guest guest, Words body) {
        return new Scribe.Words(body.language(), JoinForm.text(body.words()).strip(), guest.speaker(me), guest.level(), 0,
                guest.board().step);
    }

    @POST
    @Path("workshops/{workshop}/votes")
    @Kept(once = true)
    @Operation(summary = "Puts one dot on a note")
    @APIResponseSchema(value = Put.class, responseCode = "201", responseDescription = "Stored")
    public Response vote(@RestPath String workshop, @RestHeader("Idempotency-Key") String key, Vote body) {
        Guest guest = guests.member(workshop);
        keyed(key);
        if (body == null || body.note() == null) throw new Refused("note", "board:note_unknown");
        Note note = Notes.shown(guest.board().id, List.of(body.note())).values().stream().findFirst()
                .orElseThrow(() -> new Refused("note", "board:note_unknown"));
        scribe.dot(guest, note, false, Submissions.once(me, key));
        Task task = Task.of(guest.board(), guest.board().step);
        return Response.created(URI.create("/api/v1/workshops/" + workshop + "/votes"))
                .entity(new Put(note.publicId, task.dots - Dot.of(task, scribe.voter(guest, 1)).size())).build();
    }

    @GET
    @Path("workshops/{workshop}/board/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @Operation(summary = "Tells what happens on the board, from Last-Event-ID on, as a stream")
    @APIResponse(responseCode = "200", description = "Server-sent events; the data of each that has an id is such JSON",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = News.class)))
    public Multi<OutboundSseEvent> events(@RestPath String workshop, @RestHeader("Last-Event-ID") String seen,
                                          @Context Sse sse, @Context HttpServerResponse response) {
        return LivePages.stream(screens, Board.openTo(me, workshop).id, LivePages.from(seen, null), sse, response);
    }

    private static void keyed(String key) {
        if (key == null || key.isBlank() || key.length() > 128) throw new BadRequestException();
    }
}
