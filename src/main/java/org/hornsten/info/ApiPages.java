package org.hornsten.info;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** What other programs can do here, for the people who write them. */
@Path("/")
@PermitAll
class ApiPages {
    private static final String CALL = """
            GET /api/v1/me
            Authorization: Bearer eyJhbGciOi…
            Accept-Language: sv""";

    private final ApiGuide guide;

    ApiPages(ApiGuide guide) {
        this.guide = guide;
    }

    @CheckedTemplate(basePath = "info")
    record api(String call, List<ApiGuide.Topic> topics) implements TemplateInstance {}

    @GET
    @Path("api")
    public TemplateInstance api() {
        return new api(CALL, guide.topics());
    }
}
