package org.hornsten.trace;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.identity.Me;
import org.hornsten.web.Shell;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The forward text: each word with the version it came in and the reason it came for. */
@Tag(name = "Versions")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class WhyApi {
    private final Me me;
    private final Shell shell;

    WhyApi(Me me, Shell shell) {
        this.me = me;
        this.shell = shell;
    }

    @GET
    @Path("drafts/{draft}/versions/{number}/why")
    @Operation(summary = "Tells for each word of a version when it came and for what reason")
    @SecurityRequirementsSet
    public Reading why(@RestPath String draft, @RestPath int number, @RestQuery Optional<String> language) {
        return ReadCopy.of(me, draft, number, language.filter(named -> !named.isBlank()),
                List.of(shell.language())).reading();
    }
}
