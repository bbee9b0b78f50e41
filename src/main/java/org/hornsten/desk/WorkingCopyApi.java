package org.hornsten.desk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.diff.Change;
import org.hornsten.draft.Because;
import org.hornsten.draft.Draft;
import org.hornsten.draft.DraftAnswer;
import org.hornsten.draft.DraftEvent;
import org.hornsten.draft.Languages;
import org.hornsten.draft.Reasons;
import org.hornsten.draft.ReasonsFor;
import org.hornsten.draft.Translation;
import org.hornsten.draft.WorkingText;
import org.hornsten.identity.Me;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.text.Section;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The working copy for other programs, with its changes and why they were made. */
@Tag(name = "Drafts")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class WorkingCopyApi {
    private final Me me;
    private final Ledger ledger;
    private final ReasonsFor reasons;

    WorkingCopyApi(Me me, Ledger ledger, ReasonsFor reasons) {
        this.me = me;
        this.ledger = ledger;
        this.reasons = reasons;
    }

    /**
     * Either the whole as Markdown, or sections; what comes without an id is matched or new. An answer of ours may be
     * sent back.
     */
    @JsonIgnoreProperties({"edition", "languages", "behind", "missing", "changes"})
    @Schema(name = "NewWorkingCopy")
    record Text(String language, String title, String markdown, List<Part> sections) {}

    @Schema(name = "NewSection")
    record Part(String id, String heading, Integer level, List<Leaf> passages) {
        Section section(WorkingText known) {
            return new Section(known(known, id, "section"), words(heading), level == null ? 2 : level,
                    passages == null ? List.of() : passages.stream().map(leaf -> leaf.passage(known)).toList());
        }
    }

    /** @param html as we gave it; it follows from the text and is not read */
    @Schema(name = "NewPassage")
    record Leaf(String id, Passage.Kind kind, String text, String html) {
        Passage passage(WorkingText known) {
            if (words(text).isBlank()) throw new Refused("sections", "desk:passage_empty");
            return new Passage(known(known, id, "passage"), kind == null ? Passage.Kind.PARAGRAPH : kind, words(text));
        }
    }

    /** @param behind sections whose main text has changed; @param missing sections of the main text not here yet */
    @Schema(name = "WorkingCopy")
    record Answer(String language, String title, int edition, List<String> languages, List<DraftAnswer.Part> sections,
                  List<String> behind, List<String> missing, List<Changed> changes) {}

    /** @param because decisions; @param ownReason null where decisions or nobody speak; @param reason its text */
    @Schema(name = "WorkingCopyChange")
    record Changed(String id, Change.Kind kind, String section, String passage, List<String> passages, String before,
                   String after, List<String> because, Because.OwnReason ownReason, Multilingual text) {
        static Changed of(Change change, Because because) {
            return new Changed(change.key(), change.kind(), change.section(), change.passage(), change.passages(),
                    change.before(), change.after(), List.copyOf(because.decisions()), because.whole().own(),
                    because.whole().text());
        }
    }

    @GET
    @Path("drafts/{draft}/working-copy")
    @Operation(summary = "Reads the working copy with its changes")
    @APIResponseSchema(value = Answer.class, responseCode = "200", responseDescription = "The working copy")
    public Response text(@RestPath String draft, @RestQuery String language) {
        Draft led = Draft.ledBy(me, draft);
        return answer(led, WorkingText.of(led, language == null ? led.language : language).orElseThrow(Missing::new));
    }

    @PUT
    @Path("drafts/{draft}/working-copy")
    @Kept
    @Operation(summary = "Writes the working copy; passages keep their ids")
    @APIResponseSchema(value = Answer.class, responseCode = "200", responseDescription = "As it is now")
    public Response write(@RestPath String draft, @RestQuery String language, @RestHeader("If-Match") String match,
                          Text body) {
        Draft led = Draft.ledBy(me, draft);
        if (body == null) throw new BadRequestException();
        String wanted = Optional.ofNullable(body.language()).or(() -> Optional.ofNullable(language))
                .orElse(led.language);
        Optional<WorkingText> there = WorkingText.of(led, Languages.known(wanted));
        WorkingText text = there.isPresent() ? replaced(there.get(), match, body) : begun(led, wanted, body);
        WorkingText.flush();
        return answer(led, text);
    }

    private WorkingText replaced(WorkingText text, String match, Text body) {
        int edition = EditionTag.wanted(match, text.edition);
        ledger.keep(me, text.replace(outline(body, Optional.of(text)), edition));
        return text;
    }

    private WorkingText begun(Draft draft, String language, Text body) {
        WorkingText main = WorkingText.of(draft, draft.language).orElseThrow();
        WorkingText text = draft.translate(language, outline(body, Optional.of(main)));
        ledger.keep(me, new DraftEvent.Edited(draft.ref(), language, text.outline.passages().size()));
        return text;
    }

    private static Outline outline(Text body, Optional<WorkingText> known) {
        if ((body.markdown() == null) == (body.sections() == null)) throw new Refused("markdown", "desk:text_either");
        if (body.markdown() != null) return new Manuscript(null, body.markdown()).read().outline();
        List<Section> sections = body.sections().stream().map(part -> part.section(known.orElseThrow())).toList();
        Set<String> ids = new HashSet<>();
        sections.stream().flatMap(s -> s.passages().stream()).map(Passage::id).filter(id -> !id.isEmpty())
                .filter(id -> !ids.add(id)).findFirst().ifPresent(twice -> {
                    throw new Refused("sections", "desk:passage_twice");
                });
        return new Outline(words(body.title()), sections);
    }

    private static String known(WorkingText text, String id, String kind) {
        if (!words(id).isEmpty() && !text.knows(id)) throw new Refused("sections", "draft:" + kind + "_unknown");
        return words(id);
    }

    private static String words(String text) {
        return text == null ? "" : text;
    }

    private Response answer(Draft draft, WorkingText text) {
        Reasons why = reasons.of(draft);
        Outline main = text.main() ? text.outline : WorkingText.of(draft, draft.language).orElseThrow().outline;
        Translation translation = new Translation(text.outline, main);
        Answer answer = new Answer(text.language, text.outline.title(), text.edition,
                WorkingText.of(draft).stream().map(each -> each.language).toList(), DraftAnswer.Part.of(text.outline),
                text.main() ? List.of() : translation.behind().stream().map(Section::id).toList(),
                text.main() ? List.of() : translation.missing().stream().map(Section::id).toList(),
                text.changes().stream().map(change -> Changed.of(change, why.of(text.language, change))).toList());
        return Response.ok(answer).header("ETag", EditionTag.of(text.edition)).build();
    }
}
