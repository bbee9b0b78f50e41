package org.hornsten.recruitment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.hornsten.identity.Cookies;
import org.hornsten.kit.Code;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Untraced;
import org.hornsten.ledger.Kept;
import org.hornsten.web.Form;
import org.jboss.resteasy.reactive.RestForm;

/** One's own application by the code that was given for it. No address holds the code. */
@Path("/calls/applications")
@PermitAll
class ApplicationPages {
    static final String COOKIE = "application";
    static final int QUARTER_OF_AN_HOUR = 15 * 60;
    private static final URI CODE = URI.create("/calls/applications");
    private static final URI MINE = URI.create("/calls/applications/mine");

    private final Applying applying;
    private final Answering answering;
    private final Form form;
    private final Cookies cookies;
    private final HttpServerRequest request;

    ApplicationPages(Applying applying, Answering answering, Form form, Cookies cookies, HttpServerRequest request) {
        this.applying = applying;
        this.answering = answering;
        this.form = form;
        this.cookies = cookies;
        this.request = request;
    }

    @CheckedTemplate(basePath = "recruitment")
    record code() implements TemplateInstance {}

    @CheckedTemplate(basePath = "recruitment")
    record thanks(String code, OpenCall call) implements TemplateInstance {}

    @CheckedTemplate(basePath = "recruitment")
    record gone() implements TemplateInstance {}

    @GET
    public TemplateInstance ask() {
        return new code();
    }

    @POST
    @Untraced("only looks up what a code opens")
    public Response open(@RestForm String code) {
        try {
            String known = Code.read(Optional.ofNullable(code).orElse(""));
            if (applying.opened(known).isEmpty()) throw new Refused("code", "recruitment:code_unknown");
            return Response.seeOther(MINE).cookie(cookie(known, QUARTER_OF_AN_HOUR)).build();
        } catch (Refused no) {
            return form.refuse(no).again(new code());
        }
    }

    @GET
    @Path("thanks")
    public Response thanks() {
        return remembered().flatMap(known -> applying.opened(known).map(one -> Response.ok(new thanks(known, one.call))
                .build())).orElseGet(() -> Response.seeOther(CODE).build());
    }

    @GET
    @Path("mine")
    public Response show() {
        return remembered().flatMap(applying::opened).map(one -> Response.ok(answering.page(one,
                MINE.getPath())).build())
                .orElseGet(() -> Response.seeOther(CODE).build());
    }

    @POST
    @Path("mine")
    @Kept
    public Response answer(@RestForm String answer) {
        return remembered().flatMap(applying::opened).map(one -> answering.answer(Optional.ofNullable(one.person), one,
                answer, MINE.getPath())).orElseGet(() -> Response.seeOther(CODE).build());
    }

    @GET
    @Path("gone")
    public TemplateInstance gone() {
        return new gone();
    }

    /** On a computer others use too. */
    @POST
    @Path("closing")
    @Untraced("takes back the code this browser remembered")
    public Response close() {
        return Response.seeOther(CODE).cookie(cookie("", 0)).build();
    }

    private Optional<String> remembered() {
        return Optional.ofNullable(request.getCookie(cookies.named(COOKIE))).map(Cookie::getValue)
                .filter(Code::readable);
    }

    private NewCookie cookie(String code, int seconds) {
        return cookies.make(COOKIE, code, seconds);
    }
}
