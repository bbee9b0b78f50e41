package org.hornsten.planning;

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
import org.hornsten.calendar.Tidings;
import org.hornsten.identity.Me;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Stale;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.web.Form;
import org.hornsten.web.Shell;
import org.hornsten.web.Tells;
import org.hornsten.web.Tells.Done;
import org.hornsten.workshop.Workshop;
import org.jboss.resteasy.reactive.RestPath;

/** Planning a workshop anew; whoever is to come is told when time or place are others. */
@Path("/workshops/{workshop}/edit")
@PermitAll
class ChangingPages {
    private final Me me;
    private final Ledger ledger;
    private final Tidings tidings;
    private final Form form;
    private final Shell shell;
    private final Clock clock;

    ChangingPages(Me me, Ledger ledger, Tidings tidings, Form form, Shell shell, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.tidings = tidings;
        this.form = form;
        this.shell = shell;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "planning")
    record edit(Workshop workshop, WorkshopForm typed, Planning planning, int edition) implements TemplateInstance {}

    @GET
    public TemplateInstance form(@RestPath("workshop") String id) {
        Workshop workshop = Workshop.ledBy(me, id);
        return page(workshop, WorkshopForm.of(workshop, clock.getZone()));
    }

    @POST
    @Kept
    @Tells(Done.SAVED)
    public Object save(@RestPath("workshop") String id, @BeanParam WorkshopForm typed) {
        Workshop workshop = Workshop.ledBy(me, id);
        if (typed.wantsMoreRows()) return page(workshop, typed);
        try {
            keep(workshop, workshop.replan(typed.plan(clock.getZone(),
                    Planning.of(workshop.project, typed, shell).drafts()), typed.seen()));
            return Response.seeOther(URI.create(workshop.path())).build();
        } catch (Refused no) {
            return form.refuse(no).again(page(workshop, typed));
        } catch (Stale late) {
            Response again = form.refuse("", late.key).again(page(workshop, typed));
            return Response.fromResponse(again).status(Response.Status.CONFLICT).build();
        }
    }

    private void keep(Workshop workshop, Workshop.Replanned replanned) {
        replanned.events().forEach(event -> ledger.keep(me, event));
        tidings.promoted(replanned.promoted());
        if (replanned.moved()) tidings.moved(workshop);
    }

    private edit page(Workshop workshop, WorkshopForm typed) {
        return new edit(workshop, typed, Planning.of(workshop.project, typed, shell),
                typed.seen() >= 0 ? typed.seen() : workshop.edition);
    }
}
