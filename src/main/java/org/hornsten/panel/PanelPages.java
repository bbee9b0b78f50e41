package org.hornsten.panel;

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
import java.util.Set;
import org.hornsten.identity.Me;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.ledger.Submissions;
import org.hornsten.privacy.Disclosure;
import org.hornsten.project.Membership;
import org.hornsten.project.Naming;
import org.hornsten.project.Project;
import org.hornsten.web.Form;
import org.hornsten.web.Tells;
import org.hornsten.web.Tells.Done;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The panels of a project: setting one up, seeing who sits in it, changing it, ending it. */
@Path("/projects/{project}/panels")
@PermitAll
class PanelPages {
    private static final int PAGE = 200;

    private final Me me;
    private final Ledger ledger;
    private final Submissions submissions;
    private final LoadCap loadCap;
    private final Form form;
    private final Clock clock;

    PanelPages(Me me, Ledger ledger, Submissions submissions, LoadCap loadCap, Form form, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.submissions = submissions;
        this.loadCap = loadCap;
        this.form = form;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "panel")
    record list(Project project, boolean led, List<Counted> panels) implements TemplateInstance {}

    @CheckedTemplate(basePath = "panel")
    record kinds(Project project, Panel.Kind[] kinds) implements TemplateInstance {}

    @CheckedTemplate(basePath = "panel")
    record fresh(Project project, Panel.Plan plan) implements TemplateInstance {}

    @CheckedTemplate(basePath = "panel")
    record edit(Panel panel, Panel.Plan plan) implements TemplateInstance {}

    @CheckedTemplate(basePath = "panel")
    record panel(Panel panel, boolean led, Roll roll, Disclosure.Purpose[] purposes) implements TemplateInstance {}

    @CheckedTemplate(basePath = "panel")
    record own(Panel panel, List<Seat> seats) implements TemplateInstance {}

    @CheckedTemplate(basePath = "panel")
    record ending(Panel panel, long sitting) implements TemplateInstance {}

    /** Who sits in it now and will, a page of them, and who did. */
    public record Roll(List<Sitter> now, List<Sitter> before, long sitting, long soon, boolean veiled, boolean over,
                       String back, String on) {}

    @GET
    public TemplateInstance all(@RestPath("project") String slug) {
        Project project = Project.staffedBy(me, slug);
        return new list(project, led(project), Counted.of(project, today()));
    }

    @GET
    @Path("new")
    public TemplateInstance blank(@RestPath("project") String slug, @RestQuery Optional<String> kind) {
        return fresh(Project.ledBy(me, slug), PanelForm.kind(kind.orElse("")));
    }

    private TemplateInstance fresh(Project project, Optional<Panel.Kind> kind) {
        return kind.isPresent() ? new fresh(project, Panel.Plan.usual(kind.get(), today()))
                : new kinds(project, Panel.Kind.values());
    }

    @POST
    @Kept
    @Tells(Done.SAVED)
    public Response found(@RestPath("project") String slug, @BeanParam PanelForm typed) {
        Project project = Project.ledBy(me, slug);
        try {
            Optional<String> earlier = submissions.sent(me, typed.submission(), project.slug + typed);
            if (earlier.isPresent()) return to(project.path() + "/panels/" + earlier.get());
            Panel panel = Panel.founded(project, typed.plan(typed.wantedKind(), Target.NONE));
            submissions.done(me, typed.submission(), panel.publicId);
            ledger.keep(me, panel.founded());
            return to(panel.path());
        } catch (Refused no) {
            return form.refuse(no).again(fresh(project, PanelForm.kind(typed.kind())));
        }
    }

    @GET
    @Path("{panel}")
    public TemplateInstance show(@RestPath String project, @RestPath("panel") String id,
                                 @RestQuery Optional<String> from) {
        Panel panel = Panel.visibleTo(me, id).within(project);
        Optional<Membership> member = panel.project.membershipOf(me);
        return member.filter(Membership::staff).isPresent() ? page(panel, led(member), start(from))
                : new own(panel, Seat.of(me).stream().filter(seat -> seat.panel.equals(panel)).toList());
    }

