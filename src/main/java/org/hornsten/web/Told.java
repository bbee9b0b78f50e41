package org.hornsten.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.hornsten.identity.Cookies;
import org.hornsten.web.Tells.Done;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Carries over to the next page what was just done: whoever pressed a button sees that it worked. */
@RequestScoped
@Named("told")
public class Told {
    private static final String COOKIE = "told";
    private static final int A_MINUTE = 60;

    private final CurrentVertxRequest request;
    private final Cookies cookies;
    private final Shell shell;

    Told(CurrentVertxRequest request, Cookies cookies, Shell shell) {
        this.request = request;
        this.cookies = cookies;
        this.shell = shell;
    }

    /** Empty when there is nothing to tell. */
    public String words() {
        return done().map(done -> shell.say("web:told_" + done.name().toLowerCase(Locale.ROOT))).orElse("");
    }

    private Optional<Done> done() {
        String told = Optional.ofNullable(request.getCurrent().request().getCookie(cookies.named(COOKIE)))
                .map(Cookie::getValue).orElse("");
        return Arrays.stream(Done.values()).filter(done -> done.name().equals(told)).findFirst();
    }

    @ServerResponseFilter
    void carry(ContainerRequestContext asked, ContainerResponseContext answer, ResourceInfo door) {
        // no door at all where a request is refused before one is looked for
        Optional<Tells> tells = Optional.ofNullable(door).map(ResourceInfo::getResourceMethod)
                .map(method -> method.getAnnotation(Tells.class));
        if (tells.isPresent() && answer.getStatus() == 303) set(answer, tells.get().value().name(), A_MINUTE);
        else if (asked.getMethod().equals("GET") && answer.getStatus() == 200 && done().isPresent()) set(answer, "", 0);
    }

    private void set(ContainerResponseContext answer, String value, int seconds) {
        answer.getHeaders().add("Set-Cookie", cookies.make(COOKIE, value, seconds));
    }
}
