package org.hornsten.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.hornsten.identity.Cookies;
import org.hornsten.kit.Untraced;
import org.jboss.resteasy.reactive.RestForm;

/** Language, easy language, text size and colours: chosen with a button on any page, kept in a cookie. */
@Path("/preferences")
@PermitAll
class PreferencePages {
    private static final int YEAR = 365 * 24 * 60 * 60;

    private final Shell shell;
    private final Cookies cookies;

    PreferencePages(Shell shell, Cookies cookies) {
        this.shell = shell;
        this.cookies = cookies;
    }

    @CheckedTemplate(basePath = "web")
    record preferences() implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        return new preferences();
    }

    @POST
    @Untraced("a choice of how to read, kept by the reader\'s own browser")
    public Response choose(@RestForm Optional<String> what, @RestForm Optional<String> value,
                           @RestForm Optional<String> back) {
        Preferences chosen = shell.preferences().with(what.orElse(""), value.orElse(""));
        return Response.seeOther(Back.to(back.orElse("/")))
                .cookie(cookies.make(Preferences.COOKIE, chosen.toString(), YEAR)).build();
    }
}
