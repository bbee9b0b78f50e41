package org.hornsten.home;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.hornsten.guard.Proven;
import org.hornsten.identity.Person;
import org.hornsten.identity.SignOut;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Ref;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.jboss.resteasy.reactive.RestForm;

/**
 * Where the provider tells that a sign-in ended there, as OpenID Connect Back-Channel Logout 1.0 has it. Written down,
 * so that all nodes know at the next request, also after a restart.
 */
@Path("/sign-out/provider")
@PermitAll
@Proven("the provider's signature on the token")
class ProviderSignOutPages {
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final Provider provider;
    private final Ledger ledger;
    private final Clock clock;
    private final boolean named;

    ProviderSignOutPages(Provider provider, Ledger ledger, Clock clock,
                         @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean named) {
        this.provider = provider;
        this.ledger = ledger;
        this.clock = clock;
        this.named = named;
    }

    @POST
    @Kept
    public Response told(@RestForm("logout_token") Optional<String> token) {
        if (!named) throw new Missing();
        Optional<JsonWebToken> told = token.flatMap(provider::verified).filter(ProviderSignOutPages::endsSomething);
        told.ifPresent(this::keep);
        return Response.status(told.isPresent() ? Response.Status.OK : Response.Status.BAD_REQUEST).build();
    }

    /** Section 2.6: it names this event, a session or a person, and is no answer to a sign-in. */
    private static boolean endsSomething(JsonWebToken token) {
        return String.valueOf(token.<Object>getClaim("events")).contains(EVENT) && !token.containsClaim("nonce")
                && (token.containsClaim("sid") || token.getSubject() != null);
    }

    private void keep(JsonWebToken token) {
        SignOut.told(token.getSubject(), token.containsClaim("sid") ? token.getClaim("sid").toString() : null,
                clock.instant());
        Person.knownAs(token.getSubject()).ifPresent(person ->
                ledger.keep(Optional.of(person), new HomeEvent.SignedOut(new Ref("person", person.publicId))));
    }
}
