package org.hornsten.info;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.identity.Role;
import org.hornsten.kit.Missing;

/** What the program is made of, part by part, for those who answer for it. The build writes it (CycloneDX). */
@Path("/sbom")
@PermitAll
class PartsPages {
    private static final String PARTS = "/META-INF/sbom/bom.json";

    private final Me me;

    PartsPages(Me me) {
        this.me = me;
    }

    @GET
    @Produces("application/vnd.cyclonedx+json")
    public Response parts() {
        me.as(Role.ADMINISTRATOR);
        InputStream parts = Optional.ofNullable(PartsPages.class.getResourceAsStream(PARTS))
                .orElseThrow(Missing::new);
        return Response.ok(parts).header("Content-Disposition", "attachment; filename=\"hornsten-sbom.json\"").build();
    }
}
