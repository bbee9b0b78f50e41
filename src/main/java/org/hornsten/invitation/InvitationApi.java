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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.identity.Me;
import org.hornsten.invitation.Invitation.Channel;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.letter.Letters;
import org.hornsten.link.Destinations;
import org.hornsten.link.LinkPages;
import org.hornsten.link.PersonalLink;
import org.hornsten.project.Membership;
import org.hornsten.project.Naming;
import org.hornsten.project.Project;
import org.hornsten.project.Whom;
import org.hornsten.web.Listed;
import org.hornsten.web.Paging;
import org.jboss.resteasy.reactive.RestQuery;

/** Inviting people, for other programs. */
@Tag(name = "People")
@Path("/api/v1/invitations")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class InvitationApi {
    private static final int MOST = 500;

    private final Me me;
    private final Ledger ledger;
    private final Destinations destinations;
    private final Letters letters;
    private final Invitations invitations;
    private final Guests guests;
    private final Clock clock;

    InvitationApi(Me me, Ledger ledger, Destinations destinations, Letters letters, Invitations invitations,
                  Guests guests, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.destinations = destinations;
        this.letters = letters;
        this.invitations = invitations;
        this.guests = guests;
        this.clock = clock;
    }

    /** @param panel whoever sits in it today, instead of {@code to} */
    @Schema(name = "NewInvitations")
    record Wanted(Ref about, List<Whom> to, String panel, Channel channel, LocalDate dueOn) {}

    /** Nothing of the link: it is told to nobody but its person. */
    @Schema(name = "MailedInvitation")
    record Mailed(String id, String person) {
        static Mailed of(Invitation invitation) {
            return new Mailed(invitation.link == null ? invitation.publicId : invitation.link.publicId,
                    invitation.person.publicId);
        }
    }

    /** @param link the address to hand out; it is told here and never again */
    @Schema(name = "HandedOutLink")
    record Made(String id, String person, String link, String token) {}

    /** @param batch of the letters, to be fetched with their codes and told to be printed */
    @Schema(name = "WrittenLetters")
    record Written(String batch, List<Lettered> items) {}

    @Schema(name = "WrittenLetter")
    record Lettered(String id, String person) {}

    /** @param name only while the person's data is open to the reader */
    @Schema(name = "Invitation")
    record Told(String id, String person, String name, PersonalLink.State state, LocalDate madeOn, LocalDate dueOn) {
        static Told of(PersonalLink link, Naming naming) {
            return new Told(link.publicId, link.person.publicId, naming.name(link.person).orElse(null), link.state(),
                    link.madeOn, link.dueOn);
        }
    }

    @POST
    @Kept
    @Operation(summary = "Invites people: by e-mail, by links to hand out, or by letters with codes")
    @APIResponse(responseCode = "201", description = "The links to hand out, told here and never again, whoever got an "
            + "e-mail, or the batch of letters",
            content = @Content(
            schema = @Schema(type = SchemaType.OBJECT, properties = {
                @SchemaProperty(name = "items", type = SchemaType.ARRAY, implementation = Made.class),
                @SchemaProperty(name = "batch", type = SchemaType.STRING,
                    description = "Of letters: where their codes are fetched; the items then have no link, nor "
                    + "have those of e-mails")})))
    public Response invite(Wanted body, @Context UriInfo here) {
        Wanted wanted = Optional.ofNullable(body).orElseThrow(BadRequestException::new);
        if (wanted.about() == null) throw new Refused("about", "invitation:about_missing");
        Project project = led(wanted.about());
        check(wanted);
        List<Membership> members = wanted.panel() != null ? guests.members(me, project, wanted.panel())
                : wanted.to().stream().map(whom -> asked(project, whom)).distinct().toList();
        if (members.isEmpty()) throw new Refused("panel", "invitation:nobody_reached");
        return switch (wanted.channel()) {
            case EMAIL -> mailed(project, members, wanted);
            case LETTER -> written(project, members, wanted);
            case HANDED_OUT -> handedOut(project, members, wanted, here);
        };
    }

    private Response mailed(Project project, List<Membership> members, Wanted wanted) {
        Multilingual title = destinations.inviting(wanted.about()).orElseThrow(me::nothing).title();
        List<Mailed> items = invitations.mail(me, project, members.stream().map(one -> one.person).toList(),
                new Invitation.Terms(wanted.about(), title, wanted.dueOn(), InviteForm.USUAL_DAYS,
                Optional.empty())).stream().map(Mailed::of).toList();
        return Response.created(URI.create("/api/v1/invitations?about=" + wanted.about()))
                .entity(Listed.all(items)).build();
    }

    private Membership asked(Project project, Whom whom) {
        Membership.Asked asked = Membership.ask(project, whom);
        asked.joined().ifPresent(joined -> ledger.keep(me, joined));
        return asked.member();
    }

    private Response written(Project project, List<Membership> members, Wanted wanted) {
        Letters.Written written = letters.write(me, project, members, wanted.about(), wanted.dueOn());
        return Response.created(URI.create("/api/v1/invitations/letters/" + written.batch().publicId))
                .entity(new Written(written.batch().publicId, written.links().stream()
                        .map(link -> new Lettered(link.publicId, link.person.publicId)).toList())).build();
    }

    private Response handedOut(Project project, List<Membership> members, Wanted wanted, UriInfo here) {
        List<PersonalLink.Made> links = members.stream().map(member -> handOut(member, wanted)).toList();
        invitations.keep(project, me.known(), wanted.about(), wanted.dueOn(), Channel.HANDED_OUT,
                links.stream().map(PersonalLink.Made::link).toList());
        List<Made> made = links.stream().map(one -> new Made(one.link().publicId, one.link().person.publicId,
                LinkPages.address(here, one.token()), one.token())).toList();
        return Response.created(URI.create("/api/v1/invitations?about=" + wanted.about()))
                .entity(Listed.all(made)).build();
    }

    private static void check(Wanted wanted) {
        List<Whom> to = wanted.to() == null ? List.of() : wanted.to();
        if (wanted.panel() != null && !to.isEmpty()) throw new Refused("panel", "invitation:to_or_panel");
        if (wanted.panel() == null && to.isEmpty()) throw new Refused("to", "letter:to_missing");
        if (to.stream().anyMatch(Objects::isNull)) throw new Refused("to", "project:person_missing");
        if (to.size() > MOST) throw new Refused("to", "invitation:to_many", MOST);
        if (wanted.channel() == null) throw new Refused("channel", "invitation:channel_missing");
    }

    private PersonalLink.Made handOut(Membership member, Wanted wanted) {
        PersonalLink.Made made = PersonalLink.forPerson(member.project, member.person, wanted.about(), wanted.dueOn(),
                LocalDate.now(clock));
        made.events().forEach(event -> ledger.keep(me, event));
        return made;
    }

    @GET
    @Operation(summary = "Lists the personal links to a thing, with their state")
    public Listed<Told> list(@RestQuery String about, @BeanParam Paging paging) {
        if (about == null) throw new BadRequestException();
        Ref thing = Ref.parse(about);
        Project project = destinations.find(thing).map(Destinations.Destination::project).orElseThrow(me::nothing);
        Project.staffedBy(me, project.publicId);
        Naming naming = Naming.of(me, clock.instant());
        return Listed.part(PersonalLink.of(thing).stream().map(link -> Told.of(link, naming)).toList(), paging);
    }

    private Project led(Ref about) {
        Project project = destinations.inviting(about).map(Destinations.Destination::project).orElseThrow(me::nothing);
        return Project.ledBy(me, project.publicId);
    }
}
