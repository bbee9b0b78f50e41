package org.hornsten.trace;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.kit.Missing;
import org.hornsten.web.Shell;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A published text as one reads it, and why each place of it says what it says. */
@Path("/drafts/{draft}/versions/{number}/why")
@PermitAll
class WhyPages {
    private final Me me;
    private final Shell shell;

    WhyPages(Me me, Shell shell) {
        this.me = me;
        this.shell = shell;
    }

    @CheckedTemplate(basePath = "trace")
    record reading(ReadCopy copy) implements TemplateInstance {}

    /** @param text of the passage, or the section's heading */
    @CheckedTemplate(basePath = "trace")
    record why(ReadCopy copy, String id, String text, boolean heading, Account account) implements TemplateInstance {}

    @GET
    public TemplateInstance read(@RestPath String draft, @RestPath int number, @RestQuery Optional<String> language) {
        return new reading(copy(draft, number, language));
    }

    @GET
    @Path("{place}")
    public TemplateInstance why(@RestPath String draft, @RestPath int number, @RestPath String place,
                                @RestQuery Optional<String> language) {
        ReadCopy copy = copy(draft, number, language);
        return copy.reading().passage(place).map(p -> new why(copy, p.id(), p.text(), false, Account.of(p)))
                .or(() -> copy.reading().section(place)
                        .map(s -> new why(copy, s.id(), s.heading(), true, Account.of(s))))
                .orElseThrow(Missing::new);
    }

    private ReadCopy copy(String draft, int number, Optional<String> language) {
        return ReadCopy.of(me, draft, number, language.filter(named -> !named.isBlank()),
                List.of(shell.reading(), shell.language()));
    }
}
