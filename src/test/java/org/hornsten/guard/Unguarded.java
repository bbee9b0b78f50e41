package org.hornsten.guard;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.inject.Vetoed;
import java.time.Clock;
import org.hornsten.identity.Cookies;
import org.hornsten.identity.Me;
import org.hornsten.kit.Secrets;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** A guard of the forms that is asleep: what the tests of forgery must find. */
@Vetoed
public final class Unguarded extends Forgery {
    private Unguarded() {
        super(bean(Me.class), bean(CurrentVertxRequest.class), bean(Secrets.class), bean(Cookies.class),
                bean(Clock.class));
    }

    public static Forgery made() {
        return new Unguarded();
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }

    @Override
    public void guard(ResteasyReactiveContainerRequestContext request, SimpleResourceInfo asked) {
        // everything may come in
    }
}
