package org.hornsten.invitation;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Untraced;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Submissions;
import org.hornsten.link.Destinations;
import org.hornsten.link.Row;
import org.hornsten.notice.Notice;
import org.hornsten.panel.Panel;
import org.hornsten.project.Membership;
import org.hornsten.project.Naming;
import org.hornsten.project.Project;
import org.hornsten.web.Address;
import org.hornsten.web.Form;
import org.hornsten.web.Shell;
import org.hornsten.web.Tells;
import org.hornsten.web.Tells.Done;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Inviting people to a text, a workshop or anything else of a project: to what, whom, how, as they will read it. */
@Path("/projects/{slug}/invitations/new")
@PermitAll
class InvitePages {
    private final Me me;
    private final Submissions submissions;
    private final Form form;
    private final Guests guests;
    private final Destinations destinations;
    private final Wording wording;
    private final Address address;
    private final Shell shell;
    private final Clock clock;

    InvitePages(Me me, Submissions submissions, Form form, Guests guests, Destinations destinations, Wording wording,
                Address address, Shell shell, Clock clock) {
        this.me = me;
        this.submissions = submissions;
        this.form = form;
        this.guests = guests;
        this.destinations = destinations;
        this.wording = wording;
        this.address = address;
        this.shell = shell;
        this.clock = clock;
    }

    record Choices(List<Destinations.Offer> things, List<Panel> panels, List<Guest> people, boolean mails,
                   List<PeoplePages.Choice> languages) {}

    /** Somebody one may tick, and whether an e-mail reaches the person. */
    record Guest(Row row, String hint) {}

    @CheckedTemplate(basePath = "invitation")
    record invite(Project project, Choices choices, InviteForm chosen) implements TemplateInstance {}

    /** The e-mail as the receivers of one language will read it. */
    record Sample(String language, long receivers, Notice notice) {
        public String key() {
            return "invitation:preview_in_" + language;
        }
    }

    @CheckedTemplate(basePath = "invitation")
    record preview(Project project, Guests.Plan plan, InviteForm typed, List<Sample> samples)
            implements TemplateInstance {}

    @GET
    public TemplateInstance blank(@RestPath String slug, @RestQuery String about, @RestQuery String who,
                                  @RestQuery List<String> member, @RestQuery String how, @RestQuery String dueOn,
                                  @RestQuery String remindDays) {
        return page(Project.ledBy(me, slug), new InviteForm(about, who, member, how, dueOn, remindDays,
                null, null, null, null));
    }

    /** What would be sent, and to how many; nothing is sent yet. */
    @POST
    @Path("preview")
    @Untraced("only shows what would be sent")
    public Object preview(@RestPath String slug, @BeanParam InviteForm typed) {
        Project project = Project.ledBy(me, slug);
        if (typed.changes()) return page(project, typed);
        try {
            Guests.Plan plan = guests.plan(me, project, typed);
            return new preview(project, plan, typed, samples(project, plan));
        } catch (Refused no) {
            return form.refuse(no).again(page(project, typed));
        }
    }

    @POST
    @Kept
    @Tells(Done.INVITED)
    public Response invite(@RestPath String slug, @BeanParam InviteForm typed) {
        Project project = Project.ledBy(me, slug);
        try {
            Optional<String> earlier = submissions.sent(me, typed.submission(), project.slug + typed);
            return Response.seeOther(next(project, typed, earlier.orElseGet(() -> invited(project, typed)))).build();
        } catch (Refused no) {
            return form.refuse(no.field.equals("to") ? "member" : no.field, no.key, no.arguments.toArray())
                    .again(page(project, typed));
        }
    }

    private String invited(Project project, InviteForm typed) {
        String batch = guests.invite(me, project, guests.plan(me, project, typed));
        submissions.done(me, typed.submission(), batch);
        return batch;
    }

    private static URI next(Project project, InviteForm typed, String batch) {
        return UriBuilder.fromPath(project.path() + "/invitations").queryParam("about", "{about}")
                .queryParam("letters", "{batch}").build(typed.about(), batch);
    }

    private invite page(Project project, InviteForm chosen) {
        LocalDate today = LocalDate.now(clock);
        List<Membership> offered = guests.offered(project);
        List<Row> rows = Row.of(offered, List.of(), Naming.of(me, clock.instant()), shell);
        List<Guest> people = rows.stream().map(row -> new Guest(row,
                guests.reaches(row.member().person) ? shell.say("invitation:by_mail") : "")).toList();
        return new invite(project, new Choices(destinations.offered(project), Panel.of(project).stream()
                .filter(panel -> !panel.over(today)).toList(), people, guests.mails(), languages()), chosen);
    }

    private List<PeoplePages.Choice> languages() {
        return Multilingual.LANGUAGES.stream().map(one -> new PeoplePages.Choice(one, shell.say("project:in_" + one)))
                .toList();
    }

    private List<Sample> samples(Project project, Guests.Plan plan) {
        List<Sample> samples = new ArrayList<>();
        Ref about = plan.terms().about();
        String where = address.of("/link/…");
        Multilingual title = plan.terms().title();
        plan.languages().forEach((language, receivers) -> samples.add(new Sample(language, receivers,
                wording.notice(new Wording.Asking(project, about, title, plan.terms().dueOn(), false,
                plan.greeting(), Wording.Turn.FIRST), null, language, where))));
        return samples;
    }
}
