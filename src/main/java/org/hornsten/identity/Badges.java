package org.hornsten.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.hornsten.kit.Multilingual;

/** Reads badges: a verified token of the provider, its roles, and how its holder proved who they are. */
@ApplicationScoped
class Badges {
    /** Who signed in longer ago does so again, whatever the provider allows. */
    static final Duration LIFE = Duration.ofHours(10);
    private static final Set<Role> TRUSTED = Set.of(Role.ADMINISTRATOR, Role.LEAD);
    private static final Pattern WORD = Pattern.compile("[^\\s\",\\[\\]]+");

    private final Clock clock;
    private final boolean factorRequired;
    private final Set<String> proofs;

    Badges(Clock clock,
           @ConfigProperty(name = "hornsten.second-factor.required", defaultValue = "true") boolean factorRequired,
           @ConfigProperty(name = "hornsten.second-factor.proofs", defaultValue = "second-factor,mfa,otp,hwk")
           Set<String> proofs) {
        this.clock = clock;
        this.factorRequired = factorRequired;
        this.proofs = proofs;
    }

    Optional<Badge> shown(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? Optional.of(read(token, identity)).filter(badge -> badge.since().plus(LIFE).isAfter(clock.instant()))
                : Optional.empty();
    }

    private Badge read(JsonWebToken token, SecurityIdentity identity) {
        Optional<Role> role = Badge.highest(identity.getRoles());
        String name = text(token, "name");
        String language = Multilingual.plain(text(token, "locale"));
        return new Badge(token.getSubject(), token.getName(), name.isBlank() ? token.getName() : name,
                Multilingual.LANGUAGES.contains(language) ? language : "", role, text(token, "sid"), since(token),
                !factorRequired || role.filter(TRUSTED::contains).isEmpty() || secondFactor(token), bearer(token));
    }

    /** OpenID Connect Core 2: {@code acr} is one word, {@code amr} a list; both are said by the provider. */
    private boolean secondFactor(JsonWebToken token) {
        return WORD.matcher(text(token, "acr") + " " + text(token, "amr")).results()
                .anyMatch(word -> proofs.contains(word.group()));
    }

    /** Keycloak writes what a token is for; an ID token or a logout token opens no API. */
    private static boolean bearer(JsonWebToken token) {
        String type = text(token, "typ");
        return type.isEmpty() || type.equalsIgnoreCase("Bearer");
    }

    // the library says 0 for what is missing
    private static Instant since(JsonWebToken token) {
        String told = text(token, "auth_time");
        return Instant.ofEpochSecond(told.matches("[1-9]\\d*") ? Long.parseLong(told) : token.getIssuedAtTime());
    }

    private static String text(JsonWebToken token, String claim) {
        Object told = token.getClaim(claim);
        return told == null ? "" : told.toString();
    }
}
