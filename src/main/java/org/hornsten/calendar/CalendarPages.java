package org.hornsten.calendar;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.hornsten.identity.Cookies;
import org.hornsten.identity.Me;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.web.Address;

/** The address by which a calendar program reads one's own workshops; shown once, made anew whenever one likes. */
@Path("/me/calendar")
@PermitAll
class CalendarPages {
    private static final String COOKIE = "new-calendar";
    private static final int TEN_MINUTES = 600;

    private final Me me;
    private final Ledger ledger;
    private final Address address;
    private final Cookies cookies;
    private final Clock clock;
    private final HttpHeaders headers;

    CalendarPages(Me me, Ledger ledger, Address address, Cookies cookies, Clock clock, @Context HttpHeaders headers) {
        this.me = me;
        this.ledger = ledger;
        this.address = address;
        this.cookies = cookies;
        this.clock = clock;
        this.headers = headers;
    }

    /** @param shown the address, while it was made just now; empty otherwise */
    @CheckedTemplate(basePath = "calendar")
    record calendar(Optional<CalendarKey> key, String shown) implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        me.known();
        Optional<CalendarKey> key = CalendarKey.of(me);
        String token = Optional.ofNullable(headers.getCookies().get(cookies.named(COOKIE))).map(Cookie::getValue)
                .orElse("");
        boolean hers = CalendarKey.opened(token).filter(one -> key.filter(one::equals).isPresent()).isPresent();
        return new calendar(key, hers ? address.of("/calendar/" + token + ".ics") : "");
    }

    /** A new one; the old one ends. */
    @POST
    @Kept
    public Response make() {
        CalendarKey.Made made = CalendarKey.made(me, LocalDate.now(clock));
        ledger.keep(me, made.event());
        return Response.seeOther(URI.create("/me/calendar")).cookie(cookies.make(COOKIE, made.token(), TEN_MINUTES))
                .build();
    }
}
