package org.hornsten.input;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.input.Contributions.Found;
import org.hornsten.input.Contributions.Topic;
import org.hornsten.input.Contributions.Waiting;
import org.hornsten.project.Project;
import org.hornsten.web.Shell;
import org.hornsten.web.Tongue;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** All that was said in a project, for those who work through it. */
@Path("/projects/{slug}/input")
@PermitAll
class InputPages {
    static final int SIZE = 50;

    private final Me me;
    private final Shell shell;
    private final Tongue tongue;
    private final Clock clock;

    InputPages(Me me, Shell shell, Tongue tongue, Clock clock) {
        this.me = me;
        this.shell = shell;
        this.tongue = tongue;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "input")
    record index(Project project, InputList list, Waiting waiting, LocalDate today) implements TemplateInstance {}

    /** What the list shows. */
    public record InputList(List<Contribution> items, long total, List<Topic> topics, InputQuery query,
                            List<InputQuery.Chosen> chosen, String before, String after) {
        public List<Contributions.State> states() {
            return List.of(Contributions.State.values());
        }

        public List<Channel> channels() {
            return List.of(Channel.values());
        }

        public List<Saying.Kind> kinds() {
            return List.of(Saying.Kind.values());
        }
    }

    @GET
    public TemplateInstance list(@RestPath String slug, @BeanParam InputQuery query, @RestQuery Optional<String> page) {
        Project project = Project.staffedBy(me, slug);
        int now = page.filter(p -> p.matches("[1-9]\\d{0,5}")).map(Integer::parseInt).orElse(1);
        Found found = Contributions.page(project, query.filter(), now, SIZE);
        String path = project.path() + "/input";
        return new index(project, new InputList(found.items(), found.total(), Contributions.topics(project), query,
                query.chosen(path, tongue.in(InputMessages.class, shell.language())),
                now > 1 ? query.address(path, "", now - 1) : "",
                (long) now * SIZE < found.total() ? query.address(path, "", now + 1) : ""),
                Contributions.waiting(project), LocalDate.now(clock));
    }

    /** To the oldest that waits. */
    @GET @Path("/next")
    public Response next(@RestPath String slug) {
        Project project = Project.staffedBy(me, slug);
        String to = Contributions.first(project).map(Viewpoint::path)
                .orElse(project.path() + "/input");
        return Response.seeOther(URI.create(to)).build();
    }
}
