package org.hornsten.guard;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The headers of every answer: pages, files, redirects, errors. */
@ApplicationScoped
class Headers {
    private static final int FIRST = 1000;
    private static final String POLICY = "Content-Security-Policy";
    private static final Map<String, String> ALWAYS = Map.of(
            POLICY,
                    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
                    + "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
            // no-referrer would make browsers send "Origin: null" with our own forms
            "Referrer-Policy", "same-origin",
            "X-Content-Type-Options", "nosniff",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), "
                    + "microphone=(), payment=(), usb=()");

    /** Ways out: whoever sits down at this computer next finds nothing by going back. */
    private static final List<String> WAYS_OUT = List.of("/sign-out", "/r/closing", "/me/erasure");
    // not "cookies": that would take those of the whole organisation's domain; ours are taken back one by one
    private static final String FORGET = "\"cache\", \"storage\"";

    private final boolean secure;
    /** Signing out is a form that ends at the provider, which browsers must be told. */
    private final String signingOut;

    Headers(@ConfigProperty(name = "hornsten.cookie.secure", defaultValue = "true") boolean secure,
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean provider,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<URI> issuer) {
        this.secure = secure;
        this.signingOut = issuer.filter(uri -> provider)
                .map(uri -> " " + uri.getScheme() + "://" + uri.getRawAuthority()).orElse("");
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, FIRST);
    }

    private void add(RoutingContext context) {
        MultiMap headers = context.response().headers();
        context.addHeadersEndHandler(done -> {
            ALWAYS.forEach((name, value) -> {
                if (!headers.contains(name)) headers.set(name,
                        name.equals(POLICY) ? value + signingOut : value);
            });
            if (left(context)) headers.set("Clear-Site-Data", FORGET);
            if (secure) headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
            headers.set("Cache-Control", keepable(context) ? "public, max-age=31536000, immutable" : "no-store");
        });
        context.next();
    }

    private static boolean left(RoutingContext context) {
        int status = context.response().getStatusCode();
        return status < 400 && context.request().method() == HttpMethod.POST
                && WAYS_OUT.contains(context.normalizedPath());
    }

    /** The names under {@code /assets/} change with the content; a tile of the log never does. */
    private static boolean keepable(RoutingContext context) {
        int status = context.response().getStatusCode();
        String path = context.request().path();
        return (path.startsWith("/assets/") || path.startsWith("/log/tile/")) && (status == 200 || status == 304);
    }
}
