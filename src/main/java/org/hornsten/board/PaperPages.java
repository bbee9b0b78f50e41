package org.hornsten.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hornsten.draft.Round;
import org.hornsten.guard.Expected;
import org.hornsten.hearing.Behalf;
import org.hornsten.hearing.Remark;
import org.hornsten.identity.Me;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Contribution;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Submissions;
import org.hornsten.rating.Scoring;
import org.hornsten.web.Form;
import org.hornsten.workshop.Step;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Sheets of paper, typed in one after the other when the workshop is over: each is one person's, and saved once. */
@Path("/workshops/{id}/board/paper")
@PermitAll
class PaperPages {
    private static final int MOST_LINES = 40;

    private final Me me;
    private final Form form;
    private final Scribe scribe;
    private final Clock clock;

    PaperPages(Me me, Form form, Scribe scribe, Clock clock) {
        this.me = me;
        this.form = form;
        this.scribe = scribe;
        this.clock = clock;
    }

    /** What stays the same from one sheet to the next, and how much of the last one was stored. */
    public record Pile(String table, String person, String language, String step, int stored) {}

    @CheckedTemplate(basePath = "board")
    record paper(Board board, Pile pile, List<Step> steps, List<PersonKind> people, List<Behalf> members,
                 List<Round.Criterion> criteria) implements TemplateInstance {}

    @GET
    public TemplateInstance form(@RestPath String id, @RestQuery Optional<String> table,
                                 @RestQuery Optional<String> person, @RestQuery Optional<String> language,
                                 @RestQuery Optional<String> step, @RestQuery Optional<String> stored) {
        Board board = Board.staffedBy(me, id);
        return page(board, new Pile(table.orElse(""), person.orElse(""), language.orElse(
                board.workshop.project.languageList().get(0)), step.orElse(""),
                stored.filter(number -> number.matches("\\d{1,3}")).map(Integer::parseInt).orElse(-1)));
    }

    @POST
    @Kept(once = true)
    public Response keep(@RestPath String id, MultivaluedMap<String, String> sheet) {
        Board board = Board.staffedBy(me, id);
        try {
            int stored = keep(board, sheet);
            UriBuilder next = UriBuilder.fromPath(board.path() + "/paper").queryParam("stored", stored);
            List.of("table", "person", "language", "step").forEach(kept ->
                    next.queryParam(kept, JoinForm.text(sheet.getFirst(kept))));
            return Response.seeOther(next.build()).build();
        } catch (Refused no) {
            return form.refuse(no.field.equals("scores") ? "words" : no.field, no.key, no.arguments.toArray())
                    .again(page(board, new Pile("", "", board.workshop.project.languageList().get(0), "", -1)));
        }
    }

    // Each line is a note of its own, under an id made of the sheet's: the whole sheet counts once.
    private int keep(Board board, MultivaluedMap<String, String> sheet) {
        int table = JoinForm.number(sheet.getFirst("table"), 0, JoinForm.MOST_TABLES, "table", "board:table_wrong");
        Remark.Speaker speaker = DeskPages.speaker(me, board, sheet.getFirst("member"), sheet.getFirst("person"),
                "");
        List<String> lines = lines(sheet.getFirst("words"));
        Map<String, Integer> scores = Scoring.sent(board.criteria(), sheet);
        if (lines.isEmpty() && scores.isEmpty()) throw new Refused("words", "board:sheet_empty");
        String submission = JoinForm.text(sheet.getFirst(Expected.SUBMISSION));
        for (int i = 0; i < lines.size(); i++)
            scribe.note(me, board, new Scribe.Words(JoinForm.text(sheet.getFirst("language")), lines.get(i), speaker,
                    DeskPages.level(board), table, JoinForm.text(sheet.getFirst("step"))),
                    Submissions.once(me, submission.isEmpty() ? "" : submission + "#" + i));
        if (!scores.isEmpty()) scribe.rate(me, board, scores, submission);
        return lines.size() + (scores.isEmpty() ? 0 : 1);
    }

    private static List<String> lines(String typed) {
        List<String> lines = JoinForm.text(typed).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.size() > MOST_LINES) throw new Refused("words", "board:lines_many", MOST_LINES);
        if (lines.stream().anyMatch(line -> line.length() > Contribution.LONGEST))
            throw new Refused("words", "input:words_long", Contribution.LONGEST);
        return lines;
    }

    private paper page(Board board, Pile pile) {
        return new paper(board, pile, board.workshop.programme.stream()
                .filter(step -> step.kind() == Step.Kind.NOTES).toList(), Arrays.asList(PersonKind.values()),
                DeskPages.members(me, board, clock),
                board.criteria());
    }
}