    private static int start(Optional<String> from) {
        return from.filter(text -> text.matches("\\d{1,6}")).map(Integer::parseInt).orElse(0);
    }

    /** The names of all who sit in it, for a quarter of an hour; each of them is shown who did it and what for. */
    @POST
    @Path("{panel}/opening")
    @Kept
    public Response open(@RestPath String project, @RestPath("panel") String id, @RestForm Optional<String> purpose) {
        Panel panel = Panel.ledBy(me, id).within(project);
        try {
            Disclosure.open(me.known(), Seat.of(panel).stream().filter(seat -> !seat.over(today()))
                    .map(seat -> seat.person).filter(one -> !one.staff() && one.erasedAt == null).distinct().toList(),
                    panel.project.ref(), purpose(purpose.orElse("")), Disclosure.LIFE, clock)
                    .forEach(event -> ledger.keep(me, event));
        } catch (Refused no) {
            return form.refuse(no).again(page(panel, true, 0));
        }
        return to(panel.path());
    }

    static Disclosure.Purpose purpose(String typed) {
        return Arrays.stream(Disclosure.Purpose.values()).filter(one -> one.name().equalsIgnoreCase(typed)).findFirst()
                .orElse(null);
    }

    @GET
    @Path("{panel}/edit")
    public TemplateInstance look(@RestPath String project, @RestPath("panel") String id) {
        Panel panel = Panel.ledBy(me, id).within(project);
        return new edit(panel, panel.plan());
    }

    @POST
    @Path("{panel}/edit")
    @Kept
    @Tells(Done.SAVED)
    public Response change(@RestPath String project, @RestPath("panel") String id, @BeanParam PanelForm typed) {
        Panel panel = Panel.ledBy(me, id).within(project);
        try {
            ledger.keep(me, panel.change(typed.plan(panel.kind, panel.target), typed.seen()));
        } catch (Refused no) {
            return form.refuse(no).again(new edit(panel, panel.plan()));
        }
        return to(panel.path());
    }

    @GET
    @Path("{panel}/ending")
    public TemplateInstance ask(@RestPath String project, @RestPath("panel") String id) {
        Panel panel = Panel.ledBy(me, id).within(project);
        return new ending(panel, Seat.sitting(panel, today()).size());
    }

    @POST
    @Path("{panel}/ending")
    @Kept
    @Tells(Done.CLOSED)
    public Response end(@RestPath String project, @RestPath("panel") String id) {
        Panel panel = Panel.ledBy(me, id).within(project);
        try {
            ledger.keep(me, panel.end(today()));
        } catch (Refused no) {
            return form.refuse(no).again(new ending(panel, 0));
        }
        return to(panel.path());
    }

    private panel page(Panel panel, boolean led, int from) {
        return new panel(panel, led, roll(panel, from), Disclosure.Purpose.values());
    }

    private Roll roll(Panel panel, int from) {
        List<Seat> all = Seat.of(panel);
        List<Seat> now = all.stream().filter(seat -> !seat.over(today())).toList();
        List<Seat> shown = now.subList(Math.min(from, now.size()), Math.min(from + PAGE, now.size()));
        List<Seat> before = all.stream().filter(seat -> seat.over(today())).skip(Math.max(0, all.size() - now.size()
                - PAGE)).toList();
        Set<Long> tired = loadCap.reached(panel, shown.stream().map(seat -> seat.person.id).toList());
        Naming naming = Naming.of(me, clock.instant());
        List<Sitter> sitters = Sitter.of(shown, naming, tired, today());
        return new Roll(sitters, Sitter.of(before, naming, Set.of(), today()),
                now.stream().filter(seat -> seat.sits(today())).count(),
                now.stream().filter(seat -> seat.endsSoon(today())).count(), sitters.stream().anyMatch(Sitter::veiled),
                panel.over(today()), from == 0 ? "" : panel.path() + "?from=" + Math.max(0, from - PAGE),
                from + PAGE < now.size() ? panel.path() + "?from=" + (from + PAGE) : "");
    }

    private boolean led(Project project) {
        return led(project.membershipOf(me));
    }

    private static boolean led(Optional<Membership> member) {
        return member.filter(one -> one.role == Membership.Role.LEAD).isPresent();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
