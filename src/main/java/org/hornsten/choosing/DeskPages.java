package org.hornsten.choosing;

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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hornsten.identity.Me;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Secrets;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.ledger.Submissions;
import org.hornsten.letter.LetterBatch;
import org.hornsten.panel.Panel;
import org.hornsten.privacy.Disclosure;
import org.hornsten.project.Naming;
import org.hornsten.project.Project;
import org.hornsten.recruitment.Application;
import org.hornsten.recruitment.OpenCall;
import org.hornsten.recruitment.Outcome;
import org.hornsten.web.Form;
import org.hornsten.web.Tells;
import org.hornsten.web.Tells.Done;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The calls of a project, for its lead: announcing one, its dates, drawing, and who says yes. */
@Path("/projects/{slug}/calls")
@PermitAll
class DeskPages {
    private final Me me;
    private final Ledger ledger;
    private final Submissions submissions;
    private final Secrets secrets;
    private final Outcome outcome;
    private final Form form;
    private final Clock clock;

    DeskPages(Me me, Ledger ledger, Submissions submissions, Secrets secrets, Outcome outcome, Form form, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.submissions = submissions;
        this.secrets = secrets;
        this.outcome = outcome;
        this.form = form;
        this.clock = clock;
    }

    /** Somebody who is asked, by number; the name where it has been opened for a purpose. */
    public record Line(Application one, String name, String contact) {
        public boolean veiled() {
            return name.isEmpty();
        }
    }

    /** How many are where. */
    public record Counts(long applied, long again, long asked, long accepted, long declined, long reserves) {
        static Counts of(OpenCall call, List<Application> all) {
            return new Counts(all.size(), Application.count("call = ?1 and number is null", call),
                    in(all, Application.State.ASKED), in(all, Application.State.ACCEPTED),
                    in(all, Application.State.DECLINED) + in(all, Application.State.LAPSED),
                    in(all, Application.State.RESERVE));
        }

        private static long in(List<Application> all, Application.State state) {
            return all.stream().filter(one -> one.state == state).count();
        }
    }

    @CheckedTemplate(basePath = "choosing")
    record calls(Project project, List<OpenCall> calls, List<Panel> panels) implements TemplateInstance {}

    @CheckedTemplate(basePath = "choosing")
    record fresh(Project project, List<Panel> panels, CallForm typed) implements TemplateInstance {}

    @CheckedTemplate(basePath = "choosing")
    record edit(OpenCall call, Project project, CallForm typed) implements TemplateInstance {}

    @CheckedTemplate(basePath = "choosing")
    record desk(OpenCall call, Project project, Counts counts, List<Line> lines, int unwritten,
                List<LetterBatch> batches, String until) implements TemplateInstance {}

    @GET
    public TemplateInstance list(@RestPath String slug) {
        Project project = Project.ledBy(me, slug);
        return new calls(project, OpenCall.of(project), panels(project));
    }

    @GET
    @Path("new")
    public TemplateInstance blank(@RestPath String slug, @RestQuery Optional<String> panel) {
        Project project = Project.ledBy(me, slug);
        List<Panel> panels = panels(project);
        Optional<Panel> about = panels.stream().filter(one -> one.publicId.equals(panel.orElse(""))).findFirst()
                .or(() -> panels.stream().findFirst());
        return new fresh(project, panels, CallForm.usual(about, clock));
    }

