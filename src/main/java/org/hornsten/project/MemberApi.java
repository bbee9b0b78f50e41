package org.hornsten.project;

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
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.privacy.Disclosure;
import org.hornsten.web.Listed;
import org.hornsten.web.Paging;
import org.jboss.resteasy.reactive.RestPath;

/** Who takes part in a project, for other programs. */
@Tag(name = "People")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class MemberApi {
    private final Me me;
    private final Ledger ledger;
    private final Admission admission;
    private final Clock clock;

    MemberApi(Me me, Ledger ledger, Admission admission, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.admission = admission;
        this.clock = clock;
    }

    @Schema(name = "NewMember")
    record Wanted(Whom person, Membership.Role role, PersonKind kind) {}

    /**
     * @param name    of who works here; of others only while it is open to the reader
     * @param contact only while it is open to the reader
     */
    @Schema(name = "Member")
    record Told(String id, String name, String pseudonym, String language, Membership.Role role, PersonKind kind,
                int number, Contact contact) {
        static Told of(Membership member, Naming naming) {
            Person person = member.person;
            boolean open = naming.open().contains(person.id);
            return new Told(person.publicId, naming.name(person).orElse(null), person.pseudonym, person.language,
                    member.role, member.kind, member.number, open ? Contact.of(person) : null);
        }
    }

    @Schema(name = "Contact")
    record Contact(String email, String street, String postcode, String town) {
        static Contact of(Person person) {
            return new Contact(person.email, person.street, person.postcode, person.town);
        }
    }

    @Schema(name = "NewDisclosure")
    record Reading(Disclosure.Purpose purpose) {}

    @POST
    @Path("projects/{project}/members")
    @Kept
    @Operation(summary = "Lets somebody take part in a project")
    @APIResponseSchema(value = Told.class, responseCode = "201", responseDescription = "Stored")
    public Response admit(@RestPath String project, Wanted wanted) {
        Project led = Project.ledBy(me, project);
        Wanted given = Optional.ofNullable(wanted).orElseThrow(BadRequestException::new);
        if (given.person() == null) throw new Refused("person", "project:person_missing");
        Membership.Role role = given.role() == null ? Membership.Role.PARTICIPANT : given.role();
        Membership member = admission.of(me, led, given.person(), role, given.kind());
        return Response.created(URI.create("/api/v1/projects/" + led.slug + "/members"))
                .entity(Told.of(member, naming())).build();
    }

    @GET
    @Path("projects/{project}/members")
    @Operation(summary = "Lists who takes part in a project")
    public Listed<Told> list(@RestPath String project, @BeanParam Paging paging) {
        Naming naming = naming();
        return Listed.part(Membership.of(Project.staffedBy(me, project)).stream()
                .map(member -> Told.of(member, naming)).toList(), paging);
    }

    /** The person is shown who did it, when and what for. */
    @POST
    @Path("projects/{project}/members/{number}/disclosures")
    @Kept
    @Operation(summary = "Opens a member's name and contact data to oneself for 15 minutes")
    @APIResponseSchema(value = Told.class, responseCode = "201", responseDescription = "The member, opened")
    public Response disclose(@RestPath String project, @RestPath String number, Reading reading) {
        Membership member = Membership.ledBy(me, project, number);
        Disclosure.Purpose purpose = Optional.ofNullable(reading).map(Reading::purpose).orElse(null);
        Disclosure.open(me.known(), member.person, member.project.ref(), purpose, clock)
                .forEach(event -> ledger.keep(me, event));
        return Response.created(URI.create("/api/v1/projects/" + member.project.slug + "/members"))
                .entity(Told.of(member, naming())).build();
    }

    private Naming naming() {
        return Naming.of(me, clock.instant());
    }
}
