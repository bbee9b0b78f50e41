package org.hornsten.attendance;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.web.Form;
import org.hornsten.workshop.Registration;
import org.hornsten.workshop.Workshop;
import org.jboss.resteasy.reactive.RestPath;

/** What the code in the room leads to: saying oneself that one is there. */
@Path("/workshops/{workshop}/here/{key}")
@PermitAll
class HerePages {
    private final Me me;
    private final Ledger ledger;
    private final Door door;
    private final Form form;

    HerePages(Me me, Ledger ledger, Door door, Form form) {
        this.me = me;
        this.ledger = ledger;
        this.door = door;
        this.form = form;
    }

    @CheckedTemplate(basePath = "attendance")
    record here(Workshop workshop, boolean seated, boolean there, String path) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@RestPath("workshop") String id, @RestPath String key) {
        return page(opened(id, key));
    }

    @POST
    @Kept
    public Response come(@RestPath("workshop") String id, @RestPath String key) {
        Workshop workshop = opened(id, key);
        try {
            if (!workshop.atTheDoor) throw new Refused("attendance:door_closed");
            Registration.mine(workshop, me).orElseThrow(() -> new Refused("workshop:present_without_seat"))
                    .attend(true).ifPresent(event -> ledger.keep(me, event));
            return Response.seeOther(URI.create(door.path(workshop))).build();
        } catch (Refused no) {
            return form.refuse(no).again(page(workshop));
        }
    }

    private Workshop opened(String id, String key) {
        Workshop workshop = Workshop.openTo(me, id);
        if (!door.opens(workshop, key)) throw new Missing();
        return workshop;
    }

    private here page(Workshop workshop) {
        Optional<Registration> mine = Registration.mine(workshop, me);
        return new here(workshop, mine.filter(Registration::hasSeat).isPresent(),
                mine.filter(one -> Boolean.TRUE.equals(one.present)).isPresent(), door.path(workshop));
    }
}
