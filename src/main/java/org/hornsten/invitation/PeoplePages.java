package org.hornsten.invitation;

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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.identity.PersonKind;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Submissions;
import org.hornsten.link.PersonalLink;
import org.hornsten.link.Row;
import org.hornsten.link.Spoken;
import org.hornsten.project.Admission;
import org.hornsten.project.Membership;
import org.hornsten.project.Naming;
import org.hornsten.project.Project;
import org.hornsten.project.Whom;
import org.hornsten.web.Form;
import org.hornsten.web.Shell;
import org.hornsten.web.Tells.Done;
import org.hornsten.web.Tells;
import org.jboss.resteasy.reactive.RestPath;

/** Who takes part in a project, for its lead. */
@Path("/projects/{slug}/people")
@PermitAll
class PeoplePages {
    private final Me me;
    private final Admission admission;
    private final Submissions submissions;
    private final Form form;
    private final Shell shell;
    private final Clock clock;

    PeoplePages(Me me, Admission admission, Submissions submissions, Form form, Shell shell, Clock clock) {
        this.me = me;
        this.admission = admission;
        this.submissions = submissions;
        this.form = form;
        this.shell = shell;
        this.clock = clock;
    }

    public record Choice(String value, String label) {}

    @CheckedTemplate(basePath = "invitation")
    record people(Project project, List<Row> rows, List<Choice> roles, List<Spoken> spoken)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "invitation")
    record newcomer(Project project, List<Choice> kinds, List<Choice> languages) implements TemplateInstance {}

    @GET
    public TemplateInstance list(@RestPath String slug) {
        return page(Project.ledBy(me, slug));
    }

    /** Somebody with an account, by user name. */
    @POST
    @Kept
    @Tells(Done.JOINED)
    public Response admit(@RestPath String slug, @BeanParam PersonForm typed) {
        Project project = Project.ledBy(me, slug);
        try {
            return admitted(project, typed.known(), typed.wantedRole());
        } catch (Refused no) {
            return form.refuse(no.field.equals("person") ? "userName" : no.field, no.key, no.arguments.toArray())
                    .again(page(project));
        }
    }

    @GET
    @Path("new")
    public TemplateInstance blank(@RestPath String slug) {
        return newcomerPage(Project.ledBy(me, slug));
    }

    /** Somebody without an account. */
    @POST
    @Path("new")
    @Kept
    @Tells(Done.JOINED)
    public Response meet(@RestPath String slug, @BeanParam PersonForm typed) {
        Project project = Project.ledBy(me, slug);
        try {
            Optional<String> earlier = submissions.sent(me, typed.submission(), project.slug + typed);
            if (earlier.isPresent()) return Response.seeOther(URI.create(project.path() + "/people")).build();
            submissions.done(me, typed.submission(), "met");
            return admitted(project, typed.newcomer(), Membership.Role.PARTICIPANT);
        } catch (Refused no) {
            return form.refuse(no).again(newcomerPage(project));
        }
    }

    /** Who lets somebody in needs to find him or her in the list for a while. */
    private Response admitted(Project project, Whom whom, Membership.Role role) {
        admission.of(me, project, whom, role, null);
        return Response.seeOther(URI.create(project.path() + "/people")).build();
    }

    private people page(Project project) {
        List<Choice> roles = Arrays.stream(Membership.Role.values()).map(role -> choice("role", role)).toList();
        return new people(project, Row.of(Membership.of(project), PersonalLink.of(project),
                Naming.of(me, clock.instant()), shell), roles, Spoken.of(project));
    }

    private newcomer newcomerPage(Project project) {
        return new newcomer(project, Arrays.stream(PersonKind.values()).map(kind -> choice("kind", kind)).toList(),
                Multilingual.LANGUAGES.stream().map(l -> new Choice(l, shell.say("project:in_" + l))).toList());
    }

    private Choice choice(String what, Enum<?> constant) {
        String word = constant.name().toLowerCase(Locale.ROOT);
        return new Choice(word, shell.say("project:" + what + "_" + word));
    }
}
