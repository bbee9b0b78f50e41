package org.hornsten.fee;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.web.Form;
import org.hornsten.workshop.Registration;
import org.hornsten.workshop.Workshop;
import org.jboss.resteasy.reactive.RestPath;

/** Where somebody who was at a workshop begins to say what it cost, or goes on with it. */
@Path("/workshops/{workshop}/claim")
@PermitAll
class BeginPages {
    private final Me me;
    private final Ledger ledger;
    private final Form form;
    private final Clock clock;

    BeginPages(Me me, Ledger ledger, Form form, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.form = form;
        this.clock = clock;
    }

    /** @param there whether it is written down that the person was there */
    @CheckedTemplate(basePath = "fee")
    record begin(Workshop workshop, boolean there, Optional<Claim> claim) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@RestPath("workshop") String id) {
        return page(Workshop.openTo(me, id));
    }

    @POST
    @Kept
    public Response begin(@RestPath("workshop") String id) {
        Workshop workshop = Workshop.openTo(me, id);
        Optional<Claim> earlier = Claim.of(workshop, me.known());
        if (earlier.isPresent()) return Response.seeOther(URI.create(earlier.get().path())).build();
        try {
            Claim claim = Claim.begun(Registration.mine(workshop, me)
                    .orElseThrow(() -> new Refused("fee:not_there")), Optional.empty(), clock.instant());
            ledger.keep(me, claim.begun());
            return Response.seeOther(URI.create(claim.path() + "/fee")).build();
        } catch (Refused no) {
            return form.refuse(no).again(page(workshop));
        }
    }

    private begin page(Workshop workshop) {
        return new begin(workshop, Registration.mine(workshop, me)
                .filter(one -> Boolean.TRUE.equals(one.present)).isPresent(), Claim.of(workshop, me.known()));
    }
}
