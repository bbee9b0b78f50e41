package org.hornsten.panel;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.identity.Me;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Naming;
import org.hornsten.project.Whom;
import org.hornsten.web.Listed;
import org.hornsten.web.Paging;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Who sits in a panel, for other programs. */
@Tag(name = "People")
@Path("/api/v1/projects/{project}/panels/{panel}/members")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class SeatApi {
    private final Me me;
    private final Ledger ledger;
    private final Seating seating;
    private final Clock clock;

    SeatApi(Me me, Ledger ledger, Seating seating, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.seating = seating;
        this.clock = clock;
    }

    /**
     * @param deputyOf  id of the member's seat; found by the nominating body where that is named
     * @param term      the rest of the panel's where it is missing, two years at most
     * @param birthYear asked only where the age group does not answer the minimum age; it is not kept
     */
    @Schema(name = "NewSeat")
    record Wanted(Whom person, Seat.Kind kind, String nominatingBody, String deputyOf, Term term, Profile profile,
                  Integer birthYear) {}

    @Schema(name = "NewTerm")
    record Renewal(Term term) {}

    /** @param name only while it is open to the reader, or of who works here */
    @Schema(name = "Seat")
    record Told(String id, String person, String name, Seat.Kind kind, String nominatingBody, String deputyOf,
                Term term, LocalDate endedOn, Seat.Reason endReason, String renews) {
        static Told of(Seat seat, Naming naming) {
            return new Told(seat.publicId, seat.person.publicId, naming.name(seat.person).orElse(null), seat.kind,
                    seat.nominatingBody, id(seat.deputyOf), seat.term(), seat.endedOn, seat.endReason, id(seat.renews));
        }

        private static String id(Seat seat) {
            return seat == null ? null : seat.publicId;
        }
    }

    @POST
    @Kept
    @Operation(summary = "Seats somebody in a panel for a term")
    @APIResponseSchema(value = Told.class, responseCode = "201", responseDescription = "Seated")
    public Response seat(@RestPath String project, @RestPath("panel") String id, Wanted body) {
        Panel panel = Panel.ledBy(me, id).within(project);
        Wanted wanted = Optional.ofNullable(body).orElseThrow(BadRequestException::new);
        if (wanted.person() == null) throw new Refused("person", "project:person_missing");
        Seat deputyOf = Optional.ofNullable(wanted.deputyOf()).map(member -> seat(panel, member, "deputyOf"))
                .orElse(null);
        Seat seat = seating.take(me, panel, wanted.person(), new Seat.Wanted(wanted.kind(), wanted.nominatingBody(),
                deputyOf, wanted.term(), wanted.profile(), wanted.birthYear()));
        return Response.created(address(panel, seat)).entity(told(seat)).build();
    }

    @GET
    @Operation(summary = "Lists who sits in a panel or will; with all=true everybody who ever sat in it")
    public Listed<Told> list(@RestPath String project, @RestPath("panel") String id, @RestQuery String all,
                             @BeanParam Paging paging) {
        Panel panel = Panel.staffedBy(me, id).within(project);
        Naming naming = Naming.of(me, clock.instant());
        LocalDate today = LocalDate.now(clock);
        return Listed.part(Seat.of(panel).stream().filter(seat -> "true".equals(all) || !seat.over(today))
                .map(seat -> Told.of(seat, naming)).toList(), paging);
    }

    @DELETE
    @Path("{seat}")
    @Kept
    @Operation(summary = "Ends a term from a day on (today where none is named), for a reason")
    @APIResponseSchema(value = Told.class, responseCode = "200", responseDescription = "The term as it is now")
    public Response end(@RestPath String project, @RestPath("panel") String id, @RestPath("seat") String member,
                        @RestQuery String on, @RestQuery String reason) {
        Seat seat = Seat.ledBy(me, Panel.ledBy(me, id).within(project).publicId, member);
        LocalDate today = LocalDate.now(clock);
        LocalDate day = on == null ? today
                : Term.day(on).orElseThrow(() -> new Refused("on", "panel:on_missing"));
        ledger.keep(me, seat.end(day, reason(reason == null ? "mistake" : reason), today));
        return Response.ok(told(seat)).build();
    }

    private static Seat.Reason reason(String typed) {
        return Seat.Reason.CHOSEN.stream().filter(one -> Target.key(one).equalsIgnoreCase(typed)).findFirst()
                .orElseThrow(() -> new Refused("reason", "panel:reason_missing"));
    }

    @POST
    @Path("{seat}/renewal")
    @Kept
    @Operation(summary = "Lets a member go on for another term; as long again where none is named")
    @APIResponseSchema(value = Told.class, responseCode = "201", responseDescription = "The new term")
    public Response renew(@RestPath String project, @RestPath("panel") String id, @RestPath("seat") String member,
                          Renewal body) {
        Seat seat = Seat.ledBy(me, Panel.ledBy(me, id).within(project).publicId, member);
        Term term = Optional.ofNullable(body).map(Renewal::term).orElseGet(seat::nextTerm);
        Seat renewed = seat.renew(term, LocalDate.now(clock));
        ledger.keep(me, renewed.renewed());
        return Response.created(address(seat.panel, renewed)).entity(told(renewed)).build();
    }

    private static Seat seat(Panel panel, String id, String field) {
        return Seat.<Seat>find("panel = ?1 and publicId = ?2", panel, id).firstResultOptional()
                .orElseThrow(() -> new Refused(field, "panel:deputy_of_whom"));
    }

    private static URI address(Panel panel, Seat seat) {
        return URI.create("/api/v1/projects/" + panel.project.slug + "/panels/" + panel.publicId + "/members/"
                + seat.publicId);
    }

    private Told told(Seat seat) {
        return Told.of(seat, Naming.of(me, clock.instant()));
    }
}
