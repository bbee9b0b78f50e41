package org.hornsten.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hornsten.draft.Layout;
import org.hornsten.hearing.Behalf;
import org.hornsten.hearing.Remark;
import org.hornsten.identity.Me;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Anonymity;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.ledger.Submissions;
import org.hornsten.text.Markdown;
import org.hornsten.text.Outline;
import org.hornsten.text.Passage;
import org.hornsten.text.Section;
import org.hornsten.web.Form;
import org.hornsten.web.Shell;
import org.hornsten.workshop.Step;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where the facilitator works with the board: steps, notes and headings, and what people without a phone say. */
@Path("/workshops/{id}/board/desk")
@PermitAll
class DeskPages {
    private final Me me;
    private final Ledger ledger;
    private final Submissions submissions;
    private final Form form;
    private final Shell shell;
    private final Scribe scribe;
    private final Clock clock;

    DeskPages(Me me, Ledger ledger, Submissions submissions, Form form, Shell shell, Scribe scribe, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.submissions = submissions;
        this.form = form;
        this.shell = shell;
        this.scribe = scribe;
        this.clock = clock;
    }

    /** A place in the text to choose. */
    public record Place(String value, String label) {}

    /** @param groups all notes, also those no screen shows */
    @CheckedTemplate(basePath = "board")
    record desk(Board board, long last, List<Notes.Group> groups, List<Heading> headings, List<PersonKind> people,
                List<Behalf> members, String table) implements TemplateInstance {}

    @CheckedTemplate(basePath = "board")
    record task(Board board, Step step, Task task, List<Place> places, String place, Map<String, String> choices,
                int most) implements TemplateInstance {}

    public record TypedForm(@RestForm String table, @RestForm String member, @RestForm String person,
                            @RestForm String name, @RestForm String words, @RestForm String language,
                            @RestForm String submission) {}

    public record NoteForm(@RestForm String note, @RestForm String what, @RestForm String heading,
                           @RestForm String fresh) {}

    @GET
    public TemplateInstance show(@RestPath String id, @RestQuery Optional<String> table) {
        return page(Board.staffedBy(me, id), table.filter(number -> number.matches("\\d{1,2}")).orElse(""));
    }

    private desk page(Board board, String table) {
        long last = board.lastEvent;
        return new desk(board, last, Notes.grouped(Notes.all(board), Dot.on(board), Map.of()), Heading.of(board),
                Arrays.asList(PersonKind.values()), members(me, board, clock), table);
    }

    /** What somebody says who has no phone. */
    @POST
    @Path("typed")
    @Kept(once = true)
    public Response type(@RestPath String id, @BeanParam TypedForm typed) {
        Board board = Board.staffedBy(me, id);
        try {
            int table = JoinForm.number(typed.table(), 0, JoinForm.MOST_TABLES, "table", "board:table_wrong");
            String words = JoinForm.text(typed.words()).replace("\r\n", "\n").strip();
            scribe.note(me, board, new Scribe.Words(typed.language(), words, speaker(me, board,
                    typed.member(), typed.person(), typed.name()),
                    level(board), table, board.step), Submissions.once(me, typed.submission()));
            return Response.seeOther(URI.create(board.path() + "/desk" + (table == 0 ? "" : "?table=" + table)
                    + "#typed")).build();
        } catch (Refused no) {
            return form.refuse(no).again(page(board, ""));
        }
    }

    /** Those for whom staff may type; nobody where the round keeps no names. */
    static List<Behalf> members(Me me, Board board, Clock clock) {
        return Behalf.in(board.workshop.project, me, level(board), clock.instant());
    }

    /** Somebody for whom staff type: a member, or as whom the person speaks, and a name only where one was given. */
    static Remark.Speaker speaker(Me me, Board board, String member, String person, String name) {
        String called = JoinForm.text(name).strip();
        if (called.length() > 200) throw new Refused("name", "hearing:name_long", 200);
        return Behalf.speaker(me, board.workshop.project, member, Arrays.stream(PersonKind.values())
                .filter(one -> one.name().equals(person)).findFirst(), called, level(board));
    }

