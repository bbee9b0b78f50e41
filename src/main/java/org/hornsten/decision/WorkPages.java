package org.hornsten.decision;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.input.Contribution;
import org.hornsten.input.Contributions;
import org.hornsten.input.Viewpoint;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.ledger.Submissions;
import org.hornsten.kit.Untraced;
import org.hornsten.link.Destinations;
import org.hornsten.project.Project;
import org.hornsten.web.Form;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The screen for answering what was said, one viewpoint after the other. */
@Path("/contributions/{id}")
@PermitAll
class WorkPages {
    private final Me me;
    private final Ledger ledger;
    private final Submissions submissions;
    private final Form form;
    private final Destinations destinations;
    private final Clock clock;

    WorkPages(Me me, Ledger ledger, Submissions submissions, Form form, Destinations destinations, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.submissions = submissions;
        this.form = form;
        this.destinations = destinations;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "decision")
    record work(Desk desk, Optional<Destinations.Destination> elsewhere, AnswerForm typed,
                List<Disposition> dispositions, LocalDate today, Done done)
            implements TemplateInstance {
        /** What was answered a moment ago; {@code decision} is empty when nothing was. */
        public record Done(String decision, int viewpoints) {}
    }

    @GET
    public TemplateInstance show(@RestPath String id, @RestQuery Optional<String> viewpoint,
                                 @RestQuery Optional<String> answered, @RestQuery Optional<String> viewpoints) {
        int count = viewpoints.filter(n -> n.matches("\\d{1,4}")).map(Integer::parseInt).orElse(1);
        return page(Contribution.staffedBy(me, id), viewpoint.orElse(""), AnswerForm.empty(),
                new work.Done(answered.filter(known -> known.matches("[A-Za-z0-9_-]{1,40}")).orElse(""), count));
    }

    @POST @Path("/decisions") @Kept(once = true)
    public Response decide(@RestPath String id, @BeanParam AnswerForm typed) {
        Contribution said = Contribution.staffedToChange(me, id);
        Project project = Project.ledBy(me, said.project.publicId);
        String first = typed.ids().stream().findFirst().orElse("");
        String once = Submissions.once(me, typed.submission());
        try {
            Optional<String> earlier = submissions.earlier(once, typed.body());
            if (earlier.isEmpty()) {
                Decision decision = Answering.decide(project, me.known(), typed.ids(), typed.answer(),
                        LocalDate.now(clock));
                ledger.keep(me, decision.decided());
                submissions.made(once, decision.publicId);
                earlier = Optional.of(decision.publicId);
            }
            return next(said, first, earlier.orElseThrow(), typed.ids().size());
        } catch (Refused no) {
            return form.refuse(no).again(page(said, first, typed, nothing()));
        }
    }

    /** The form again with a reusable reason in it. */
    @POST @Path("/phrasing") @Untraced("fills in a form and keeps nothing")
    public Response phrase(@RestPath String id, @BeanParam AnswerForm typed) {
        Contribution said = Contribution.staffedBy(me, id);
        AnswerForm filled = Phrase.of(said.project, Optional.ofNullable(typed.phrase()).orElse(""))
                .map(phrase -> typed.with(phrase.text)).orElse(typed);
        return Response.ok(page(said, typed.ids().stream().findFirst().orElse(""), filled, nothing())).build();
    }

    private Response next(Contribution said, String first, String decision, int viewpoints) {
        Viewpoint last = said.viewpoints.stream().filter(v -> v.publicId.equals(first)).findFirst()
                .orElse(said.viewpoints.get(0));
        URI to = Contributions.nextAfter(last).map(next -> UriBuilder.fromPath(next.contribution.path())
                .queryParam("viewpoint", next.publicId).queryParam("answered", decision)
                .queryParam("viewpoints", viewpoints)
                .build()).orElseGet(() -> URI.create(said.project.path() + "/decisions"));
        return Response.seeOther(to).build();
    }

    private static work.Done nothing() {
        return new work.Done("", 0);
    }

    private work page(Contribution said, String viewpoint, AnswerForm typed, work.Done done) {
        Desk desk = Desk.of(me, said, viewpoint);
        // what is about no text is about something another room knows: a workshop
        Optional<Destinations.Destination> elsewhere = desk.about().isPresent() ? Optional.empty()
                : destinations.find(said.about());
        return new work(desk, elsewhere, typed, Arrays.asList(Disposition.values()), LocalDate.now(clock), done);
    }
}
