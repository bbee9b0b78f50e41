package org.hornsten.home;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.identity.Role;
import org.hornsten.kit.Ref;
import org.hornsten.ledger.Kept;
import org.hornsten.project.Membership;

/** Who I am, for other programs. */
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class MeApi {
    private final Me me;
    private final Leaving leaving;

    MeApi(Me me, Leaving leaving) {
        this.me = me;
        this.leaving = leaving;
    }

    /** @param grants what I may take part in, and as what */
    record Told(String id, String name, PersonKind kind, List<Role> roles, List<String> languages,
                List<Grant> grants) {}

    record Grant(Ref about, String slug, Membership.Role role) {}

    @GET
    public Told show() {
        Person person = me.known();
        List<Grant> grants = Membership.of(person).stream()
                .map(member -> new Grant(member.project.ref(), member.project.slug, member.role)).toList();
        return new Told(person.publicId, person.name, person.kind, List.of(person.role), List.of(person.language),
                grants);
    }

    @DELETE
    @Kept
    public Response erase() {
        leaving.erase(me);
        return Response.noContent().build();
    }
}
