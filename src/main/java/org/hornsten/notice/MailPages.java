package org.hornsten.notice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Membership;
import org.hornsten.project.Naming;
import org.hornsten.project.Project;
import org.hornsten.web.Form;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** A project's e-mails that wait or were not delivered, and what its lead may do about them. */
@Path("/projects/{slug}/mail")
@PermitAll
class MailPages {
    private final Me me;
    private final Ledger ledger;
    private final Form form;
    private final Carrier carrier;
    private final Clock clock;

    MailPages(Me me, Ledger ledger, Form form, Carrier carrier, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.form = form;
        this.carrier = carrier;
        this.clock = clock;
    }

    /** One e-mail and its receiver as the lead knows the person: by name while that is open, else by number. */
    record Row(Mail mail, String name, int number) {}

    @CheckedTemplate(basePath = "notice")
    record index(Project project, boolean open, List<Row> undelivered, List<Row> waiting)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(@RestPath String slug) {
        return page(Project.ledBy(me, slug));
    }

    @POST
    @Path("{mail}/trying")
    @Kept
    public Response retry(@RestPath String slug, @RestPath("mail") String id) {
        Project project = Project.ledBy(me, slug);
        try {
            mail(project, id).retry().ifPresent(retried -> ledger.keep(me, retried));
        } catch (Refused gone) {
            return form.refuse(gone).again(page(project));
        }
        return back(project);
    }

    /**
     * Off the list: the person is told in another way.
     *
     * @param next {@code letter} for going on to write one
     */
    @POST
    @Path("{mail}/dropping")
    @Kept
    public Response drop(@RestPath String slug, @RestPath("mail") String id, @RestForm Optional<String> next) {
        Project project = Project.ledBy(me, slug);
        mail(project, id).drop().ifPresent(dropped -> ledger.keep(me, dropped));
        return next.filter("letter"::equals).isPresent()
                ? Response.seeOther(URI.create(project.path() + "/letters")).build() : back(project);
    }

    private static Mail mail(Project project, String id) {
        return Mail.of(project, id).orElseThrow(Missing::new);
    }

    private static Response back(Project project) {
        return Response.seeOther(URI.create(project.path() + "/mail")).build();
    }

    private index page(Project project) {
        Naming naming = Naming.of(me, clock.instant());
        Map<Long, Integer> numbers = new HashMap<>();
        Membership.of(project).forEach(member -> numbers.put(member.person.id, member.number));
        List<Row> rows = Mail.open(project).stream().map(mail -> new Row(mail, naming.name(mail.receiver)
                .orElse(mail.receiver.pseudonym == null ? "" : mail.receiver.pseudonym),
                numbers.getOrDefault(mail.receiver.id, 0))).toList();
        return new index(project, carrier.open(), rows.stream().filter(row -> row.mail().failed()).toList(),
                rows.stream().filter(row -> !row.mail().failed()).toList());
    }
}
