package org.hornsten.home;

import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.hornsten.identity.Cookies;
import org.hornsten.identity.Me;
import org.hornsten.identity.Sessions;
import org.hornsten.kit.Missing;
import org.hornsten.web.Back;
import org.hornsten.web.Shell;
import org.jboss.resteasy.reactive.RestQuery;

/** Signing in at the organisation's provider. It says who somebody is; from then on the house's own pass does. */
@Path("/sign-in/start")
@PermitAll
class ProviderPages {
    private static final String BACK = "back";
    private static final int TEN_MINUTES = 600;

    private final Me me;
    private final Sessions sessions;
    private final Cookies cookies;
    private final Shell shell;
    private final SecurityIdentity identity;
    private final HttpAuthenticator authenticator;
    private final CurrentVertxRequest request;
    private final Instance<OidcSession> session;
    private final boolean provider;

    ProviderPages(Me me, Sessions sessions, Cookies cookies, Shell shell, SecurityIdentity identity,
                  HttpAuthenticator authenticator, CurrentVertxRequest request, Instance<OidcSession> session,
                  @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean provider) {
        this.me = me;
        this.sessions = sessions;
        this.cookies = cookies;
        this.shell = shell;
        this.identity = identity;
        this.authenticator = authenticator;
        this.request = request;
        this.session = session;
        this.provider = provider;
    }

    @CheckedTemplate(basePath = "home")
    record unknown(String name) implements TemplateInstance {}

    /** Leads to the provider, and is where the provider leads back to. */
    @GET
    public Response start(@RestQuery Optional<String> back, @Context HttpHeaders headers) {
        if (!provider) throw new Missing();
        // our own pass is no word of the provider: it would never end if it could renew itself here
        boolean provided = identity.getPrincipal() instanceof JsonWebToken;
        if (provided && me.signedIn()) return welcome(headers);
        return provided ? stranger() : toProvider(back);
    }

    private Response toProvider(Optional<String> back) {
        ChallengeData challenge = authenticator.getChallenge(request.getCurrent()).await().indefinitely();
        Response.ResponseBuilder answer = Response.status(challenge.status)
                .cookie(cookies.make(BACK, back.map(Back::to).map(URI::toString).orElse("/"), TEN_MINUTES));
        if (challenge.headerName != null) answer.header(challenge.headerName.toString(), challenge.headerContent);
        return answer.build();
    }

    /** The provider's session ends here and ours begins: one sign-out is enough then. */
    private Response welcome(HttpHeaders headers) {
        session.get().logout().await().indefinitely();
        String back = Optional.ofNullable(headers.getCookies().get(cookies.named(BACK)))
                .map(Cookie::getValue).orElse("/");
        return Response.seeOther(Back.to(back)).cookie(sessions.opened(me.known()))
                .cookie(cookies.make(BACK, "", 0)).build();
    }

    private Response stranger() {
        String page = new unknown(identity.getPrincipal().getName()).setLocale(shell.language()).render();
        return Response.status(Response.Status.FORBIDDEN).type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page).build();
    }
}
