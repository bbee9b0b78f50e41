package org.hornsten.trace;

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
import org.hornsten.identity.Me;
import org.hornsten.input.Contribution;
import org.hornsten.input.InputEvent;
import org.hornsten.input.Message;
import org.hornsten.ledger.Hidden;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.ledger.Submissions;
import org.hornsten.web.Form;
import org.jboss.resteasy.reactive.RestPath;

/** The same journey for an author who is signed in, and for staff, who write from here to whoever holds the receipt. */
@Path("/contributions/{id}")
@PermitAll
class JourneyPages {
    private final Me me;
    private final Ledger ledger;
    private final Submissions submissions;
    private final Form form;
    private final Clock clock;

    JourneyPages(Me me, Ledger ledger, Submissions submissions, Form form, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.submissions = submissions;
        this.form = form;
        this.clock = clock;
    }

    @GET
    @Path("journey")
    public TemplateInstance show(@RestPath String id) {
        return page(Journey.followedBy(me, id));
    }

    @POST
    @Path("messages")
    @Kept
    public Response answer(@RestPath String id, @BeanParam MessageForm typed) {
        Contribution said = Contribution.staffedBy(me, id);
        if (form.refuses(typed)) return form.again(page(said));
        if (submissions.sent(me, typed.submission(), said.publicId + typed.words()).isEmpty()) {
            Message message = Message.written(said, true, typed.words(), LocalDate.now(clock));
            ledger.keep(me, new InputEvent.Wrote(said.ref(), true, Hidden.of(message.words)));
        }
        return Response.seeOther(URI.create(said.path() + "/journey#messages")).build();
    }

    private TemplateInstance page(Contribution said) {
        boolean staff = Reading.Reader.of(me, said.project) == Reading.Reader.STAFF;
        return Opened.of(said).page(staff ? "staff" : "author");
    }
}
