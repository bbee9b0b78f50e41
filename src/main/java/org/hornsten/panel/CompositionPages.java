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
import org.hornsten.identity.Me;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.web.Form;
import org.hornsten.web.Tells;
import org.hornsten.web.Tells.Done;
import org.jboss.resteasy.reactive.RestPath;

/** How a panel fits what it wishes for, and what it wishes for. */
@Path("/projects/{project}/panels/{panel}/composition")
@PermitAll
class CompositionPages {
    private final Me me;
    private final Ledger ledger;
    private final Form form;
    private final Values values;
    private final Clock clock;

    CompositionPages(Me me, Ledger ledger, Form form, Values values, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.form = form;
        this.values = values;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "panel")
    record composition(Panel panel, Picture picture, Values called) implements TemplateInstance {}

    @CheckedTemplate(basePath = "panel")
    record target(Panel panel, TargetForm typed, Values called) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@RestPath String project, @RestPath("panel") String id) {
        Panel panel = Panel.ledBy(me, id).within(project);
        return new composition(panel, Picture.of(panel, LocalDate.now(clock)), values);
    }

    @GET
    @Path("target")
    public TemplateInstance look(@RestPath String project, @RestPath("panel") String id) {
        Panel panel = Panel.ledBy(me, id).within(project);
        return new target(panel, TargetForm.of(panel.target, panel.edition), values);
    }

    @POST
    @Path("target")
    @Kept
    @Tells(Done.SAVED)
    public Response wish(@RestPath String project, @RestPath("panel") String id, @BeanParam TargetForm typed) {
        Panel panel = Panel.ledBy(me, id).within(project);
        try {
            Panel.Plan now = panel.plan();
            ledger.keep(me, panel.change(new Panel.Plan(now.kind(), now.name(), now.term(), now.size(), typed.target(),
                    now.excludes(), now.minimumAge(), now.loadCap()), typed.seen()));
        } catch (Refused no) {
            return form.refuse(no.field.replace("target.", ""), no.key, no.arguments.toArray())
                    .again(new target(panel, typed, values));
        }
        return Response.seeOther(URI.create(panel.path() + "/composition")).build();
    }
}
