package org.hornsten.decision;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Project;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The decisions of a project: what is promised, what comes back, what has to be looked at again. */
@Path("/projects/{slug}/decisions")
@PermitAll
class DecisionsPages {
    private final Me me;
    private final Ledger ledger;
    private final Clock clock;

    DecisionsPages(Me me, Ledger ledger, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "decision")
    record index(Project project, List<Decisions.Row> rows, Chosen chosen, Suspect suspect, LocalDate today)
            implements TemplateInstance {}

    public record Chosen(Optional<Disposition> disposition, Optional<Decisions.Part> part) {
        public List<Disposition> dispositions() {
            return Arrays.asList(Disposition.values());
        }

        public List<Decisions.Part> parts() {
            return Arrays.asList(Decisions.Part.values());
        }

        public boolean none() {
            return disposition.isEmpty() && part.isEmpty();
        }
    }

    public record Suspect(List<Answered> answers, List<ChangeLink> changes) {
        public boolean none() {
            return answers.isEmpty() && changes.isEmpty();
        }
    }

    @GET
    public TemplateInstance list(@RestPath String slug, @RestQuery Optional<String> disposition,
            @RestQuery Optional<String> part) {
        Project project = Project.staffedBy(me, slug);
        Chosen chosen = new Chosen(word(Disposition.class, disposition), word(Decisions.Part.class, part));
        return new index(project, Decisions.in(project, chosen.disposition(), chosen.part()), chosen,
                new Suspect(Answered.suspect(project), ChangeLink.suspect(project)), LocalDate.now(clock));
    }

    /** Somebody has looked at a suspect answer or change and finds it right. */
    @POST @Path("/confirmations") @Kept
    public Response confirm(@RestPath String slug, @RestForm String viewpoint, @RestForm String change,
            @RestForm String decision) {
        Project project = Project.ledBy(me, slug);
        ledger.keep(me, confirmed(project, viewpoint, change, decision));
        return Response.seeOther(URI.create(project.path() + "/decisions")).build();
    }

    static DecisionEvent.Confirmed confirmed(Project project, String viewpoint, String change, String decision) {
        return viewpoint != null
                ? Answered.suspect(project).stream().filter(a -> a.viewpoint.publicId.equals(viewpoint)).findFirst()
                        .map(Answered::confirm).orElseThrow(() -> new Refused("viewpoint", "decision:not_suspect"))
                : ChangeLink.suspect(project, change, decision).map(link -> link.confirm(link.decision.holding()))
                        .orElseThrow(() -> new Refused("change", "decision:not_suspect"));
    }

    static <E extends Enum<E>> Optional<E> word(Class<E> words, Optional<String> value) {
        try {
            return value.filter(text -> !text.isBlank())
                    .map(text -> Enum.valueOf(words, text.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            throw new BadRequestException(unknown);
        }
    }
}
