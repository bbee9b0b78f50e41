package org.hornsten.identity;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks the provider only about what it gave out itself: a bearer token at the API, its session at pages, its answer at
 * our door. Whoever shows nothing is nobody without a question, so that pages open to all work while the provider is
 * away; and a session that is over makes a visitor, whose form keeps its words, not a redirect that loses them.
 */
@ApplicationScoped
class ProviderMechanism implements HttpAuthenticationMechanism {
    static final String DOOR = "/sign-in/start";
    /** Why the provider's answer was no good, for whoever has to tell it. */
    static final String FAILURE = "hornsten.provider.failure";

    private final OidcAuthenticationMechanism oidc;
    private final boolean provider;

    ProviderMechanism(OidcAuthenticationMechanism oidc,
                      @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean provider) {
        this.oidc = oidc;
        this.provider = provider;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager manager) {
        if (!provider) return Uni.createFrom().nullItem();
        if (!asks(context)) return Uni.createFrom().item(nobody());
        return Uni.createFrom().deferred(() -> oidc.authenticate(context, manager))
                .onItem().ifNull().continueWith(ProviderMechanism::nobody)
                .onFailure(problem -> !passedOn(problem, context)).recoverWithItem(problem -> {
                    context.put(FAILURE, problem);
                    return nobody();
                });
    }

    // after our own passes, before the framework's mechanism, which is never asked directly
    @Override
    public int getPriority() {
        return 1500;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return provider ? Uni.createFrom().deferred(() -> oidc.getChallenge(context)) : Uni.createFrom().nullItem();
    }

    private static boolean asks(RoutingContext context) {
        boolean bearer = context.request().getHeader("Authorization") != null;
        if (Me.toApi(context)) return bearer;
        return !bearer && (hasSession(context) || atDoor(context) && context.request().getParam("state") != null);
    }

    static boolean atDoor(RoutingContext context) {
        return context.normalizedPath().equals(DOOR);
    }

    private static boolean hasSession(RoutingContext context) {
        return context.request().cookies().stream()
                .anyMatch(cookie -> cookie.getName().startsWith(OidcUtils.SESSION_COOKIE_NAME));
    }

    private static boolean passedOn(Throwable problem, RoutingContext context) {
        return problem instanceof AuthenticationRedirectException
                || problem instanceof AuthenticationFailedException && Me.toApi(context);
    }

    private static SecurityIdentity nobody() {
        return QuarkusSecurityIdentity.builder().setAnonymous(true).build();
    }
}
