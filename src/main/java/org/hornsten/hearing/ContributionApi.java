package org.hornsten.hearing;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.draft.Draft;
import org.hornsten.identity.Me;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Channel;
import org.hornsten.input.Saying;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.text.Quote;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** Saying something about a draft, for other programs. */
@Tag(name = "Contributions")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class ContributionApi {
    private static final int EARLIEST = 1900;

    private final Me me;
    private final Hearing hearing;
    private final Clock clock;

    ContributionApi(Me me, Hearing hearing, Clock clock) {
        this.me = me;
        this.hearing = hearing;
        this.clock = clock;
    }

    @Schema(name = "ChosenWords")
    record Chosen(String exact, String prefix, String suffix) {
        static Quote quote(Chosen chosen) {
            return chosen == null ? new Quote("", "", "")
                    : new Quote(words(chosen.exact()), words(chosen.prefix()), words(chosen.suffix()));
        }
    }

    @Schema(name = "OnBehalfOf")
    record Somebody(PersonKind kind, String pseudonym) {}

    @Schema(name = "NewContribution")
    record Words(Integer version, String language, String section, String passage, Chosen quote, Saying.Kind kind,
                 String words, Channel channel, Somebody onBehalfOf, LocalDate receivedOn, Anonymity anonymity) {
        boolean typedIn() {
            return onBehalfOf != null || receivedOn != null || channel != null && channel != Channel.WEB;
        }
    }

    @Schema(name = "StoredContribution")
    record Stored(String id, String receipt) {}

    @POST
    @Path("drafts/{draft}/contributions")
    @Kept(once = true)
    @Operation(summary = "Says something about a version, a passage or chosen words; gives a receipt")
    @APIResponseSchema(value = Stored.class, responseCode = "201", responseDescription = "Stored")
    public Response say(@RestPath String draft, @RestHeader("Idempotency-Key") String key, Words body) {
        if (body == null) throw new BadRequestException();
        Draft open = body.typedIn() ? Draft.staffedBy(me, draft) : Draft.openTo(me, draft);
        if (key == null || key.isBlank() || key.length() > 128) throw new BadRequestException();
        Remark remark = remark(body);
        Hearing.Heard heard = hearing.hear(me, open, remark, speaker(open, body, remark), key, Optional.empty());
        return Response.created(URI.create("/api/v1/contributions/" + heard.contribution()))
                .entity(new Stored(heard.contribution(), heard.receipt())).build();
    }

    private Remark remark(Words body) {
        if (body.version() == null) throw new Refused("version", "draft:version_unknown");
        if (body.language() == null) throw new Refused("language", "hearing:language_unknown");
        if (body.kind() == null) throw new Refused("kind", "hearing:kind_missing");
        LocalDate today = LocalDate.now(clock);
        LocalDate on = body.receivedOn() == null ? today : body.receivedOn();
        if (on.isAfter(today)) throw new Refused("receivedOn", "hearing:received_later");
        if (on.getYear() < EARLIEST) throw new Refused("receivedOn", "hearing:received_early");
        return new Remark(body.version(), body.language(), words(body.section()), words(body.passage()),
                Chosen.quote(body.quote()), body.kind(), words(body.words()),
                body.channel() == null ? Channel.WEB : body.channel(), body.anonymity(), on);
    }

    private Remark.Speaker speaker(Draft draft, Words body, Remark remark) {
        return body.typedIn() ? somebody(body)
                : Remark.Speaker.member(me, draft.project.membershipOf(me).orElseThrow(me::nothing),
                        remark.level(draft));
    }

    private Remark.Speaker somebody(Words body) {
        if (body.onBehalfOf() == null || body.onBehalfOf().kind() == null)
            throw new Refused("onBehalfOf", "hearing:behalf_missing");
        String name = words(body.onBehalfOf().pseudonym()).strip();
        if (name.length() > 200) throw new Refused("onBehalfOf", "hearing:name_long", 200);
        return Remark.Speaker.typedIn(me, body.onBehalfOf().kind(), name);
    }

    private static String words(String text) {
        return text == null ? "" : text;
    }
}
