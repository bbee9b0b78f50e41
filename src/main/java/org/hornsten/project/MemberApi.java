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

    MemberApi(Me me, Ledger ledger) {
        this.me = me;
        this.ledger = ledger;
    }

    @Schema(name = "NewMember")
    record Wanted(Whom person, Membership.Role role, PersonKind kind) {}

    @Schema(name = "Member")
    record Told(String id, String name, String pseudonym, String language, Membership.Role role, PersonKind kind,
                int number) {
        static Told of(Membership member) {
            Person person = member.person;
            return new Told(person.publicId, person.name, person.pseudonym, person.language, member.role, member.kind,
                    member.number);
        }
    }

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
        Membership member = Membership.admit(led, given.person(), role, given.kind());
        ledger.keep(me, member.joined());
        return Response.created(URI.create("/api/v1/projects/" + led.slug + "/members"))
                .entity(Told.of(member)).build();
    }

    @GET
    @Path("projects/{project}/members")
    @Operation(summary = "Lists who takes part in a project")
    public Listed<Told> list(@RestPath String project, @BeanParam Paging paging) {
        return Listed.part(Membership.of(Project.staffedBy(me, project)).stream().map(Told::of).toList(), paging);
    }
}
