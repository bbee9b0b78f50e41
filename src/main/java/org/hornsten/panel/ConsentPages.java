package org.hornsten.panel;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hornsten.identity.Me;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Naming;
import org.hornsten.web.Form;
import org.hornsten.web.Tells;
import org.hornsten.web.Tells.Done;
import org.jboss.resteasy.reactive.RestPath;

/** A lead writes down what somebody who sits in a panel consented to, on paper or by phone. */
@Path("/projects/{project}/panels/{panel}/members/{seat}/consents")
@PermitAll
class ConsentPages {
    private final Me me;
    private final Ledger ledger;
    private final Form form;
    private final Clock clock;

    ConsentPages(Me me, Ledger ledger, Form form, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.form = form;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "panel")
    record consent(Sitter sitter, Seat seat, Panel panel, Area[] areas, Experience.Purpose[] purposes,
                   LocalDate today) implements TemplateInstance {}

    @GET
    public TemplateInstance blank(@RestPath String project, @RestPath("panel") String id,
                                  @RestPath("seat") String seat) {
        return page(seat(project, id, seat));
    }

    @POST
    @Kept
    @Tells(Done.SAVED)
    public Response write(@RestPath String project, @RestPath("panel") String id, @RestPath("seat") String which,
                          @BeanParam ExperienceForm typed) {
        Seat seat = seat(project, id, which);
        try {
            Experience.given(seat.person, seat.panel.project, typed.consent(null), Optional.of(me.known()),
                    LocalDate.now(clock)).forEach(event -> ledger.keep(me, event));
        } catch (Refused no) {
            return form.refuse(no).again(page(seat));
        }
        return Response.seeOther(URI.create(seat.path())).build();
    }

    private Seat seat(String project, String panel, String id) {
        Seat seat = Seat.ledBy(me, panel, id);
        seat.panel.within(project);
        return seat;
    }

    private consent page(Seat seat) {
        LocalDate today = LocalDate.now(clock);
        Sitter sitter = Sitter.of(List.of(seat), Naming.of(me, clock.instant()), Set.of(), today).get(0);
        return new consent(sitter, seat, seat.panel, Area.values(), Experience.Purpose.values(), today);
    }
}
