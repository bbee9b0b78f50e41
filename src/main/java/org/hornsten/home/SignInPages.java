package org.hornsten.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hornsten.identity.Demo;
import org.hornsten.identity.Sessions;
import org.hornsten.kit.Untraced;
import org.hornsten.web.Back;
import org.jboss.resteasy.reactive.RestQuery;

/** The ways in, and the way out. */
@Path("/")
@PermitAll
class SignInPages {
    private final Sessions sessions;
    private final Provider at;
    private final boolean provider;

    SignInPages(Sessions sessions, Provider at,
                @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean provider) {
        this.sessions = sessions;
        this.at = at;
        this.provider = provider;
    }

    @CheckedTemplate(basePath = "home")
    record sign_in(boolean provider, boolean demo, String back) implements TemplateInstance {}

    @GET
    @Path("sign-in")
    public TemplateInstance show(@RestQuery Optional<String> back) {
        return new sign_in(provider, Demo.on(), back.map(Back::to).map(URI::toString).orElse("/"));
    }

    @POST
    @Path("sign-out")
    @Untraced("cookies are taken back, nothing is stored")
    public Response signOut(@Context UriInfo here) {
        URI next = at.signOut(here.getBaseUri()).orElse(URI.create("/"));
        return Response.seeOther(next).cookie(sessions.left()).build();
    }
}
