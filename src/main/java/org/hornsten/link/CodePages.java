package org.hornsten.link;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.hornsten.kit.Paused;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Untraced;
import org.hornsten.web.Form;
import org.hornsten.web.Shell;

/** The code of a letter, typed in: one field, and nothing else to do on the page. No address holds the code. */
@Path("/code")
@PermitAll
class CodePages {
    private final Codes codes;
    private final Carried carried;
    private final Form form;
    private final Shell shell;

    CodePages(Codes codes, Carried carried, Form form, Shell shell) {
        this.codes = codes;
        this.carried = carried;
        this.form = form;
        this.shell = shell;
    }

    @CheckedTemplate(basePath = "link")
    record code() implements TemplateInstance {}

    @GET
    public TemplateInstance ask() {
        return new code();
    }

    @POST
    @Untraced("only looks up what a code opens")
    public Response open(@BeanParam CodeForm typed) {
        if (form.refuses(typed)) return form.again(new code());
        try {
            Codes.Found found = codes.opened(typed.letter());
            return found.link().map(link -> Response.seeOther(URI.create("/link")).cookie(carried.proof(link)).build())
                    .orElseGet(() -> found.often() ? tired()
                            : refused("link:code_unknown", "link:code_unknown_phone"));
        } catch (Refused unreadable) {
            return form.refuse("letter", unreadable.key, unreadable.arguments.toArray()).again(new code());
        } catch (Paused pause) {
            return Response.fromResponse(tired()).status(429).header("Retry-After", pause.seconds)
                    .build();
        }
    }

    private Response tired() {
        return refused("link:code_pause", "link:code_pause_phone");
    }

    private Response refused(String why, String whyWithPhone) {
        String phone = shell.theme().phone();
        return (phone.isEmpty() ? form.refuse("letter", why) : form.refuse("letter", whyWithPhone, phone))
                .again(new code());
    }
}
