package org.hornsten.fee;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.hornsten.identity.Me;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Project;
import org.hornsten.web.Form;
import org.hornsten.web.Tells;
import org.hornsten.web.Tells.Done;
import org.jboss.resteasy.reactive.RestPath;

/** Lists of approved claims for whoever pays them out. */
@Path("/projects/{slug}/payroll")
@PermitAll
class PayrollPages {
    private final Me me;
    private final Ledger ledger;
    private final Form form;
    private final FeeNotices notices;
    private final Clock clock;

    PayrollPages(Me me, Ledger ledger, Form form, FeeNotices notices, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.form = form;
        this.notices = notices;
        this.clock = clock;
    }

    /** @param waiting what the next list would hold */
    @CheckedTemplate(basePath = "fee")
    record payroll(Project project, List<PayrollBatch> batches, PayrollTable.Waiting waiting)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show(@RestPath String slug) {
        return page(Project.ledBy(me, slug));
    }

    @POST
    @Kept
    @Tells(Done.SAVED)
    public Response make(@RestPath String slug) {
        Project project = Project.ledBy(me, slug);
        try {
            ledger.keep(me, PayrollBatch.made(project, me.known(), clock.instant()).event());
            return back(project);
        } catch (Refused no) {
            return form.refuse(no).again(page(project));
        }
    }

    /** The same list, as often as it is asked for. */
    @GET
    @Path("{number}")
    public Response fetch(@RestPath String slug, @RestPath String number) {
        PayrollBatch batch = PayrollBatch.of(Project.ledBy(me, slug), number);
        return PayrollTable.file("payroll-" + batch.number + ".csv", batch.claimList());
    }

    @POST
    @Path("{number}/paid")
    @Kept
    @Tells(Done.SAVED)
    public Response paid(@RestPath String slug, @RestPath String number) {
        Project project = Project.ledBy(me, slug);
        PayrollBatch batch = PayrollBatch.of(project, number);
        batch.paid(clock.instant()).ifPresent(event -> {
            ledger.keep(me, event);
            batch.claimList().forEach(notices::tell);
        });
        return back(project);
    }

    private payroll page(Project project) {
        return new payroll(project, PayrollBatch.of(project), PayrollTable.waiting(project));
    }

    private static Response back(Project project) {
        return Response.seeOther(URI.create(project.path() + "/payroll")).build();
    }
}
