package org.hornsten.fee;

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
import org.hornsten.identity.Me;
import org.hornsten.identity.PersonKind;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Project;
import org.hornsten.web.Form;
import org.hornsten.web.Tells;
import org.hornsten.web.Tells.Done;
import org.jboss.resteasy.reactive.RestPath;

/** What a project pays for, agreed beforehand and written down. */
@Path("/projects/{slug}/fees")
@PermitAll
class RulePages {
    private final Me me;
    private final Ledger ledger;
    private final Form form;
    private final Clock clock;

    RulePages(Me me, Ledger ledger, Form form, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.form = form;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "fee")
    record rules(Project project, List<FeeRule> agreed, PersonKind[] kinds, Task[] tasks, LocalDate today)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show(@RestPath String slug) {
        return page(Project.ledBy(me, slug));
    }

    @POST
    @Kept
    @Tells(Done.SAVED)
    public Response agree(@RestPath String slug, @BeanParam RuleForm typed) {
        Project project = Project.ledBy(me, slug);
        if (form.refuses(typed)) return form.again(page(project));
        try {
            ledger.keep(me, FeeRule.agreed(project, typed.wanted(), me.known(), LocalDate.now(clock)).event());
            return Response.seeOther(URI.create(project.path() + "/fees")).build();
        } catch (Refused no) {
            return form.refuse(no).again(page(project));
        }
    }

    private rules page(Project project) {
        return new rules(project, FeeRule.of(project), PersonKind.values(), Task.values(), LocalDate.now(clock));
    }
}
