package org.hornsten.attendance;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hornsten.identity.Me;
import org.hornsten.kit.QrCode;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.web.Form;
import org.hornsten.web.Tells;
import org.hornsten.web.Tells.Done;
import org.hornsten.workshop.Registration;
import org.hornsten.workshop.Workshop;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Who is there: ticked in a list, and by the square code that hangs in the room. */
@Path("/workshops/{workshop}/attendance")
@PermitAll
class AttendancePages {
    private final Me me;
    private final Ledger ledger;
    private final Guests guests;
    private final Door door;
    private final Form form;

    AttendancePages(Me me, Ledger ledger, Guests guests, Door door, Form form) {
        this.me = me;
        this.ledger = ledger;
        this.guests = guests;
        this.door = door;
        this.form = form;
    }

    @CheckedTemplate(basePath = "attendance")
    record attendance(Workshop workshop, List<Guests.Guest> guests, List<String> present, String address, QrCode qr)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(@RestPath("workshop") String id) {
        return page(Workshop.staffedBy(me, id));
    }

    /**
     * Changes only what was ticked or unticked on this page: whoever came in by the code meanwhile stays there.
     *
     * @param shown who was ticked when the page was opened
     */
    @POST
    @Kept
    @Tells(Done.SAVED)
    public Response mark(@RestPath("workshop") String id, @RestForm List<String> present, @RestForm List<String> shown) {
        Workshop workshop = Workshop.staffedBy(me, id);
        Set<String> before = new HashSet<>(shown == null ? List.of() : shown);
        Set<String> now = new HashSet<>(present == null ? List.of() : present);
        try {
            Registration.of(workshop).stream().filter(Registration::hasSeat)
                    .filter(one -> before.contains(one.publicId) != now.contains(one.publicId))
                    .forEach(one -> one.attend(now.contains(one.publicId)).ifPresent(event -> ledger.keep(me, event)));
        } catch (Refused no) {
            return form.refuse(no).again(page(workshop));
        }
        return Response.seeOther(URI.create(workshop.path() + "/attendance")).build();
    }

    private attendance page(Workshop workshop) {
        String address = door.address(workshop);
        List<Guests.Guest> seated = guests.of(workshop).stream().filter(guest -> guest.registration().hasSeat()).toList();
        return new attendance(workshop, seated, seated.stream().filter(Guests.Guest::present)
                .map(guest -> guest.registration().publicId).toList(), address, QrCode.of(address));
    }
}
