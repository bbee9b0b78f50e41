package org.hornsten.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Names and marks of our cookies: bound to the host and to https wherever the server is reached from outside. */
@ApplicationScoped
public class Cookies {
    private final boolean secure;

    Cookies(@ConfigProperty(name = "hornsten.cookie.secure", defaultValue = "true") boolean secure) {
        this.secure = secure;
    }

    public String named(String name) {
        return secure ? "__Host-" + name : name;
    }

    public String session() {
        return named("hornsten");
    }

    /** @param seconds life of the cookie; -1 until the browser closes, 0 takes it back */
    public NewCookie make(String name, String value, int seconds) {
        return new NewCookie.Builder(named(name)).value(value).path("/").httpOnly(true).secure(secure)
                .sameSite(NewCookie.SameSite.LAX).maxAge(seconds).build();
    }
}
