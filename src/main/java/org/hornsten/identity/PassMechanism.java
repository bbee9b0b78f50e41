package org.hornsten.identity;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Knows our own passes: in the header for the JSON API, in the cookie for pages. All else is the provider's to
 * judge.
 */
@ApplicationScoped
class PassMechanism implements HttpAuthenticationMechanism {
    static final String HOLDER = "hornsten.holder";

    private final Passes passes;
    private final Cookies cookies;

    PassMechanism(Passes passes, Cookies cookies) {
        this.passes = passes;
        this.cookies = cookies;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager manager) {
        return Uni.createFrom().item(token(context.request()).flatMap(passes::holder).map(this::identity).orElse(null));
    }

    // asked before the provider's mechanism, which would call our passes broken tokens
    @Override
    public int getPriority() {
        return 2000;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    private Optional<String> token(HttpServerRequest request) {
        return Me.toApi(request)
                ? Optional.ofNullable(request.getHeader("Authorization"))
                        .filter(header -> header.startsWith("Bearer " + Passes.PREFIX))
                        .map(header -> header.substring(7))
                : Optional.ofNullable(request.getCookie(cookies.session())).map(Cookie::getValue);
    }

    private SecurityIdentity identity(String holder) {
        return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(holder))
                .addAttribute(HOLDER, holder).build();
    }
}
