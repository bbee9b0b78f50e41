package org.hornsten.reading;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.hornsten.draft.Comparison;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Layout;
import org.hornsten.draft.ReadingCopy;
import org.hornsten.draft.Round;
import org.hornsten.draft.Version;
import org.hornsten.hearing.Comments;
import org.hornsten.identity.Me;
import org.hornsten.input.Anonymity;
import org.hornsten.pool.Pool;
import org.hornsten.project.Membership;
import org.hornsten.rating.RatingChart;
import org.hornsten.rating.Ratings;
import org.hornsten.web.Shell;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The plan as a text to read, in its versions, and what differs between two of them. */
@Path("/drafts/{id}")
@PermitAll
class DraftPages {
    private final Me me;
    private final Shell shell;
    private final Pool pool;

    DraftPages(Me me, Shell shell, Pool pool) {
        this.me = me;
        this.shell = shell;
        this.pool = pool;
    }

    /** @param sealed whether answers without a name wait for others, which its staff should know */
    @CheckedTemplate(basePath = "reading")
    record version(ReadingCopy copy, Layout layout, long all, RatingChart ratings, boolean sealed)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "reading")
    record unpublished(Draft draft, boolean led) implements TemplateInstance {}

    @CheckedTemplate(basePath = "reading")
    record difference(ReadingCopy copy, int from, Comparison compared) implements TemplateInstance {}

    @GET
    public Response newest(@RestPath String id, @RestQuery String language, @RestHeader("If-None-Match") String seen) {
        Draft draft = Draft.visibleTo(me, id);
        List<Version> versions = draft.versions();
        if (!versions.isEmpty()) return read(ReadingCopy.of(me, draft, versions, 0, wished(language)), seen);
        boolean led = draft.project.membershipOf(me).filter(m -> m.role == Membership.Role.LEAD).isPresent();
        return Fresh.page(new unpublished(draft, led), seen);
    }

    @GET
    @Path("versions/{number}")
    public Response version(@RestPath String id, @RestPath int number, @RestQuery String language,
                            @RestHeader("If-None-Match") String seen) {
        return read(ReadingCopy.of(me, Draft.visibleTo(me, id), number, wished(language)), seen);
    }

    private Response read(ReadingCopy copy, String seen) {
        // what others said is for those who take part, and so is how much of it there is
        Map<String, Long> comments = copy.member()
                ? Comments.counts(copy.draft(), copy.version().number, copy.staff()) : Map.of();
        RatingChart ratings = RatingChart.of(Ratings.of(copy.draft(), copy.versions()), shell.language());
        return Fresh.page(new version(copy, copy.layout(comments), comments.values().stream().mapToLong(n -> n).sum(),
                ratings, sealed(copy)), seen);
    }

    private boolean sealed(ReadingCopy copy) {
        Round round = copy.version().round;
        return copy.staff() && round != null && round.anonymity == Anonymity.ANONYMOUS && pool.waits(round.comments());
    }

    @GET
    @Path("versions/{number}/diff/{other}")
    public TemplateInstance difference(@RestPath String id, @RestPath int number, @RestPath int other,
                                       @RestQuery String language) {
        int from = Math.min(number, other);
        ReadingCopy copy = ReadingCopy.of(me, Draft.visibleTo(me, id), Math.max(number, other), wished(language));
        Comparison compared = Comparison.of(copy.draft(), from, copy.text(), me);
        return new difference(copy, from, compared);
    }

    private String wished(String language) {
        return language == null || language.isBlank() ? shell.reading() : language;
    }
}
