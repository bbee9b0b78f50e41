package org.hornsten.guard;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Cookies;
import org.hornsten.identity.Me;
import org.hornsten.kit.Secrets;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Lets a form through only from our own pages: the browser says so ({@code Sec-Fetch-Site}, or else {@code Origin}),
 * and the form carries a token signed for this browser's sign-in. The API takes bearer tokens and never cookies,
 * so nothing can be forged there.
 */
@ApplicationScoped
public class Forgery {
    public static final String FIELD = "token";
    private static final List<String> SAFE = List.of("GET", "HEAD", "OPTIONS");
    private static final String PURPOSE = "form";

    private final Secrets secrets;
    private final Cookies cookies;
    private final Me me;
    private final CurrentVertxRequest current;
    private final Clock clock;

    Forgery(Me me, CurrentVertxRequest current, Secrets secrets, Cookies cookies, Clock clock) {
        this.me = me;
        this.current = current;
        this.secrets = secrets;
        this.cookies = cookies;
        this.clock = clock;
    }

    /**
     * For a form shown now to the browser with this sign-in (empty: nobody's): {@code seconds.mark}. A form that
     * comes again keeps the moment it was first shown.
     */
    public String token(String session) {
        String sent = current.getCurrent().get(FIELD);
        return sent != null ? sent : marked(Long.toString(clock.instant().getEpochSecond()), session);
    }

    /** When the form that was just sent was first shown. */
    public Optional<Instant> shown() {
        return Optional.<String>ofNullable(current.getCurrent().get(FIELD)).map(Forgery::moment);
    }

    private static Instant moment(String token) {
        return Instant.ofEpochSecond(Long.parseLong(token.substring(0, token.indexOf('.'))));
    }

    /** When the form with this token was shown, unless the token is not ours or another sign-in's. */
    Optional<Instant> shown(String token, String session) {
        String seconds = token.substring(0, Math.max(token.indexOf('.'), 0));
        boolean ours = seconds.matches("\\d{1,12}") && MessageDigest.isEqual(
                marked(seconds, session).getBytes(), token.getBytes());
        return ours ? Optional.of(moment(token)) : Optional.empty();
    }

    @ServerRequestFilter
    @WithFormRead
    public void guard(ResteasyReactiveContainerRequestContext request, SimpleResourceInfo asked) {
        if (SAFE.contains(request.getMethod()) || me.api()
                || asked.getResourceClass().isAnnotationPresent(Proven.class)) return;
        if (!fromOurPages(request)) throw new Forged(false);
        String token = tokenOf(request);
        if (shown(token, session(request)).isEmpty()) throw new Forged(true);
        current.getCurrent().put(FIELD, token);
    }

    private static boolean fromOurPages(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) return site.equals("same-origin");
        String origin = request.getHeaderString("Origin");
        return origin != null && origin.equals(originOf(request.getUriInfo().getBaseUri()));
    }

    private static String originOf(URI base) {
        return base.getScheme() + "://" + base.getRawAuthority();
    }

    private static String tokenOf(ResteasyReactiveContainerRequestContext request) {
        if (CurrentRequestManager.get().getFormData() == null) return "";
        Object token = CurrentRequestManager.get().getFormParameter(FIELD, true, false);
        return token == null ? "" : token.toString();
    }

    private String session(ContainerRequestContext request) {
        return me.stay(Optional.ofNullable(request.getCookies().get(cookies.session())).map(Cookie::getValue)
                .orElse(""));
    }

    private String marked(String seconds, String session) {
        return seconds + "." + Base64.getUrlEncoder().withoutPadding()
                .encodeToString(secrets.mark(PURPOSE, seconds + "|" + session));
    }

    /** The form is not from our pages, or from ours but shown before signing in or out: then it may be sent again. */
    public static class Forged extends RuntimeException {
        public final boolean ours;

        Forged(boolean ours) {
            super(null, null, false, false);
            this.ours = ours;
        }
    }
}
