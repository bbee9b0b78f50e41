package org.hornsten.decision;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.hornsten.identity.Me;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Project;
import org.hornsten.web.Form;
import org.hornsten.web.Tells.Done;
import org.hornsten.web.Tells;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Reasons worth using again. */
@Path("/projects/{slug}/phrases")
@PermitAll
class PhrasePages {
    private final Me me;
    private final Ledger ledger;
    private final Form form;

    PhrasePages(Me me, Ledger ledger, Form form) {
        this.me = me;
        this.ledger = ledger;
        this.form = form;
    }

    @CheckedTemplate(basePath = "decision")
    record phrases(Project project, List<Phrase> all) implements TemplateInstance {}

    public record PhraseForm(@RestForm("text-sv") String sv, @RestForm("text-fi") String fi,
            @RestForm("text-en") String en) {
        Multilingual text() {
            return Multilingual.of(sv == null ? "" : sv, fi == null ? "" : fi, en == null ? "" : en);
        }
    }

    @GET
    public TemplateInstance list(@RestPath String slug) {
        return page(Project.ledBy(me, slug));
    }

    @POST @Kept
    @Tells(Done.SAVED)
    public Response keep(@RestPath String slug, @BeanParam PhraseForm typed) {
        Project project = Project.ledBy(me, slug);
        try {
            ledger.keep(me, new DecisionEvent.Phrased(project.ref(), Phrase.kept(project, typed.text()).ref()));
        } catch (Refused no) {
            return form.refuse(no).again(page(project));
        }
        return Response.seeOther(URI.create(project.path() + "/phrases")).build();
    }

    private static phrases page(Project project) {
        return new phrases(project, Phrase.of(project));
    }
}
