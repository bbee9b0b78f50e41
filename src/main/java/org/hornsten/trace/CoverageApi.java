package org.hornsten.trace;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.identity.Me;
import org.hornsten.project.Project;
import org.jboss.resteasy.reactive.RestPath;

/** How much of a project's input is answered. */
@Tag(name = "Projects")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class CoverageApi {
    private final Me me;
    private final Clock clock;

    CoverageApi(Me me, Clock clock) {
        this.me = me;
        this.clock = clock;
    }

    @GET
    @Path("projects/{project}/coverage")
    @Operation(summary = "Counts contributions, answers, explained changes and kept promises of a project")
    @SecurityRequirementsSet
    public Coverage coverage(@RestPath String project) {
        Project read = Project.visibleTo(me, project);
        return Coverage.of(read, Reading.Reader.of(me, read) == Reading.Reader.STAFF, LocalDate.now(clock));
    }
}
