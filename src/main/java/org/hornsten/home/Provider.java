package org.hornsten.home;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.hornsten.identity.ProviderAway;

/** The addresses at the organisation's provider, and what it tells us without being asked. */
@RequestScoped
class Provider {
    private static final int LEADS_ON = 302;
    private static final Pattern JWT = Pattern.compile("ey[\\w-]+\\.ey[\\w-]+\\.[\\w-]+");

    private final SecurityIdentity identity;
    private final HttpAuthenticator authenticator;
    private final CurrentVertxRequest request;
    private final Instance<OidcSession> session;
    private final Instance<OidcConfigurationMetadata> metadata;
    private final TenantIdentityProvider verifier;
    private final String factor;

    Provider(SecurityIdentity identity, HttpAuthenticator authenticator, CurrentVertxRequest request,
             Instance<OidcSession> session, Instance<OidcConfigurationMetadata> metadata,
             TenantIdentityProvider verifier,
             @ConfigProperty(name = "hornsten.second-factor.acr", defaultValue = "second-factor") String factor) {
        this.identity = identity;
        this.authenticator = authenticator;
        this.request = request;
        this.session = session;
        this.metadata = metadata;
        this.verifier = verifier;
        this.factor = factor;
    }

    /** Where to sign in, in the reader's language, with a second factor when one is asked for. */
    URI signIn(String language, boolean withFactor) {
        UriBuilder address = UriBuilder.fromUri(challenge().headerContent).queryParam("ui_locales", language);
        return withFactor ? address.queryParam("acr_values", factor).build() : address.build();
    }

    private ChallengeData challenge() {
        try {
            ChallengeData challenge = authenticator.getChallenge(request.getCurrent()).await().indefinitely();
            if (challenge == null || challenge.status != LEADS_ON) throw new ProviderAway();
            return challenge;
        } catch (OIDCException away) {
            throw new ProviderAway();
        }
    }

    /** Ends the provider's session in this browser; the page that ends it at the provider too, and leads back here. */
    Optional<URI> signOut(URI home) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) return Optional.empty();
        String end = metadata.get().getEndSessionUri();
        session.get().logout().await().indefinitely();
        return Optional.ofNullable(end).map(address -> UriBuilder.fromUri(address)
                .queryParam("id_token_hint", token.getRawToken())
                .queryParam("post_logout_redirect_uri", "{home}").build(home));
    }

    /** A token of the provider, signed by it, meant for us and not over; empty when it is any other. */
    Optional<JsonWebToken> verified(String token) {
        // the library takes whatever has dots for a token, and falls over what has not
        if (!JWT.matcher(token).matches()) return Optional.empty();
        try {
            SecurityIdentity told = verifier.authenticate(new AccessTokenCredential(token)).await().indefinitely();
            return Optional.of((JsonWebToken) told.getPrincipal());
        } catch (AuthenticationFailedException foreign) {
            return Optional.empty();
        } catch (OIDCException away) {
            throw new ProviderAway();
        }
    }
}
