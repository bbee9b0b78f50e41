package org.hornsten.board;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.hornsten.identity.Cookies;
import org.hornsten.identity.Me;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Secrets;
import org.hornsten.project.Membership;

/**
 * Who has joined a board. Nothing is kept of somebody nobody knows: a signed cookie holds a random name, the table, how
 * many share the phone, and until when.
 */
@RequestScoped
class Guests {
    static final String COOKIE = "hornsten-board";
    private static final Duration A_DAY_IN_THE_ROOM = Duration.ofHours(16);
    private static final String PURPOSE = "board";

    private final CurrentVertxRequest request;
    private final Cookies cookies;
    private final Secrets secrets;
    private final Clock clock;
    private final Me me;

    Guests(CurrentVertxRequest request, Cookies cookies, Secrets secrets, Clock clock, Me me) {
        this.request = request;
        this.cookies = cookies;
        this.secrets = secrets;
        this.clock = clock;
        this.me = me;
    }

    private record Seat(String workshop, String name, int table, int people) {}

    NewCookie seated(Board board, int table, int people) {
        String name = seat(board.workshop.publicId).map(Seat::name).orElseGet(PublicId::random);
        long until = clock.instant().plus(A_DAY_IN_THE_ROOM).getEpochSecond();
        return cookies.make(COOKIE, secrets.signed(PURPOSE, String.join("!", board.workshop.publicId, name, "" + table,
                "" + people, "" + until)), (int) A_DAY_IN_THE_ROOM.toSeconds());
    }

    /** Who asks, when he or she has joined, or takes part in the project anyway. */
    Guest at(String workshop) {
        Optional<Seat> seat = seat(workshop);
        return seat.flatMap(sat -> Board.joined(workshop)).map(board -> guest(board, seat.get()))
                .orElseGet(() -> member(workshop));
    }

    /** A member of the project, for programs, which have no cookies. */
    Guest member(String workshop) {
        Board board = Board.openTo(me, workshop);
        Membership member = board.workshop.project.membershipOf(me).orElseThrow(me::nothing);
        return new Guest(board, known(member), 0, 1, Optional.of(member));
    }

    private Guest guest(Board board, Seat seat) {
        Optional<Membership> member = me.signedIn() ? board.workshop.project.membershipOf(me) : Optional.empty();
        String name = member.filter(m -> seat.people() == 1).map(Guests::known).orElse("guest " + seat.name());
        return new Guest(board, name, seat.table(), seat.people(), member);
    }

    private static String known(Membership member) {
        return Voters.name(member.person);
    }

    private Optional<Seat> seat(String workshop) {
        Cookie cookie = request.getCurrent().request().getCookie(cookies.named(COOKIE));
        String[] parts = cookie == null ? new String[0] : secrets.opened(PURPOSE, cookie.getValue()).split("!");
        if (parts.length != 5 || !parts[0].equals(workshop)
                || Long.parseLong(parts[4]) < clock.instant().getEpochSecond()) return Optional.empty();
        return Optional.of(new Seat(parts[0], parts[1], Integer.parseInt(parts[2]), Integer.parseInt(parts[3])));
    }
}
