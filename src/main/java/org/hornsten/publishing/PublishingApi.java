package org.hornsten.publishing;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.diff.Change;
import org.hornsten.draft.Because.OwnReason;
import org.hornsten.draft.Because;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Round;
import org.hornsten.draft.Unexplained;
import org.hornsten.identity.Me;
import org.hornsten.input.Anonymity;
import org.hornsten.kit.Beginning;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.web.Listed;
import org.hornsten.web.Tongue;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Explaining changes, publishing versions and closing rounds, for other programs. */
@Tag(name = "Drafts")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
class PublishingApi {
    private final Me me;
    private final Ledger ledger;
    private final Tongue tongue;
    private final Clock clock;

    PublishingApi(Me me, Ledger ledger, Tongue tongue, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.tongue = tongue;
        this.clock = clock;
    }

    @Schema(name = "NewVersion")
    public record Publishing(Instant opensAt, Instant closesAt, List<Round.Criterion> criteria, Anonymity anonymity,
                             Integer k, String overrideReason) {}

    public record Closing(String overrideReason) {}

    /**
     * Either {@code because}, perhaps with {@code words} that say which of the new words serve what, or an own
     * reason.
     */
    @Schema(name = "NewExplanation")
    public record Explaining(List<String> because, OwnReason ownReason, Multilingual text, List<Words> words) {
        Because reason() {
            return new Because(reason(because, ownReason, text), words == null ? List.of()
                    : words.stream().map(Words::part).toList());
        }

        private static Because.Reason reason(List<String> because, OwnReason own, Multilingual text) {
            List<String> decisions = because == null ? List.of()
                    : because.stream().map(String::valueOf).distinct().toList();
            if (own != null && !decisions.isEmpty()) throw new Refused("ownReason", "publishing:because_both");
            if (own != null) return Because.Reason.own(own, text == null ? Multilingual.none() : text);
            return decisions.isEmpty() ? Because.NOTHING.whole() : Because.Reason.decided(decisions);
        }
    }

    /** @param from in chars of the text after; @param to the same, the end not included */
    @Schema(name = "ExplainedWords")
    public record Words(Integer from, Integer to, List<String> because, OwnReason ownReason, Multilingual text) {
        Because.Part part() {
            Because.Reason reason = Explaining.reason(because, ownReason, text);
            if (from == null || to == null) throw new Refused("words", "publishing:words_outside");
            if (!reason.given()) throw new Refused("words", "publishing:because_missing");
            return new Because.Part(from, to, reason);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Change")
    public record Item(String id, Change.Kind kind, String section, String passage, List<String> passages,
                       String before,
                       String after, List<String> because, OwnReason ownReason, Multilingual text, List<Words> words,
                       boolean explained, boolean inherited) {
        static Item of(Explanations explanations, String language, Change change) {
            Because because = explanations.of(language, change);
            Because.Reason whole = because.whole();
            return new Item(change.key(), change.kind(), change.section(), change.passage(), change.passages(),
                    change.before(), change.after(), whole.decisions(), whole.own(),
                    whole.own() == null ? null : whole.text(),
                    because.parts().stream().map(part -> new Words(part.from(), part.to(), part.reason().decisions(),
                            part.reason().own(), part.reason().own() == null ? null : part.reason().text())).toList(),
                    because.given(), explanations.inherits(language, change));
        }
    }

    public record Published(int number) {}

    public record Closed(int number) {}

    /** Names each change nobody has explained. */
    static class Unnamed extends Refused {
        private final transient List<Refused> each;

        Unnamed(Unexplained no) {
            super("changes", "publishing:unexplained", no.changes.size());
            each = no.changes.stream().map(in -> new Refused(in.change().key(), "publishing:unexplained_change",
                    in.change().passage().isEmpty() ? in.change().section() : in.change().passage(), in.language(),
                    Beginning.of(in.change().after().isEmpty() ? in.change().before() : in.change().after()))).toList();
        }

        @Override
        public List<Refused> each() {
            return each;
        }
    }

    @GET @Path("drafts/{draft}/working-copy/changes")
    @Operation(summary = "Lists the changes since the newest version, with why they were made")
    public Listed<Item> changes(@RestPath String draft, @RestQuery Optional<String> language) {
        Draft staffed = Draft.staffedBy(me, draft);
        String in = language.orElse(staffed.language);
        Explanations explanations = Explanations.of(staffed);
        List<Item> items = explanations.changes(in).stream().map(change -> Item.of(explanations, in, change)).toList();
        return Listed.all(items);
    }

    @PUT @Path("drafts/{draft}/working-copy/changes/{change}") @Kept
    @Operation(summary = "Says why a change was made: by decisions, also for single words, or for a reason of its own")
    public Item explain(@RestPath String draft, @RestPath String change, @RestQuery Optional<String> language,
            Explaining body) {
        Draft led = Draft.ledBy(me, draft);
        if (body == null) throw new BadRequestException();
        String in = language.orElse(led.language);
        ledger.keep(me, Explanations.of(led).explain(in, change, body.reason()));
        Explanations explanations = Explanations.of(led);
        return Item.of(explanations, in, explanations.change(in, change));
    }

    @POST @Path("drafts/{draft}/versions") @Kept
    @Operation(summary = "Publishes the working copy as the next version and asks what people think")
    @Tag(name = "Versions")
    @APIResponseSchema(value = Published.class, responseCode = "201", responseDescription = "Published")
    public Response publish(@RestPath String draft, @RequestBody(required = false) Publishing body) {
        Draft led = Draft.ledBy(me, draft);
        Publishing wanted = body == null ? new Publishing(null, null, null, null, null, null) : body;
        Round.Terms terms = Criteria.checked(new Round.Terms(wanted.opensAt(), wanted.closesAt(),
                wanted.criteria() == null ? Criteria.proposed(led, tongue) : wanted.criteria(),
                wanted.anonymity() == null ? Criteria.level(led) : wanted.anonymity(),
                wanted.k() == null ? Criteria.k(led, Round.least(led.project)) : wanted.k()));
        try {
            var published = Publication.publish(led, me.known(), terms, override(wanted.overrideReason()), clock);
            ledger.keep(me, published);
            return Response.created(URI.create("/api/v1" + led.path() + "/versions/" + published.number()))
                    .entity(new Published(published.number())).build();
        } catch (Unexplained no) {
            throw new Unnamed(no);
        }
    }

    @POST @Path("drafts/{draft}/closing") @Kept
    @Operation(summary = "Closes the round of the newest version")
    @Tag(name = "Versions")
    public Closed close(@RestPath String draft, @RequestBody(required = false) Closing body) {
        Draft led = Draft.ledBy(me, draft);
        var closed = Publication.close(led, override(body == null ? null : body.overrideReason()), clock);
        ledger.keep(me, closed);
        return new Closed(closed.number());
    }

    // Left out means: publish or close by the rule. Written but blank means a reason was forgotten.
    private static String override(String reason) {
        if (reason != null && reason.isBlank()) throw new Refused("overrideReason", "publishing:override_blank");
        return reason == null ? "" : reason.strip();
    }
}
