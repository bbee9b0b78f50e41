package org.hornsten.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hornsten.guard.Expected;
import org.hornsten.identity.Cookies;
import org.hornsten.identity.Me;
import org.hornsten.input.Receipts;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.rating.Scoring;
import org.hornsten.web.Form;
import org.hornsten.web.Shell;
import org.hornsten.workshop.Step;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/**
 * The board on a phone: saying something, putting dots, answering, rating. The page's own script sends what waited on
 * the phone and is answered in JSON; without it each form leads back here.
 */
@Path("/workshops/{id}/board/phone")
@PermitAll
class PhonePages {
    private static final String RECEIPT = "hornsten-noted";
    private static final int LIFE = 600;

    private final Me me;
    private final Form form;
    private final Shell shell;
    private final Guests guests;
    private final Scribe scribe;
    private final Receipts receipts;
    private final Cookies cookies;
    private final HttpHeaders headers;

    PhonePages(Me me, Form form, Shell shell, Guests guests, Scribe scribe, Receipts receipts, Cookies cookies,
            HttpHeaders headers) {
        this.me = me;
        this.form = form;
        this.shell = shell;
        this.guests = guests;
        this.scribe = scribe;
        this.receipts = receipts;
        this.cookies = cookies;
        this.headers = headers;
    }

    /**
     * @param people  numbers of those who share the phone
     * @param told    the key of what is promised
     * @param left    how many dots one may still put
     * @param receipt of what was said last, empty without
     */
    @CheckedTemplate(basePath = "board")
    record phone(Look look, int table, List<Integer> people, String told, int left, int chosen, String receipt)
            implements TemplateInstance {}

    public record NoteForm(@RestForm String words, @RestForm String language, @RestForm String step,
                           @RestForm String promised, @RestForm String submission) {}

    public record DotForm(@RestForm String note, @RestForm String back, @RestForm String submission) {}

    public record ReplyForm(@RestForm String choice, @RestForm String person, @RestForm String submission) {}

    /** What a phone is answered about something it kept until then. */
    record Taken(String submission, String receipt, String words) {}

    @GET
    public TemplateInstance show(@RestPath String id) {
        return page(guests.at(id));
    }

    @POST
    @Path("notes")
    @Kept(once = true)
    public Response note(@RestPath String id, @BeanParam NoteForm said) {
        Guest guest = guests.at(id);
        return answered(guest, said.submission(), () -> {
            if (said.promised() != null && !said.promised().equals(guest.told()))
                throw new Refused("draft:promise_changed");
            String words = JoinForm.text(said.words()).replace("\r\n", "\n").strip();
            return Optional.of(scribe.note(me, guest.board(), new Scribe.Words(spoken(said.language()), words,
                    guest.speaker(me), guest.level(), guest.table(), JoinForm.text(said.step())),
                    Scribe.once(guest.board(), said.submission())).once());
        });
    }

    @POST
    @Path("dots")
    @Kept(once = true)
    public Response dot(@RestPath String id, @BeanParam DotForm put) {
        Guest guest = guests.at(id);
        return answered(guest, put.submission(), () -> {
            Note note = Notes.shown(guest.board().id, List.of(JoinForm.text(put.note()))).values().stream().findFirst()
                    .orElseThrow(() -> new Refused("note", "board:note_unknown"));
            scribe.dot(guest, note, put.back() != null, Scribe.once(guest.board(), put.submission()));
            return Optional.empty();
        });
    }

    @POST
    @Path("replies")
    @Kept(once = true)
    public Response reply(@RestPath String id, @BeanParam ReplyForm said) {
        Guest guest = guests.at(id);
        return answered(guest, said.submission(), () -> {
            int choice = JoinForm.number(said.choice(), 1, Task.MOST_CHOICES, "choice", "board:choice_missing");
            scribe.reply(guest, person(said.person()), choice, Scribe.once(guest.board(), said.submission()));
            return Optional.empty();
        });
    }

    @POST
    @Path("ratings")
    @Kept(once = true)
    public Response rate(@RestPath String id, MultivaluedMap<String, String> sent) {
        Guest guest = guests.at(id);
        String submission = sent.getFirst(Expected.SUBMISSION);
        return answered(guest, submission, () -> {
            scribe.rate(me, guest, person(sent.getFirst("person")), Scoring.sent(guest.board().criteria(), sent),
                    Scribe.once(guest.board(), submission));
            return Optional.empty();
        });
    }

    private static int person(String typed) {
        return typed != null && typed.matches("\\d{1,2}") ? Integer.parseInt(typed) : 1;
    }

    private String spoken(String language) {
        return language == null || language.isBlank() ? shell.language() : language;
    }

    private Response answered(Guest guest, String submission, Supplier<Optional<String>> act) {
        boolean program = headers.getAcceptableMediaTypes().contains(MediaType.APPLICATION_JSON_TYPE);
        try {
            Optional<String> once = act.get();
            if (program) return json(201, new Taken(submission, once.map(receipts::code).orElse(""), ""));
            Response.ResponseBuilder back = Response.seeOther(URI.create(guest.board().path() + "/phone"));
            once.ifPresent(one -> back.cookie(cookies.make(RECEIPT, one, LIFE)));
            return back.build();
        } catch (Refused no) {
            if (program) return json(422, new Taken(submission, "", shell.say(no.key, no.arguments.toArray())));
            return form.refuse(no.field.equals("scores") ? "" : no.field, no.key, no.arguments.toArray())
                    .again(page(guest));
        }
    }

    private static Response json(int status, Taken taken) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(taken).build();
    }

    private phone page(Guest guest) {
        Board board = guest.board();
        Map<String, Task> tasks = Task.of(board);
        Task task = tasks.getOrDefault(board.step, Task.usual(board, board.step));
        List<Dot> dots = board.at(Step.Kind.VOTES) ? Dot.of(task, scribe.voter(guest, 1)) : List.of();
        Map<Long, Long> mine = dots.stream().collect(Collectors.groupingBy(dot -> dot.note.id, Collectors.counting()));
        int chosen = board.at(Step.Kind.QUESTION) ? Reply.of(task, scribe.voter(guest, 1)).map(r -> r.choice).orElse(0)
                : 0;
        return new phone(Look.at(board, tasks, mine, shell.language()), guest.table(),
                IntStream.rangeClosed(1, guest.people()).boxed().toList(), guest.told(),
                task.dots * guest.people() - dots.size(), chosen, receipt());
    }

    private String receipt() {
        return Optional.ofNullable(headers.getCookies().get(cookies.named(RECEIPT))).map(cookie -> cookie.getValue())
                .filter(once -> !once.isBlank()).map(receipts::code).filter(code -> receipts.opened(code).isPresent())
                .orElse("");
    }
}
