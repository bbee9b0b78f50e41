package org.hornsten.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** The same failures behind the JSON API; exists in tests only. */
@Path("/api/v1/trial")
@PermitAll
class TrialApi {
    record Said(String words, int times) {}

    @GET
    @Path("failing/{how}")
    @Operation(hidden = true)
    public Map<String, String> failing(@RestPath String how) throws Exception {
        throw TrialPages.failure(how);
    }

    @POST
    @Operation(hidden = true)
    public Map<String, String> say(Said said) {
        return Map.of("words", said.words());
    }
}
