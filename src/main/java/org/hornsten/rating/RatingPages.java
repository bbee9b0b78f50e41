package org.hornsten.rating;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hornsten.draft.Draft;
import org.hornsten.draft.ReadingCopy;
import org.hornsten.draft.Round;
import org.hornsten.guard.Expected;
import org.hornsten.guard.Forgery;
import org.hornsten.identity.Me;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Channel;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.web.Form;
import org.hornsten.web.Shell;
import org.jboss.resteasy.reactive.RestPath;

/** Rating a version on the lead's questions. */
@Path("/drafts/{id}/versions/{number}/rating")
@PermitAll
class RatingPages {

    private final Me me;
    private final Form form;
    private final Shell shell;
    private final Scoring scoring;
    private final Forgery forgery;

    RatingPages(Me me, Form form, Shell shell, Scoring scoring, Forgery forgery) {
        this.me = me;
        this.form = form;
        this.shell = shell;
        this.scoring = scoring;
        this.forgery = forgery;
    }

    /**
     * @param given  what this person answered before, by criterion
     * @param sealed whether it was without a name, and can no longer be changed
     */
    @CheckedTemplate(basePath = "rating")
    record rating(ReadingCopy copy, Map<String, Integer> given, boolean sealed, Anonymity anonymous)
            implements TemplateInstance {
        rating(ReadingCopy copy, Map<String, Integer> given, boolean sealed) {
            this(copy, given, sealed, Anonymity.ANONYMOUS);
        }
    }

    @GET
    public TemplateInstance form(@RestPath String id, @RestPath int number) {
        ReadingCopy copy = copy(id, number);
        return new rating(copy, scoring.given(me, copy.version()), scoring.sealed(me, copy.version()));
    }

    @POST
    @Kept(once = true)
    public Response rate(@RestPath String id, @RestPath int number, MultivaluedMap<String, String> sent) {
        ReadingCopy copy = copy(id, number);
        copy.hold();
        Map<String, Integer> scores = scores(copy, sent);
        if (form.refused()) return form.again(new rating(copy, Map.of(), false));
        try {
            if (copy.broken(sent.getFirst("promised"))) throw new Refused("draft:promise_changed");
            scoring.rate(me, copy.draft(), number, scores, Channel.WEB, sent.getFirst(Expected.SUBMISSION),
                    forgery.shown());
            return Response.seeOther(URI.create(copy.path() + "/rating")).build();
        } catch (Refused no) {
            return form.refuse(no.field.equals("scores") ? "" : no.field, no.key, no.arguments.toArray())
                    .again(new rating(copy, Map.of(), false));
        }
    }

    /** Each criterion has a face, or says that one cannot say. */
    private Map<String, Integer> scores(ReadingCopy copy, MultivaluedMap<String, String> sent) {
        List<Round.Criterion> criteria = copy.version().round.criteria;
        for (Round.Criterion criterion : criteria)
            if (!Optional.ofNullable(sent.getFirst(criterion.key())).orElse("").matches("[0-5]"))
                form.refuse(criterion.key(), "rating:face_missing", criterion.label().in(shell.language()));
        return Scoring.sent(criteria, sent);
    }

    private ReadingCopy copy(String id, int number) {
        return ReadingCopy.of(me, Draft.openTo(me, id), number, shell.reading());
    }
}
