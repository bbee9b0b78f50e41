package org.hornsten.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.diff.Change;
import org.hornsten.diff.WordDiff.Piece;
import org.hornsten.draft.Comparison;
import org.hornsten.draft.Draft;
import org.hornsten.draft.DraftAnswer;
import org.hornsten.draft.DraftEvent;
import org.hornsten.draft.ReadingCopy;
import org.hornsten.draft.Round;
import org.hornsten.draft.Translation;
import org.hornsten.draft.Version;
import org.hornsten.draft.VersionText;
import org.hornsten.identity.Me;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Contributions;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Secrets;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.pool.Pool;
import org.hornsten.project.Stage;
import org.hornsten.rating.Rating;
import org.hornsten.web.Listed;
import org.hornsten.web.Paging;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What is published, for other programs. */
@Tag(name = "Versions")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class VersionApi {
    private final Me me;
    private final Ledger ledger;
    private final ObjectMapper json;
    private final Pool pool;

    VersionApi(Me me, Ledger ledger, ObjectMapper json, Pool pool) {
        this.pool = pool;
        this.me = me;
        this.ledger = ledger;
        this.json = json;
    }

    @Schema(name = "Version")
    record Head(int number, Instant publishedAt, Stage stage, List<String> languages, boolean open, Instant opensAt,
                Instant closesAt, Instant closedAt, Anonymity anonymity, int k, List<Round.Criterion> criteria) {
        static Head of(Version version, List<String> languages) {
            Round round = version.round;
            return new Head(version.number, version.publishedAt, version.stage, languages, round.open, round.opensAt,
                    round.closesAt, round.closedAt, round.anonymity, round.k, round.criteria);
        }
    }

    @Schema(name = "VersionText")
    record Text(int number, String language, String title, Instant publishedAt, Stage stage, List<String> languages,
                List<DraftAnswer.Part> sections, List<String> behind, Head round) {}

    @Schema(name = "VersionDifference")
    record Difference(int from, int to, String language, List<Part> passages) {}

    /** @param kind {@code same} or the kind of change; @param passage empty for a title or heading */
    @Schema(name = "DifferentPassage")
    record Part(String section, String passage, String kind, boolean moved, List<Piece> pieces) {
        static Part of(Comparison.Row row) {
            return new Part(row.section(), row.passage(), kind(row.kind()), row.moved(), row.pieces());
        }

        private static String kind(Change.Kind kind) {
            return kind == null ? "same" : kind.name().toLowerCase(Locale.ROOT);
        }
    }

    @Schema(name = "VersionAmendment")
    record Amendment(Anonymity anonymity, Integer k) {}

    @GET
    @Path("drafts/{draft}/versions")
    @Operation(summary = "Lists the published versions of a draft")
    @SecurityRequirementsSet
    public Listed<Head> all(@RestPath String draft, @BeanParam Paging paging) {
        Draft found = Draft.visibleTo(me, draft);
        Map<Integer, List<String>> languages = new HashMap<>();
        VersionText.getEntityManager().createQuery("""
                select t.version.number, t.language from VersionText t where t.version.draft = ?1 order by t.id""",
                Object[].class).setParameter(1, found).getResultList().forEach(row ->
                        languages.computeIfAbsent((Integer) row[0], none -> new ArrayList<>()).add((String) row[1]));
        return Listed.part(Version.of(found).stream()
                .map(version -> Head.of(version, languages.getOrDefault(version.number, List.of()))).toList(),
                paging);
    }

    @GET
    @Path("drafts/{draft}/versions/{number}")
    @Operation(summary = "Reads a version in one language")
    @SecurityRequirementsSet
    @APIResponseSchema(value = Text.class, responseCode = "200", responseDescription = "The text with its passages")
    @APIResponse(responseCode = "304", description = "Nothing has changed")
    public Response one(@RestPath String draft, @RestPath int number, @RestQuery String language,
                        @RestHeader("If-None-Match") String seen) throws JsonProcessingException {
        ReadingCopy copy = exactly(draft, number, language);
        String body = json.writeValueAsString(new Text(number, copy.language(), copy.title(),
                copy.version().publishedAt, copy.version().stage, copy.languages(),
                DraftAnswer.Part.of(copy.text().outline), behind(copy), Head.of(copy.version(), copy.languages())));
        String tag = "\"" + Secrets.hexFingerprint(body).substring(0, 32) + "\"";
        boolean same = seen != null && seen.contains(tag);
        return (same ? Response.notModified() : Response.ok(body, MediaType.APPLICATION_JSON_TYPE))
                .header("ETag", tag).build();
    }

    private static List<String> behind(ReadingCopy copy) {
        return copy.translated() ? new Translation(copy.text().outline, copy.main().outline).behind().stream()
                .map(section -> section.id()).toList() : List.of();
    }

    @GET
    @Path("drafts/{draft}/versions/{number}/diff/{other}")
    @Operation(summary = "Compares two versions word by word")
    @SecurityRequirementsSet
    public Difference difference(@RestPath String draft, @RestPath int number, @RestPath int other,
                                 @RestQuery String language) {
        int from = Math.min(number, other);
        ReadingCopy copy = exactly(draft, Math.max(number, other), language);
        Comparison compared = Comparison.of(copy.draft(), from, copy.text(), me);
        return new Difference(from, copy.version().number, copy.language(),
                compared.rows().stream().map(Part::of).toList());
    }

    /** In that language or not at all: a program does not read the line that says it is another one. */
    private ReadingCopy exactly(String draft, int number, String language) {
        Draft found = Draft.visibleTo(me, draft);
        if (number < 1) throw new Missing();
        String wanted = language == null ? found.language : language;
        ReadingCopy copy = ReadingCopy.of(me, found, found.versions(), number, wanted);
        if (!copy.language().equals(wanted)) throw new Missing();
        return copy;
    }

    @PATCH
    @Path("drafts/{draft}/versions/{number}")
    @Kept
    @Operation(summary = "Changes what was promised about names, before the first answer")
    @APIResponse(responseCode = "409", ref = "Conflict")
    @APIResponseSchema(value = Head.class, responseCode = "200", responseDescription = "Done")
    public Head amend(@RestPath String draft, @RestPath int number, Amendment body) {
        Draft led = Draft.ledBy(me, draft);
        Version version = Version.of(led, number).orElseThrow(Missing::new);
        if (body == null) throw new BadRequestException();
        if (body.anonymity() == null && body.k() == null)
            throw new Refused("anonymity", "reading:anonymity_missing");
        Round round = version.round;
        round.promise(body.anonymity() == null ? round.anonymity : body.anonymity(), body.k(),
                () -> Contributions.count(led.ref(), number) + Rating.count("version", version)
                        + pool.people(version.round.comments()) + pool.people(version.round.ratings()));
        ledger.keep(me, new DraftEvent.Promised(led.ref(), number, round.anonymity, round.k));
        return Head.of(version, version.languages());
    }
}
