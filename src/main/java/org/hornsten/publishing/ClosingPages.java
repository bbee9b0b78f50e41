package org.hornsten.publishing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import org.hornsten.draft.Draft;
import org.hornsten.identity.Me;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.web.Form;
import org.hornsten.web.Tells.Done;
import org.hornsten.web.Tells;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Closes the round of the newest version, once everybody has an answer. */
@Path("/drafts/{id}/closing")
@PermitAll
class ClosingPages {
    private final Me me;
    private final Ledger ledger;
    private final Form form;
    private final Clock clock;

    ClosingPages(Me me, Ledger ledger, Form form, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.form = form;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "publishing")
    record close(Draft draft, long undecided, int suspect) implements TemplateInstance {}

    @GET
    public TemplateInstance ask(@RestPath String id) {
        return page(Draft.ledBy(me, id));
    }

    @POST @Kept
    @Tells(Done.CLOSED)
    public Response close(@RestPath String id, @RestForm String overrideReason) {
        Draft draft = Draft.ledBy(me, id);
        try {
            ledger.keep(me, Publication.close(draft, overrideReason == null ? "" : overrideReason, clock));
        } catch (Refused no) {
            return form.refuse(no).again(page(draft));
        }
        return Response.seeOther(URI.create(draft.path())).build();
    }

    private static close page(Draft draft) {
        return new close(draft, Publication.undecided(draft), Publication.suspect(draft.project));
    }
}
