package org.hornsten.decision;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.input.Contributions;
import org.hornsten.input.Contributions.Topic;
import org.hornsten.input.Contributions.Waiting;
import org.hornsten.input.Viewpoint;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.ledger.Submissions;
import org.hornsten.kit.Untraced;
import org.hornsten.project.Project;
import org.hornsten.web.Form;
import org.hornsten.web.Tells.Done;
import org.hornsten.web.Tells;
import org.jboss.resteasy.reactive.RestPath;

/** One answer to everything that waits under a topic, or to what is ticked of it. */
@Path("/projects/{slug}/input/topics/{topic}")
@PermitAll
class TopicPages {
    /** More than anybody ticks at once, and well under the number of fields a form may have. */
    private static final int MOST = 200;

    private final Me me;
    private final Ledger ledger;
    private final Submissions submissions;
    private final Form form;
    private final Clock clock;

    TopicPages(Me me, Ledger ledger, Submissions submissions, Form form, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.submissions = submissions;
        this.form = form;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "decision")
    record topic(Project project, Heap heap, AnswerForm typed, List<Disposition> dispositions, LocalDate today)
            implements TemplateInstance {}

    /** @param ticked public ids of those the answer is meant for; all of them to begin with */
    public record Heap(Topic topic, List<Viewpoint> viewpoints, List<String> ticked, Waiting waiting,
            List<Phrase> phrases) {}

    @GET
    public TemplateInstance show(@RestPath String slug, @RestPath String topic) {
        return page(Project.ledBy(me, slug), topic, AnswerForm.empty(), Optional.empty());
    }

    @POST @Kept(once = true)
    @Tells(Done.ANSWERED)
    public Response decide(@RestPath String slug, @RestPath String topic, @BeanParam AnswerForm typed) {
        Project project = Project.ledBy(me, slug);
        String once = Submissions.once(me, typed.submission());
        try {
            if (submissions.earlier(once, typed.body()).isEmpty()) {
                Decision decision = Answering.decide(project, me.known(), typed.ids(), typed.answer(),
                        LocalDate.now(clock));
                ledger.keep(me, decision.decided());
                submissions.made(once, decision.publicId);
            }
        } catch (Refused no) {
            return form.refuse(no).again(page(project, topic, typed, Optional.of(typed.ids())));
        }
        return Response.seeOther(URI.create(project.path() + "/input")).build();
    }

    /** The form again with a reusable reason in it. */
    @POST @Path("/phrasing") @Untraced("fills in a form and keeps nothing")
    public Response phrase(@RestPath String slug, @RestPath String topic, @BeanParam AnswerForm typed) {
        Project project = Project.ledBy(me, slug);
        AnswerForm filled = Phrase.of(project, Optional.ofNullable(typed.phrase()).orElse(""))
                .map(phrase -> typed.with(phrase.text)).orElse(typed);
        return Response.ok(page(project, topic, filled, Optional.of(typed.ids()))).build();
    }

    private topic page(Project project, String name, AnswerForm typed, Optional<List<String>> ticked) {
        List<Viewpoint> waiting = Contributions.undecided(project);
        List<Viewpoint> under = waiting.stream().filter(v -> v.topic.equalsIgnoreCase(name)).limit(MOST).toList();
        return new topic(project, new Heap(new Topic(name, under.size()), under,
                ticked.orElseGet(() -> under.stream().map(v -> v.publicId).toList()), Waiting.of(waiting),
                Phrase.of(project)), typed, Arrays.asList(Disposition.values()), LocalDate.now(clock));
    }
}
