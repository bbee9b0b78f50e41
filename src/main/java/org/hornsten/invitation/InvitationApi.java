package org.hornsten.invitation;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.identity.Me;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.project.Whom;
import org.hornsten.web.Listed;
import org.hornsten.web.Paging;
import org.jboss.resteasy.reactive.RestQuery;

/** Personal links for other programs. */
@Tag(name = "People")
@Path("/api/v1/invitations")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class InvitationApi {
    private static final int MOST = 500;

    private final Me me;
    private final Ledger ledger;
    private final Destinations destinations;
    private final Clock clock;

    InvitationApi(Me me, Ledger ledger, Destinations destinations, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.destinations = destinations;
        this.clock = clock;
    }

    @Schema(name = "InvitationChannel")
    enum Channel { EMAIL, LETTER, HANDED_OUT }

    @Schema(name = "NewInvitations")
    record Wanted(Ref about, List<Whom> to, Channel channel, LocalDate dueOn) {}

    /** @param link the address to hand out; it is told here and never again */
    @Schema(name = "HandedOutLink")
    record Made(String id, String person, String link, String token) {}

    @Schema(name = "Invitation")
    record Told(String id, String person, String name, PersonalLink.State state, LocalDate madeOn, LocalDate dueOn) {
        static Told of(PersonalLink link) {
            return new Told(link.publicId, link.person.publicId, link.person.name, link.state(), link.madeOn,
                    link.dueOn);
        }
    }

    @POST
    @Kept
    @Operation(summary = "Makes personal links for people without an account")
    @APIResponse(responseCode = "201", description = "The links, told here and never again", content = @Content(
            schema = @Schema(type = SchemaType.OBJECT, properties = @SchemaProperty(name = "items",
            type = SchemaType.ARRAY, implementation = Made.class))))
    public Response invite(Wanted body, @Context UriInfo here) {
        Wanted wanted = Optional.ofNullable(body).orElseThrow(BadRequestException::new);
        if (wanted.about() == null) throw new Refused("about", "invitation:about_missing");
        Project project = led(wanted.about());
        check(wanted);
        List<Made> made = new ArrayList<>();
        for (Whom whom : wanted.to()) made.add(invite(project, whom, wanted, here));
        return Response.created(URI.create("/api/v1/invitations?about=" + wanted.about()))
                .entity(Listed.all(made)).build();
    }

    private static void check(Wanted wanted) {
        if (wanted.to() == null || wanted.to().isEmpty()) throw new Refused("to", "invitation:to_missing");
        if (wanted.to().contains(null)) throw new Refused("to", "project:person_missing");
        if (wanted.to().size() > MOST) throw new Refused("to", "invitation:to_many", MOST);
        if (wanted.channel() == null) throw new Refused("channel", "invitation:channel_missing");
        if (wanted.channel() != Channel.HANDED_OUT) throw new Refused("channel", "invitation:channel_not_yet");
    }

    private Made invite(Project project, Whom whom, Wanted wanted, UriInfo here) {
        Membership.Asked asked = Membership.ask(project, whom);
        asked.joined().ifPresent(joined -> ledger.keep(me, joined));
        PersonalLink.Made made = PersonalLink.forPerson(project, asked.member().person, me.known(), wanted.about(),
                wanted.dueOn(), LocalDate.now(clock));
        ledger.keep(me, made.event());
        return new Made(made.link().publicId, made.link().person.publicId, address(here, made.token()), made.token());
    }

    static String address(UriInfo here, String token) {
        return here.getBaseUriBuilder().path("link").path(token).build().toString();
    }

    @GET
    @Operation(summary = "Lists the personal links to a thing, with their state")
    public Listed<Told> list(@RestQuery String about, @BeanParam Paging paging) {
        if (about == null) throw new BadRequestException();
        Ref thing = Ref.parse(about);
        Project project = destinations.find(thing).map(Destinations.Destination::project).orElseThrow(me::nothing);
        Project.staffedBy(me, project.publicId);
        return Listed.part(PersonalLink.of(thing).stream().map(Told::of).toList(), paging);
    }

    private Project led(Ref about) {
        Project project = destinations.find(about).map(Destinations.Destination::project).orElseThrow(me::nothing);
        return Project.ledBy(me, project.publicId);
    }
}
