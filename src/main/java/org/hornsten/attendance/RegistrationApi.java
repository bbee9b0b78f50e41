package org.hornsten.attendance;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.identity.Me;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Membership;
import org.hornsten.project.Whom;
import org.hornsten.web.Listed;
import org.hornsten.web.Paging;
import org.hornsten.workshop.Registration;
import org.hornsten.workshop.Workshop;
import org.jboss.resteasy.reactive.RestPath;

/** Answers to workshops for other programs. */
@Tag(name = "Workshops")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class RegistrationApi {
    private final Me me;
    private final Ledger ledger;
    private final Reception reception;
    private final Guests guests;

    RegistrationApi(Me me, Ledger ledger, Reception reception, Guests guests) {
        this.me = me;
        this.ledger = ledger;
        this.reception = reception;
        this.guests = guests;
    }

    /** @param person whose answer staff write down; left out: one's own */
    @Schema(name = "NewRegistration")
    record Wanted(Registration.Answer answer, Needs needs, Whom person) {}

    /**
     * @param placeInQueue 1 for who is next; null for who does not wait
     * @param needs        of one's own, or while the person's data is open to the reader
     * @param present      null until somebody has looked
     */
    @Schema(name = "Registration")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Told(String id, String person, String name, Registration.Answer answer, Registration.State state,
                Integer placeInQueue, boolean typedIn, Needs needs, Boolean present) {
        static Told of(Guests.Guest guest) {
            Registration r = guest.registration();
            return new Told(r.publicId, r.person.publicId, guest.open() ? guest.who() : null, r.answer, r.state,
                    r.waits() ? r.placeInQueue : null, r.typedBy != null, guest.open() ? guest.needs() : null, r.present);
        }
    }

    @Schema(name = "Attendance")
    record Attendance(Boolean present) {}

    @POST
    @Path("workshops/{workshop}/registrations")
    @Kept
    @Operation(summary = "Says whether one comes, or changes one's mind; staff may write down what somebody said")
    @APIResponseSchema(value = Told.class, responseCode = "201", responseDescription = "Registered, waiting or declined")
    public Response answer(@RestPath("workshop") String id, Wanted body) {
        Wanted wanted = Optional.ofNullable(body).orElseThrow(BadRequestException::new);
        Workshop workshop = wanted.person() == null ? Workshop.openTo(me, id) : Workshop.staffedBy(me, id);
        boolean tellsNeeds = wanted.needs() != null && !wanted.needs().isEmpty();
        if (tellsNeeds && wanted.answer() == Registration.Answer.NO)
            throw new Refused("needs", "workshop:needs_of_who_comes");
        Registration registration = wanted.person() == null ? reception.answered(me, workshop, wanted.answer())
                : typedIn(workshop, wanted);
        if (wanted.needs() != null && !registration.declined()) reception.needs(me, registration, wanted.needs());
        Registration.flush();
        Registration.getEntityManager().refresh(registration);
        return Response.created(URI.create("/api/v1/workshops/" + workshop.publicId + "/registrations"))
                .entity(Told.of(guests.one(workshop, registration.publicId))).build();
    }

    private Registration typedIn(Workshop workshop, Wanted wanted) {
        Membership.Asked asked = Membership.ask(workshop.project, wanted.person());
        asked.joined().ifPresent(joined -> ledger.keep(me, joined));
        return reception.typedIn(me, workshop, asked.member().person, wanted.answer());
    }

    @GET
    @Path("workshops/{workshop}/registrations")
    @Operation(summary = "Lists who comes, who waits and at which place, and who said no")
    public Listed<Told> list(@RestPath("workshop") String id, @BeanParam Paging paging) {
        return Listed.part(guests.of(Workshop.staffedBy(me, id)).stream().map(Told::of).toList(), paging);
    }

    @POST
    @Path("workshops/{workshop}/registrations/{registration}/attendance")
    @Kept
    @Operation(summary = "Says whether somebody who has a seat was there")
    @APIResponseSchema(value = Told.class, responseCode = "200", responseDescription = "As it is now")
    public Response attend(@RestPath("workshop") String id, @RestPath("registration") String one, Attendance body) {
        Workshop workshop = Workshop.staffedBy(me, id);
        Guests.Guest guest = guests.one(workshop, one);
        Boolean present = Optional.ofNullable(body).map(Attendance::present)
                .orElseThrow(() -> new Refused("present", "attendance:choose"));
        guest.registration().attend(present).ifPresent(event -> ledger.keep(me, event));
        return Response.ok(Told.of(guest)).build();
    }
}