    @POST
    @Path("new")
    @Kept
    @Tells(Done.SAVED)
    public Response announce(@RestPath String slug, @BeanParam CallForm typed) {
        Project project = Project.ledBy(me, slug);
        try {
            Panel panel = panels(project).stream().filter(one -> one.publicId.equals(typed.panel())).findFirst()
                    .orElseThrow(() -> new Refused("panel", "choosing:panel_missing"));
            Optional<String> earlier = submissions.sent(me, typed.submission(), typed.toString());
            if (earlier.isPresent()) return Response.seeOther(URI.create(earlier.get())).build();
            OpenCall call = OpenCall.announced(panel, typed.plan(clock.getZone()), secrets);
            submissions.done(me, typed.submission(), call.desk());
            ledger.keep(me, call.announced());
            return Response.seeOther(URI.create(call.desk())).build();
        } catch (Refused no) {
            return form.refuse(fields(no)).again(new fresh(project, panels(project), typed));
        }
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(@RestPath String slug, @RestPath String id) {
        return page(mine(slug, id));
    }

    @GET
    @Path("{id}/edit")
    public TemplateInstance form(@RestPath String slug, @RestPath String id) {
        OpenCall call = mine(slug, id);
        return new edit(call, call.panel.project, CallForm.of(call.plan(), clock.getZone()));
    }

    @POST
    @Path("{id}/edit")
    @Kept
    @Tells(Done.SAVED)
    public Response change(@RestPath String slug, @RestPath String id, @BeanParam CallForm typed) {
        OpenCall call = mine(slug, id);
        try {
            ledger.keep(me, call.change(typed.plan(clock.getZone())));
            return Response.seeOther(URI.create(call.desk())).build();
        } catch (Refused no) {
            return form.refuse(fields(no)).again(new edit(call, call.panel.project, typed));
        }
    }

    @POST
    @Path("{id}/prolonging")
    @Kept
    @Tells(Done.EXTENDED)
    public Response prolong(@RestPath String slug, @RestPath String id, @RestForm String until) {
        return done(mine(slug, id), call -> ledger.keep(me, call.prolong(CallForm.moment("until", until,
                clock.getZone()), clock.instant())));
    }

    @POST
    @Path("{id}/draw")
    @Kept
    public Response draw(@RestPath String slug, @RestPath String id, @RestForm String seed) {
        return done(mine(slug, id), call -> outcome.draw(me, call, seed));
    }

    /** Opens who it is and how the person is reached, for a quarter of an hour: to ask by phone. */
    @POST
    @Path("{id}/people/{number}/opening")
    @Kept
    public Response open(@RestPath String slug, @RestPath String id, @RestPath int number) {
        return done(mine(slug, id), call -> {
            Application one = Application.numbered(call, number).filter(Application::opens).orElseThrow(Missing::new);
            Disclosure.open(me.known(), one.person, call.panel.project.ref(), Disclosure.Purpose.INVITATION, clock)
                    .forEach(event -> ledger.keep(me, event));
        });
    }

    /** What the person said by phone or on paper; {@code lapse} when there was no answer. */
    @POST
    @Path("{id}/people/{number}/answer")
    @Kept
    public Response answer(@RestPath String slug, @RestPath String id, @RestPath int number, @RestForm String answer) {
        return done(mine(slug, id), call -> {
            Application one = Application.numbered(call, number).orElseThrow(Missing::new);
            switch (answer == null ? "" : answer) {
                case "yes" -> outcome.accept(me.person(), one);
                case "no" -> outcome.decline(me.person(), one);
                case "lapse" -> outcome.lapse(me.person(), one);
                default -> throw new Refused("recruitment:answer_missing");
            }
        });
    }

    /** An act on a call, which leads back to its page. */
    private Response done(OpenCall call, Consumer<OpenCall> act) {
        try {
            act.accept(call);
            return Response.seeOther(URI.create(call.desk())).build();
        } catch (Refused no) {
            boolean shown = no.field.equals("until") || no.field.equals("seed");
            return form.refuse(shown ? no : new Refused("", no.key, no.arguments.toArray())).again(page(call));
        }
    }

    private desk page(OpenCall call) {
        List<Application> all = Application.of(call);
        Naming naming = Naming.of(me, clock.instant());
        List<Line> lines = all.stream().filter(one -> one.opens() || one.answeredOn != null)
                .map(one -> line(one, naming)).toList();
        return new desk(call, call.panel.project, Counts.of(call, all), lines,
                (int) all.stream().filter(one -> one.asked() && !one.told).count(), LetterBatch.of(me, call.offer()),
                CallForm.local(call.closesAt, clock.getZone()));
    }

    private static Line line(Application one, Naming naming) {
        if (one.person == null || !one.opens()) return new Line(one, "", "");
        return naming.name(one.person).map(name -> new Line(one, name, contact(one))).orElse(new Line(one, "", ""));
    }

    private static String contact(Application one) {
        return Stream.of(one.phone, one.person.email, one.person.street, one.person.postcode,
                one.person.town).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    private List<Panel> panels(Project project) {
        return Panel.of(project).stream().filter(panel -> panel.endedOn == null && !panel.council()).toList();
    }

    private OpenCall mine(String slug, String id) {
        OpenCall call = OpenCall.ledBy(me, id);
        Project project = call.panel.project;
        if (!project.slug.equals(slug) && !project.publicId.equals(slug)) throw new Missing();
        return call;
    }

    /** Texts have a field for each language; what is wrong with one is told beside the first. */
    private static Refused fields(Refused no) {
        boolean text = List.of("words", "rhythm", "fee", "source").contains(no.field);
        return text ? new Refused(no.field + "Sv", no.key, no.arguments.toArray()) : no;
    }
}
