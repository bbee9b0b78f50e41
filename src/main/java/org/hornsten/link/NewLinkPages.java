package org.hornsten.link;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import org.hornsten.kit.Secrets;
import org.hornsten.kit.Untraced;
import org.hornsten.notice.Outbox;
import org.hornsten.web.Form;
import org.jboss.resteasy.reactive.RestForm;

/** Asking for a new link by e-mail: the same answer, as fast, whoever asks and whatever is typed. */
@Path("/new-link")
@PermitAll
class NewLinkPages {
    private final Form form;
    private final Outbox outbox;
    private final Secrets secrets;
    private final Clock clock;

    NewLinkPages(Form form, Outbox outbox, Secrets secrets, Clock clock) {
        this.form = form;
        this.outbox = outbox;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The address as typed. */
    public record Typed(@RestForm @NotBlank(message = "new_missing") @Size(max = 254)
                        @Pattern(regexp = "\\s*([^\\s@]+@[^\\s@]+)?\\s*", message = "new_wrong") String email) {}

    @CheckedTemplate(basePath = "link")
    record fresh(boolean open) implements TemplateInstance {}

    @CheckedTemplate(basePath = "link")
    record fresh_sent() implements TemplateInstance {}

    @GET
    public TemplateInstance ask() {
        return new fresh(outbox.open());
    }

    @POST
    @Transactional
    @Untraced("whose address it is nobody knows yet; the link that is made of it is kept")
    public Response wish(@BeanParam Typed typed) {
        if (form.refuses(typed)) return form.again(new fresh(outbox.open()));
        if (outbox.open()) LinkWish.of(typed.email(), secrets, clock.instant());
        return Response.seeOther(URI.create("/new-link/sent")).build();
    }

    @GET
    @Path("sent")
    public TemplateInstance sent() {
        return new fresh_sent();
    }
}