    static Anonymity level(Board board) {
        return board.version().map(version -> version.round.anonymity).orElse(Anonymity.PSEUDONYM);
    }

    /** Hides it, puts it back, lets it through, or puts it under a heading. */
    @POST
    @Path("notes")
    @Kept
    public Response act(@RestPath String id, @BeanParam NoteForm sent) {
        Board board = Board.staffedBy(me, id);
        try {
            String wanted = JoinForm.text(sent.note());
            if (wanted.isEmpty()) throw new Refused("note", "board:note_unknown");
            act(board, Note.on(board, wanted), sent);
            return Response.seeOther(URI.create(board.path() + "/desk#note-" + wanted)).build();
        } catch (Refused no) {
            return form.refuse(no).again(page(board, ""));
        }
    }

    private void act(Board board, Note note, NoteForm sent) {
        switch (JoinForm.text(sent.what())) {
            case "hide", "show" -> note.hide(sent.what().equals("hide")).ifPresent(event -> ledger.keep(me, event));
            case "pass" -> ledger.keep(me, note.contribution.letThrough(LocalDate.now(clock)));
            case "fresh" -> group(note, Optional.of(Heading.called(board, sent.fresh())));
            default -> group(note, Heading.of(board).stream()
                    .filter(one -> one.publicId.equals(sent.heading())).findFirst());
        }
    }

    private void group(Note note, Optional<Heading> heading) {
        note.group(heading).ifPresent(done -> {
            ledger.keep(me, done.grouped());
            done.sorted().forEach(event -> ledger.keep(me, event));
        });
    }

    @GET
    @Path("step")
    public TemplateInstance task(@RestPath String id, @RestQuery Optional<String> step) {
        Board board = Board.staffedBy(me, id);
        return page(board, asked(board, step.orElse("")));
    }

    @POST
    @Path("step")
    @Kept
    public Response settle(@RestPath String id, @BeanParam TaskForm typed) {
        Board board = Board.staffedBy(me, id);
        Step step = asked(board, JoinForm.text(typed.step()));
        try {
            ledger.keep(me, Task.of(board, step.key()).settle(typed.rules(board.workshop.project.languageList())));
            return Response.seeOther(URI.create(board.path() + "/desk")).build();
        } catch (Refused no) {
            return form.refuse(no.field.equals("choices") ? "choices_" + board.workshop.project.languageList().get(0)
                    : no.field, no.key, no.arguments.toArray()).again(page(board, step));
        }
    }

    // Without a step, or with one the programme no longer has, the first.
    private static Step asked(Board board, String key) {
        return board.workshop.step(key).or(() -> board.workshop.programme.stream().findFirst())
                .orElseThrow(() -> new Refused("board:programme_missing"));
    }

    private task page(Board board, Step step) {
        Task task = Task.of(board, step.key());
        String place = task.passage.isEmpty() ? task.section.isEmpty() ? "" : "section:" + task.section
                : "passage:" + task.passage;
        return new task(board, step, task, places(board), place, TaskForm.lines(task,
                board.workshop.project.languageList()), Task.MOST_DOTS);
    }

    private List<Place> places(Board board) {
        Optional<Outline> text = board.version().flatMap(open -> open.text(shell.language())
                .or(() -> open.text(board.workshop.draft.language))).map(found -> found.outline);
        List<Place> places = new ArrayList<>();
        for (Section section : text.map(Outline::sections).orElse(List.of())) {
            if (!section.heading().isEmpty())
                places.add(new Place("section:" + section.id(), Markdown.plain(section.heading())));
            for (Passage passage : section.passages())
                places.add(new Place("passage:" + passage.id(), "– " + Layout.start(passage)));
        }
        return places;
    }
}
