package org.hornsten.privacy;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The promise to people, and the register of what is kept of them. */
@Path("/privacy")
@PermitAll
class PrivacyPages {

    @CheckedTemplate(basePath = "privacy")
    record privacy(Holding[] holdings) implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        return new privacy(Holding.values());
    }
}
