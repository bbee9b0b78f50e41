package org.hornsten.info;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hornsten.kit.Missing;

/** What stands at the foot of every page: help, accessibility, how the service is working. */
@Path("/")
@PermitAll
class InfoPages {
    private static final int PATIENCE_SECONDS = 2;

    private static final int TRUSTED_DAYS = 180;

    private final DataSource database;
    private final Clock clock;
    private final Optional<String> contact;

    InfoPages(DataSource database, Clock clock,
            @ConfigProperty(name = "hornsten.security.contact") Optional<String> contact) {
        this.database = database;
        this.clock = clock;
        this.contact = contact.filter(address -> !address.isBlank());
    }

    @CheckedTemplate(basePath = "info")
    record help() implements TemplateInstance {}

    @CheckedTemplate(basePath = "info")
    record accessibility(List<KnownIssue> issues) implements TemplateInstance {}

    @CheckedTemplate(basePath = "info")
    record status(boolean storing) implements TemplateInstance {}

    @GET
    @Path("help")
    public TemplateInstance help() {
        return new help();
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

    /** Where somebody who found a hole may tell so (RFC 9116); nothing until the operator has named an address. */
    @GET
    @Path(".well-known/security.txt")
    @Produces(MediaType.TEXT_PLAIN)
    public String security() {
        return "Contact: " + contact.orElseThrow(Missing::new) + "\nExpires: "
                + clock.instant().truncatedTo(ChronoUnit.DAYS).plus(TRUSTED_DAYS, ChronoUnit.DAYS)
                + "\nPreferred-Languages: sv, fi, en\n";
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
