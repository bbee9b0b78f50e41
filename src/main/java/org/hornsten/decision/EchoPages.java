package org.hornsten.decision;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.kit.Missing;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Project;
import org.hornsten.web.Tells;
import org.hornsten.web.Tells.Done;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Words of people who were erased may be quoted in what staff wrote: a lead looks at each place once. */
@Path("/projects/{slug}/quotes")
@PermitAll
class EchoPages {
    private final Me me;
    private final Ledger ledger;
    private final Clock clock;

    EchoPages(Me me, Ledger ledger, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "decision")
    record quotes(Project project, List<Place> places) implements TemplateInstance {}

    /** The words in question, with what stands around them. */
    public record Place(Echo echo, String before, String words, String after) {
        static List<Place> waiting(Project project) {
            return Echo.waiting(project).stream().flatMap(echo -> of(echo).stream()).toList();
        }

        private static Optional<Place> of(Echo echo) {
            Optional<String> text = echo.field == Echo.Field.PHRASE
                    ? Phrase.of(echo.project, echo.aboutId).flatMap(phrase -> phrase.text.exactly(echo.language))
                    : Decision.of(echo.project, echo.aboutId).map(decision -> written(decision, echo));
            return text.filter(words -> words.length() >= echo.toChar).map(words -> new Place(echo,
                    words.substring(0, echo.fromChar), words.substring(echo.fromChar, echo.toChar),
                    words.substring(echo.toChar)));
        }

        private static String written(Decision decision, Echo echo) {
            return switch (echo.field) {
                case REASON -> decision.reason.exactly(echo.language).orElse("");
                case ACTION -> decision.action.exactly(echo.language).orElse("");
                case ACTION_BY -> decision.actionBy;
                case PHRASE -> "";
            };
        }

        public String path() {
            return echo.field == Echo.Field.PHRASE ? echo.project.path() + "/phrases" : "/decisions/" + echo.aboutId;
        }

        public String act() {
            return echo.project.path() + "/quotes/" + echo.publicId;
        }
    }

    @GET
    public TemplateInstance list(@RestPath String slug) {
        Project project = Project.ledBy(me, slug);
        return new quotes(project, Place.waiting(project));
    }

    @POST @Path("{id}") @Kept
    @Tells(Done.SAVED)
    public Response settle(@RestPath String slug, @RestPath String id, @RestForm Optional<String> what) {
        Project project = Project.ledBy(me, slug);
        Echo echo = Echo.waiting(project, id).orElseThrow(Missing::new);
        ledger.keep(me, echo.settled(what.filter("blank"::equals).isPresent(), LocalDate.now(clock)));
        return Response.seeOther(URI.create(project.path() + "/quotes")).build();
    }
}
