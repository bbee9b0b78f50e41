package org.hornsten.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.kit.QrCode;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.web.Address;
import org.hornsten.web.Shell;
import org.hornsten.workshop.Workshop;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** The board as a projector shows it, and going on from step to step. */
@Path("/workshops/{id}/board")
@PermitAll
class BoardPages {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Me me;
    private final Ledger ledger;
    private final Shell shell;
    private final Address address;
    private final Clock clock;

    BoardPages(Me me, Ledger ledger, Shell shell, Address address, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.shell = shell;
        this.address = address;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "board")
    record screen(Look look, String joinAt, QrCode qr) implements TemplateInstance {}

    @CheckedTemplate(basePath = "board")
    record opening(Workshop workshop) implements TemplateInstance {}

    public record StepForm(@RestForm String from, @RestForm String to, @RestForm String back) {}

    @GET
    public TemplateInstance show(@RestPath String id) {
        Optional<Board> board = Board.staffed(me, id);
        return board.isPresent() ? screen(board.get()) : new opening(Workshop.staffedBy(me, id));
    }

    private screen screen(Board board) {
        String join = address.of("/w" + (board.code == null ? "" : "/" + board.code));
        return new screen(Look.at(board, shell.language()), address.of("/w").replaceFirst("^https?://", ""),
                QrCode.of(join));
    }

    @POST
    @Path("opening")
    @Kept
    public Response open(@RestPath String id) {
        Board.Opening opening = Board.open(Workshop.staffedBy(me, id), RANDOM);
        opening.event().ifPresent(event -> ledger.keep(me, event));
        return Response.seeOther(URI.create(opening.board().path() + "/desk")).build();
    }

    @POST
    @Path("step")
    @Kept
    public Response go(@RestPath String id, @BeanParam StepForm sent) {
        Board board = Board.staffedBy(me, id);
        board.move(JoinForm.text(sent.from()), JoinForm.text(sent.to()), clock.instant(), RANDOM)
                .ifPresent(event -> ledger.keep(me, event));
        return Response.seeOther(URI.create(board.path() + ("desk".equals(sent.back()) ? "/desk" : ""))).build();
    }
}
