package org.hornsten.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
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
    private static final String BEARER = "Bearer ";

    private final Passes passes;
    private final Cookies cookies;

    PassMechanism(Passes passes, Cookies cookies) {
        this.passes = passes;
        this.cookies = cookies;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager manager) {
        Optional<String> token = token(context);
        Optional<Passes.Holder> holder = token.flatMap(passes::holder);
        // a cookie that ended is nobody's; a program that shows a pass must learn that it is none
        if (token.isPresent() && holder.isEmpty() && Me.toApi(context))
            return Uni.createFrom().failure(new AuthenticationFailedException());
        return Uni.createFrom().item(holder.map(this::identity).orElse(null));
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

    private Optional<String> token(RoutingContext context) {
        // who comes to sign in anew does not show the pass they have
        if (ProviderMechanism.atDoor(context)) return Optional.empty();
        return Me.toApi(context)
                ? Optional.ofNullable(context.request().getHeader("Authorization"))
                        .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                        .map(header -> header.substring(BEARER.length()).strip())
                        .filter(token -> token.startsWith(Passes.PREFIX))
                : Optional.ofNullable(context.request().getCookie(cookies.session())).map(Cookie::getValue);
    }

    private SecurityIdentity identity(Passes.Holder holder) {
        return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(holder.person()))
                .addAttribute(HOLDER, holder).build();
    }
}
