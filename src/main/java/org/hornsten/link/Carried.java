package org.hornsten.link;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.util.Optional;
import org.hornsten.identity.Cookies;
import org.hornsten.kit.LinkToken;
import org.hornsten.kit.Secrets;

/**
 * What a browser carries for ten minutes from the link or the code to the button: the token of the link, or our signed
 * word that the code was right. The code itself is carried nowhere.
 */
@RequestScoped
class Carried {
    private static final String COOKIE = "link";
    private static final String PURPOSE = "code was right";
    private static final int TEN_MINUTES = 600;

    private final Cookies cookies;
    private final Secrets secrets;
    private final Clock clock;
    private final HttpHeaders headers;

    Carried(Cookies cookies, Secrets secrets, Clock clock, @Context HttpHeaders headers) {
        this.cookies = cookies;
        this.secrets = secrets;
        this.clock = clock;
        this.headers = headers;
    }

    NewCookie token(String token) {
        return cookies.make(COOKIE, LinkToken.possible(token) ? token : "unknown", TEN_MINUTES);
    }

    NewCookie proof(PersonalLink link) {
        long end = clock.instant().getEpochSecond() + TEN_MINUTES;
        return cookies.make(COOKIE, secrets.signed(PURPOSE, link.publicId + "." + end), TEN_MINUTES);
    }

    NewCookie nothing() {
        return cookies.make(COOKIE, "", 0);
    }

    /** Whether a code was typed, which proves the right before the button. */
    boolean proven() {
        return proof().isPresent();
    }

    Optional<PersonalLink> link() {
        return proof().isPresent() ? proof().flatMap(PersonalLink::live)
                : value().filter(LinkToken::possible).flatMap(PersonalLink::opened);
    }

    private Optional<String> proof() {
        String[] parts = secrets.opened(PURPOSE, value().orElse("")).split("\\.");
        boolean valid = parts.length == 2 && Long.parseLong(parts[1]) > clock.instant().getEpochSecond();
        return valid ? Optional.of(parts[0]) : Optional.empty();
    }

    private Optional<String> value() {
        return Optional.ofNullable(headers.getCookies().get(cookies.named(COOKIE))).map(Cookie::getValue);
    }
}
