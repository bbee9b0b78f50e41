package org.hornsten.recruitment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.hornsten.identity.Cookies;
import org.hornsten.identity.Me;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.project.Project;
import org.hornsten.recruitment.CallPages.Asked;
import org.hornsten.web.Form;
import org.jboss.resteasy.reactive.RestPath;

/** Who works here types in applications that came by phone or on paper, and reads the code back to the person. */
@Path("/projects/{slug}/calls/{id}/typed-in")
@PermitAll
class TypedPages {
    private final Me me;
    private final Form form;
    private final Applying applying;
    private final Cookies cookies;

    TypedPages(Me me, Form form, Applying applying, Cookies cookies) {
        this.me = me;
        this.form = form;
        this.applying = applying;
        this.cookies = cookies;
    }

    @CheckedTemplate(basePath = "recruitment")
    record typed(OpenCall call, Project project, Asked asked) implements TemplateInstance {}

    @GET
    public TemplateInstance blank(@RestPath String slug, @RestPath String id) {
        return page(mine(slug, id));
    }

    @POST
    @Kept(once = true)
    public Response keep(@RestPath String slug, @RestPath String id, @BeanParam ApplicationForm typed) {
        OpenCall call = mine(slug, id);
        try {
            String code = applying.write(me.person(), call, typed.said(call, Optional.empty()), typed.submission(),
                    typed.wayIn());
            return Response.seeOther(URI.create("/calls/applications/thanks"))
                    .cookie(cookies.make(ApplicationPages.COOKIE, code, ApplicationPages.QUARTER_OF_AN_HOUR)).build();
        } catch (Refused no) {
            return form.refuse(no).again(page(call));
        }
    }

    private static typed page(OpenCall call) {
        return new typed(call, call.panel.project, Asked.of(call));
    }

    private OpenCall mine(String slug, String id) {
        OpenCall call = OpenCall.staffedBy(me, id);
        Project project = call.panel.project;
        if (!project.slug.equals(slug) && !project.publicId.equals(slug)) throw new Missing();
        return call;
    }
}
