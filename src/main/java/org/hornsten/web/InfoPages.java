package org.hornsten.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** What stands at the foot of every page: help, privacy, accessibility, how the service is working. */
@Path("/")
@PermitAll
class InfoPages {
    private static final int PATIENCE_SECONDS = 2;

    private final DataSource database;

    InfoPages(DataSource database) {
        this.database = database;
    }

    @CheckedTemplate(basePath = "web")
    record help() implements TemplateInstance {}

    @CheckedTemplate(basePath = "web")
    record privacy() implements TemplateInstance {}

    @CheckedTemplate(basePath = "web")
    record accessibility(List<KnownIssue> issues) implements TemplateInstance {}

    @CheckedTemplate(basePath = "web")
    record status(boolean storing) implements TemplateInstance {}

    @GET
    @Path("help")
    public TemplateInstance help() {
        return new help();
    }

    @GET
    @Path("privacy")
    public TemplateInstance privacy() {
        return new privacy();
    }

    @GET
    @Path("accessibility")
    public TemplateInstance accessibility() {
        return new accessibility(KnownIssue.all());
    }

    @GET
    @Path("status")
    public TemplateInstance status() {
        return new status(storing());
    }

    /** Whether an answer sent now could be stored. */
    private boolean storing() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException away) {
            return false;
        }
    }
}
