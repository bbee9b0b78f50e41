package org.hornsten.input;

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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.input.Contribution.Deflection;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.web.Form;
import org.hornsten.web.Tells.Done;
import org.hornsten.web.Tells;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Sends a statutory reminder, a complaint or a matter of somebody's own care where it belongs. */
@Path("/contributions/{id}/deflection")
@PermitAll
class DeflectionPages {
    private final Me me;
    private final Ledger ledger;
    private final Form form;
    private final Clock clock;

    DeflectionPages(Me me, Ledger ledger, Form form, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.form = form;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "input")
    record deflect(Contribution said, List<Deflection> ways) implements TemplateInstance {}

    public record DeflectionForm(@RestForm String to, @RestForm String note) {
        Deflection way() {
            return Arrays.stream(Deflection.values()).filter(way -> way.name().equals(to)).findFirst()
                    .orElseThrow(() -> new Refused("to", "input:deflection_missing"));
        }
    }

    @GET
    public TemplateInstance show(@RestPath String id) {
        return page(Contribution.staffedBy(me, id));
    }

    @POST @Kept
    @Tells(Done.DEFLECTED)
    public Response send(@RestPath String id, @BeanParam DeflectionForm typed) {
        Contribution said = Contribution.staffedToChange(me, id);
        Optional<Viewpoint> waiting = said.viewpoints.stream().findFirst();
        try {
            ledger.keep(me, said.deflect(typed.way(), typed.note(), LocalDate.now(clock)));
        } catch (Refused no) {
            return form.refuse(no).again(page(said));
        }
        return Response.seeOther(URI.create(waiting.flatMap(Contributions::nextAfter).map(Viewpoint::path)
                .orElse(said.project.path() + "/input"))).build();
    }

    private static deflect page(Contribution said) {
        return new deflect(said, List.of(Deflection.values()));
    }
}
