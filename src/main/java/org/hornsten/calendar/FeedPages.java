package org.hornsten.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.hornsten.kit.LinkToken;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Multilingual;
import org.hornsten.workshop.Registration;
import org.jboss.resteasy.reactive.RestPath;

/** One person's workshops for a calendar program, which has no session: its address is the right. */
@Path("/calendar")
@PermitAll
class FeedPages {
    private final Calendars calendars;

    FeedPages(Calendars calendars) {
        this.calendars = calendars;
    }

    @GET
    @Path("{token}.ics")
    public Response read(@RestPath String token) {
        if (!LinkToken.possible(token)) throw new Missing();
        CalendarKey key = CalendarKey.opened(token).orElseThrow(Missing::new);
        List<Calendars.Entered> mine = Registration.of(key.person, key.within).stream()
                .filter(one -> !one.declined()).map(one -> Calendars.Entered.of(one.workshop, one.hasSeat())).toList();
        return Response.ok(calendars.feed(mine, Multilingual.plain(key.person.language)))
                .type("text/calendar;charset=UTF-8").header("Cache-Control", "private, no-store")
                .header("Referrer-Policy", "no-referrer").build();
    }
}
