package org.hornsten.board;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What happens on a board, for its pages: as a stream, and by asking where a stream does not come through. */
@Path("/workshops/{id}/board")
@PermitAll
class LivePages {
    private static final int AT_ONCE = 200;

    private final Guests guests;
    private final Screens screens;

    LivePages(Guests guests, Screens screens) {
        this.guests = guests;
        this.screens = screens;
    }

    /** What is asked for where a stream does not come through. */
    record Latest(List<News> items) {}

    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    public Multi<OutboundSseEvent> events(@RestPath String id, @RestQuery String after,
                                          @RestHeader("Last-Event-ID") String seen, @Context Sse sse,
                                          @Context HttpServerResponse response) {
        return stream(screens, guests.at(id).board().id, from(seen, after), sse, response);
    }

    @GET
    @Path("news")
    @Produces(MediaType.APPLICATION_JSON)
    public Latest news(@RestPath String id, @RestQuery String after) {
        return new Latest(News.after(guests.at(id).board().id, from(null, after), AT_ONCE));
    }

    static Multi<OutboundSseEvent> stream(Screens screens, long board, long after, Sse sse,
                                          HttpServerResponse response) {
        // a proxy that waits for more before it hands on what it has would make a live board a late one
        response.putHeader("X-Accel-Buffering", "no");
        return screens.of(board, after).map(line -> line.beat()
                ? sse.newEventBuilder().name("beat").data(line.words()).reconnectDelay(1_000).build()
                : sse.newEventBuilder().id(Long.toString(line.number())).data(line.words()).build());
    }

    /** Where a reader left off: a browser that comes again says it in the header, a page when it begins. */
    static long from(String seen, String after) {
        String number = seen == null || seen.isBlank() ? after : seen;
        return number != null && number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
    }
}
