package org.hornsten.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.hornsten.identity.Me;

/** Answers that something did not work: a page with a next step for people, RFC 9457 for programs. */
@RequestScoped
class Problem {
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");
    private static final List<Integer> TOLD =
            List.of(400, 401, 403, 404, 405, 409, 410, 412, 413, 415, 422, 429, 500, 503);

    private final Shell shell;
    private final Me me;

    Problem(Shell shell, Me me) {
        this.shell = shell;
        this.me = me;
    }

    @CheckedTemplate(basePath = "web")
    record problem(int status, String heading, String detail, boolean sendable, Typed typed, String id)
            implements TemplateInstance {}

    /** The body of RFC 9457; {@code errors} names the fields that are wrong, {@code instance} a failure in our log. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Body(String type, String title, int status, String detail, String instance, List<Wrong> errors) {}

    record Wrong(String field, String message) {}

    Response tell(int status) {
        return tell(status, detail(status), List.of());
    }

    Response tell(int status, String detail, List<Wrong> errors) {
        return answer(status, detail, errors, Typed.nothing());
    }

    /** The page holds what was typed, to be sent again with one button and the same submission id. */
    Response tellKeeping(int status) {
        return tellKeeping(status, detail(status), List.of());
    }

    Response tellKeeping(int status, String detail, List<Wrong> errors) {
        return answer(status, detail, errors, Typed.now());
    }

    /** @param id by which the operator finds it in the log */
    Response tellFailure(String id) {
        return answer(500, detail(500), List.of(), Typed.now(), id);
    }

    private Response answer(int status, String detail, List<Wrong> errors, Typed typed) {
        return answer(status, detail, errors, typed, "");
    }

    private Response answer(int status, String detail, List<Wrong> errors, Typed typed, String id) {
        String title = shell.say("web:problem_%d".formatted(known(status)));
        if (me.api()) return Response.status(status).type("application/problem+json")
                .entity(new Body("about:blank", title, status, detail, id.isEmpty() ? "" : "urn:error:" + id, errors))
                .build();
        boolean sendable = !typed.fields().isEmpty() && status != 413;
        String html = new problem(status, title, detail, sendable, typed, id).render();
        return Response.status(status).type(HTML).entity(html).build();
    }

    private String detail(int status) {
        return shell.say("web:problem_%d_detail".formatted(known(status)));
    }

    private static int known(int status) {
        return TOLD.contains(status) ? status : status < 500 ? 400 : 500;
    }
}
