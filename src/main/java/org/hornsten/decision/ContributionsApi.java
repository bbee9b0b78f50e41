package org.hornsten.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.identity.Me;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Channel;
import org.hornsten.input.Contribution;
import org.hornsten.input.Contributions;
import org.hornsten.input.InputQuery;
import org.hornsten.input.Moderation;
import org.hornsten.input.Saying;
import org.hornsten.input.Viewpoint;
import org.hornsten.project.Project;
import org.hornsten.project.Stage;
import org.hornsten.text.Quote;
import org.hornsten.web.Listed;
import org.hornsten.web.Paging;
import org.jboss.resteasy.reactive.RestPath;

/** What was said in a project, with what became of it, for its staff. */
@Tag(name = "Contributions")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class ContributionsApi {
    private final Me me;

    ContributionsApi(Me me) {
        this.me = me;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Contribution")
    public record Item(String id, About about, Channel channel, Saying.Kind kind, String language, String words,
                       Anonymity anonymity, Author author, LocalDate receivedOn, Stage stage, List<Point> viewpoints,
                       boolean masked, Contribution.Deflection deflected, Moderation.State moderation,
                       LocalDate withdrawnOn, LocalDate erasedOn) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ContributionPlace")
    public record About(String draft, String workshop, int version, String language, String section, String passage,
                        Quote quote) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Author(PersonKind kind, String name, Integer number) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Viewpoint")
    public record Point(String id, String exact, String topic, boolean decided, Disposition disposition,
            String decision) {}

    @GET
    @Path("projects/{project}/contributions")
    @Operation(summary = "Lists what was said in a project, with what became of it")
    public Listed<Item> list(@RestPath String project, @BeanParam InputQuery query, @BeanParam Paging paging) {
        Project staffed = Project.staffedBy(me, project);
        Contributions.Found found = Contributions.in(staffed, query.filter(),
                Optional.ofNullable(paging.after()).orElse(""), paging.exactly());
        Map<Viewpoint, Decision> decisions = new HashMap<>();
        Answered.to(found.items()).forEach(answered -> decisions.put(answered.viewpoint, answered.decision));
        return Listed.page(found.items().stream().map(said -> item(said, decisions)).toList(), found.next(),
                found.total());
    }

    private static Item item(Contribution said, Map<Viewpoint, Decision> decisions) {
        return new Item(said.publicId, new About(about(said, "draft"), about(said, "workshop"), said.version,
                said.language, given(said.section), given(said.passage), said.quote().orElse(null)), said.channel,
                said.kind, said.language, said.words, said.anonymity, author(said), said.receivedOn, said.stage,
                said.viewpoints.stream().sorted(Comparator.comparingInt(v -> v.fromChar))
                        .map(v -> point(v, Optional.ofNullable(decisions.get(v)))).toList(),
                said.masked, said.deflectedTo, said.moderation.state, said.withdrawnOn, said.erasedOn);
    }

    private static String about(Contribution said, String kind) {
        return said.aboutKind.equals(kind) ? said.aboutId : null;
    }

    private static Point point(Viewpoint viewpoint, Optional<Decision> decision) {
        return new Point(viewpoint.publicId, viewpoint.exact(), viewpoint.topic, viewpoint.decided,
                decision.map(d -> d.disposition).orElse(null), decision.map(d -> d.publicId).orElse(null));
    }

    // Nothing about the author of an anonymous one, not even as whom they spoke.
    private static Author author(Contribution said) {
        return said.anonymity == Anonymity.ANONYMOUS ? null
                : new Author(said.spokenAs().orElse(null), given(said.authorName), said.authorNumber);
    }

    private static String given(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
