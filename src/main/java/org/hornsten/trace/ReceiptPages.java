package org.hornsten.trace;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.hornsten.hearing.Unmixed;
import org.hornsten.identity.Cookies;
import org.hornsten.input.Contribution;
import org.hornsten.input.InputEvent;
import org.hornsten.input.Message;
import org.hornsten.input.Receipts;
import org.hornsten.kit.Code;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Hidden;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.kit.Untraced;
import org.hornsten.ledger.Submissions;
import org.hornsten.log.Logged;
import org.hornsten.web.Form;

/** The receipt: type the code, see what became of one's words, write, take them back. No address holds the code. */
@Path("/r")
@PermitAll
class ReceiptPages {
    private static final String COOKIE = "receipt";
    /** Long enough to read and write a message, short enough for a computer others use too. */
    private static final int QUARTER_OF_AN_HOUR = 15 * 60;
    private static final URI CODE = URI.create("/r");
    private static final URI JOURNEY = URI.create("/r/journey");

    private final Receipts receipts;
    private final Unmixed unmixed;
    private final Ledger ledger;
    private final Submissions submissions;
    private final Form form;
    private final Cookies cookies;
    private final Guesses guesses;
    private final Logged logged;
    private final Clock clock;
    private final HttpServerRequest request;

    ReceiptPages(Receipts receipts, Unmixed unmixed, Ledger ledger, Submissions submissions, Form form,
                 Cookies cookies, Guesses guesses, Logged logged, Clock clock, HttpServerRequest request) {
        this.receipts = receipts;
        this.unmixed = unmixed;
        this.ledger = ledger;
        this.submissions = submissions;
        this.form = form;
        this.cookies = cookies;
        this.guesses = guesses;
        this.logged = logged;
        this.clock = clock;
        this.request = request;
    }

    @CheckedTemplate(basePath = "trace")
    record receipt() implements TemplateInstance {}

    @CheckedTemplate(basePath = "trace")
    record waiting(Unmixed.Found found) implements TemplateInstance {}

    @CheckedTemplate(basePath = "trace")
    record withdrawal() implements TemplateInstance {}

    @CheckedTemplate(basePath = "trace")
    record withdrawn() implements TemplateInstance {}

    @GET
    public TemplateInstance ask() {
        return new receipt();
    }

    @POST
    @Untraced("only looks up what a code opens")
    public Response open(@BeanParam CodeForm typed) {
        if (form.refuses(typed)) return form.again(new receipt());
        try {
            String code = Code.read(typed.code());
            if (receipts.opened(code).isEmpty() && unmixed.opened(code).isEmpty())
                return form.refuse("code", guesses.many(request) ? "trace:code_unknown_often" : "trace:code_unknown")
                        .again(new receipt());
            return Response.seeOther(JOURNEY).cookie(cookie(code, QUARTER_OF_AN_HOUR)).build();
        } catch (Refused unreadable) {
            return form.refuse(unreadable).again(new receipt());
        }
    }

    @GET
    @Path("journey")
    public Response show() {
        return opened().map(said -> Opened.of(said, logged).page("receipt")).or(() -> unread().map(waiting::new))
                .map(page -> Response.ok(page).build()).orElseGet(() -> Response.seeOther(CODE).build());
    }

    /** A file to keep, and to show to whoever doubts that the words were received. */
    @GET
    @Path("journey/proof")
    @Produces(MediaType.APPLICATION_JSON)
    public Response proof() {
        return opened().flatMap(said -> Opened.evidence(said, logged)).map(file -> Response.ok(file)
                .header("Content-Disposition", "attachment; filename=\"hornsten-receipt.json\"").build())
                .orElseThrow(Missing::new);
    }

    /** So few answered that nothing can be mixed: the writer may let the words be read all the same. */
    @POST
    @Path("confidential")
    @Kept
    public Response confide() {
        unread().filter(Unmixed.Found::stuck).ifPresent(unmixed::confide);
        return Response.seeOther(JOURNEY).build();
    }

    @POST
    @Path("messages")
    @Kept
    public Response write(@BeanParam MessageForm typed) {
        return opened().map(said -> written(said, typed)).orElseGet(() -> Response.seeOther(CODE).build());
    }

    private Response written(Contribution said, MessageForm typed) {
        if (form.refuses(typed)) return form.again(Opened.of(said).page("receipt"));
        boolean again = typed.submission() != null && !typed.submission().isBlank()
                && submissions.earlier(typed.submission(), said.publicId + typed.words()).isPresent();
        if (!again) {
            Message message = Message.written(said, false, typed.words(), LocalDate.now(clock));
            ledger.keepUnnamed(new InputEvent.Wrote(said.ref(), false, Hidden.of(message.words)));
        }
        return Response.seeOther(URI.create("/r/journey#messages")).build();
    }

    @GET
    @Path("withdrawal")
    public Response sure() {
        boolean may = opened().map(Opened::of).filter(Opened::takeBack).isPresent() || unread().isPresent();
        return may ? Response.ok(new withdrawal()).build() : Response.seeOther(CODE).build();
    }

    @POST
    @Path("withdrawal")
    @Kept
    public Response withdraw() {
        Optional<Contribution> said = opened();
        Optional<Unmixed.Found> unread = said.isPresent() ? Optional.empty() : unread();
        if (said.isEmpty() && unread.isEmpty()) return Response.seeOther(CODE).build();
        said.ifPresent(words -> Opened.takenBack(words, LocalDate.now(clock)).forEach(ledger::keepUnnamed));
        unread.ifPresent(unmixed::takeBack);
        return Response.seeOther(URI.create("/r/withdrawn")).cookie(cookie("", 0)).build();
    }

    @GET
    @Path("withdrawn")
    public TemplateInstance gone() {
        return new withdrawn();
    }

    @POST
    @Path("closing")
    @Untraced("takes back the code this browser remembered")
    public Response close() {
        return Response.seeOther(CODE).cookie(cookie("", 0), cookies.make("hornsten-thanks", "", 0)).build();
    }

    private Optional<Contribution> opened() {
        return remembered().flatMap(receipts::opened);
    }

    private Optional<Unmixed.Found> unread() {
        return remembered().flatMap(unmixed::opened);
    }

    private Optional<String> remembered() {
        return Optional.ofNullable(request.getCookie(cookies.named(COOKIE))).map(Cookie::getValue)
                .filter(Code::readable);
    }

    private NewCookie cookie(String code, int seconds) {
        return cookies.make(COOKIE, code, seconds);
    }
}
