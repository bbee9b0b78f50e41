package org.hornsten.home;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.identity.Role;
import org.hornsten.kit.Ref;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Membership;

/** Who I am, for other programs. */
@Tag(name = "Me")
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class MeApi {
    private final Me me;
    private final Leaving leaving;
    private final Ledger ledger;
    private final Bundle bundle;

    MeApi(Me me, Leaving leaving, Ledger ledger, Bundle bundle) {
        this.me = me;
        this.leaving = leaving;
        this.ledger = ledger;
        this.bundle = bundle;
    }

    /** @param grants what I may take part in, and as what */
    @Schema(name = "Me")
    record Told(String id, String name, PersonKind kind, List<Role> roles, List<String> languages,
                List<Grant> grants) {}

    record Grant(Ref about, String slug, Membership.Role role) {}

    @GET
    @Operation(summary = "Tells who one is and what one may take part in")
    public Told show() {
        Person person = me.known();
        List<Grant> grants = Membership.of(me).stream()
                .map(member -> new Grant(member.project.ref(), member.project.slug, member.role)).toList();
        return new Told(person.publicId, me.shownName(), person.kind, List.of(person.role), List.of(person.language),
                grants);
    }

    /** Asked for with a POST, as on the page: that it was made is kept. */
    @POST
    @Path("copy")
    @Kept
    @Operation(summary = "Gives all that is kept of oneself; not what one said anonymously, which is nobody's")
    @APIResponseSchema(value = Copy.class, responseCode = "200", responseDescription = "The copy")
    public Copy copy() {
        Person person = me.known();
        ledger.keep(me, new HomeEvent.Copied(new Ref("person", person.publicId)));
        return bundle.copy(me);
    }

    @DELETE
    @Kept
    @Operation(summary = "Erases oneself; the token is dead afterwards")
    @APIResponse(responseCode = "204", description = "Erased")
    @APIResponse(responseCode = "422", ref = "Refused")
    public Response erase() {
        leaving.erase(me);
        return Response.noContent().build();
    }
}
