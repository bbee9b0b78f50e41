package org.hornsten.demo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.hornsten.kit.Missing;
import org.hornsten.notice.Envelope;
import org.hornsten.notice.Mailbox;
import org.jboss.resteasy.reactive.RestPath;

/** The demo's mailbox: what the house would have sent, for whoever tries it out at this machine. */
@Path("/demo/mail")
@PermitAll
class MailboxPages {
    /** E-mails carry their looks in themselves, for mail programs know no sheets of ours. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'none'";

    private final DemoHouse house;
    private final Mailbox mailbox;
    private final HttpServerRequest request;

    MailboxPages(DemoHouse house, Mailbox mailbox, HttpServerRequest request) {
        this.house = house;
        this.mailbox = mailbox;
        this.request = request;
    }

    @CheckedTemplate(basePath = "demo")
    record mailbox(List<Envelope> mails) implements TemplateInstance {}

    @CheckedTemplate(basePath = "demo")
    record envelope(Envelope mail) implements TemplateInstance {}

    @GET
    public TemplateInstance list() {
        house.letIn(request);
        return new mailbox(mailbox.all());
    }

    @GET
    @Path("{mail}")
    public TemplateInstance show(@RestPath("mail") String number) {
        house.letIn(request);
        return new envelope(mailbox.find(number).orElseThrow(Missing::new));
    }

    /** The form with looks, as a mail program shows it. */
    @GET
    @Path("{mail}/page")
    @Produces(MediaType.TEXT_HTML)
    public Response page(@RestPath("mail") String number) {
        house.letIn(request);
        return Response.ok(mailbox.find(number).orElseThrow(Missing::new).html())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).header("Content-Security-Policy", POLICY).build();
    }
}
