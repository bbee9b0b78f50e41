package org.hornsten.demo;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hornsten.identity.Demo;
import org.hornsten.kit.Missing;

/** Whether this is a house to try things in, where anybody on this machine may be anybody. */
@ApplicationScoped
public class DemoHouse {
    /** By these a proxy tells that it asks for somebody who may sit anywhere. */
    private static final List<String> ON_BEHALF = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");
    private static final List<String> HERE = List.of("localhost", "127.0.0.1", "::1", "[::1]");
    static final int FIRST = 1;

    private final boolean bundled;

    DemoHouse(@ConfigProperty(name = "hornsten.bundled", defaultValue = "false") boolean bundled) {
        this.bundled = bundled;
    }

    public boolean open() {
        return Demo.on();
    }

    void check(@Observes @Priority(FIRST) StartupEvent start) {
        // developers and tests may bring a database of their own to the build; a packaged server may not
        if (LaunchMode.current() == LaunchMode.NORMAL) refuseOutsideDatabase(ConfigUtils.getProfiles(), bundled);
    }

    static void refuseOutsideDatabase(List<String> profiles, boolean bundled) {
        if (Demo.on(profiles) && !bundled) throw new IllegalStateException("""
                The demo profile lets anybody sign in as anybody and runs on its bundled database only. Take away the \
                outside database (quarkus.datasource.jdbc.url), or start without the profile demo.""");
    }

    /** @throws Missing for whoever does not sit at this machine, and everywhere but in a demo house */
    void letIn(HttpServerRequest request) {
        boolean straight = ON_BEHALF.stream().noneMatch(request.headers()::contains);
        if (!open() || !straight || !loopback(request.remoteAddress()) || !here(request)) throw new Missing();
    }

    // A page elsewhere may point its own name at this machine: only names that mean this machine are let in.
    private static boolean here(HttpServerRequest request) {
        String host = Optional.ofNullable(request.authority()).map(HostAndPort::host).orElse("");
        return HERE.contains(host.toLowerCase(Locale.ROOT));
    }

    private static boolean loopback(SocketAddress from) {
        return Optional.ofNullable(from).map(SocketAddress::hostAddress).filter(DemoHouse::loopback).isPresent();
    }

    static boolean loopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unreadable) {
            return false;
        }
    }
}
