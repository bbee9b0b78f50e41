package org.hornsten.letter;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.ledger.Submissions;
import org.hornsten.link.Row;
import org.hornsten.project.Membership;
import org.hornsten.project.Naming;
import org.hornsten.project.Project;
import org.hornsten.web.Form;
import org.hornsten.web.Shell;
import org.jboss.resteasy.reactive.RestPath;

/** Letters with codes: to whom, printing them, and telling that they are printed. */
@Path("/projects/{slug}/letters")
@PermitAll
class LetterPages {
    private final Me me;
    private final Ledger ledger;
    private final Submissions submissions;
    private final Form form;
    private final Letters letters;
    private final Sheets sheets;
    private final Shell shell;
    private final Clock clock;

    LetterPages(Me me, Ledger ledger, Submissions submissions, Form form, Letters letters, Sheets sheets, Shell shell,
                Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.submissions = submissions;
        this.form = form;
        this.letters = letters;
        this.sheets = sheets;
        this.shell = shell;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "letter")
    record letters(Project project, List<Row> rows, boolean veiled, List<Integer> numbers,
                   List<LetterBatch> batches) implements TemplateInstance {}

    @CheckedTemplate(basePath = "letter")
    record batch(LetterBatch batch, Project project) implements TemplateInstance {}

    @CheckedTemplate(basePath = "letter")
    record printing(LetterBatch batch, List<Sheet> sheets) implements TemplateInstance {}

    @GET
    public TemplateInstance list(@RestPath String slug) {
        return page(Project.ledBy(me, slug));
    }

    @POST
    @Kept
    public Response write(@RestPath String slug, @BeanParam LetterForm typed) {
        Project project = Project.ledBy(me, slug);
        try {
            Optional<String> earlier = submissions.sent(me, typed.submission(), project.slug + typed.member());
            return Response.seeOther(earlier.map(id -> URI.create(project.path() + "/letters/" + id))
                    .orElseGet(() -> written(project, typed))).build();
        } catch (Refused no) {
            return form.refuse(no.field.equals("to") ? "member" : no.field, no.key, no.arguments.toArray())
                    .again(page(project));
        }
    }

    private URI written(Project project, LetterForm typed) {
        LetterBatch batch = letters.write(me, project, typed.chosen(receivers(project)), project.ref(),
                typed.due().orElse(null)).batch();
        submissions.done(me, typed.submission(), batch.publicId);
        return URI.create(batch.path());
    }

    @GET
    @Path("{batch}")
    public TemplateInstance show(@RestPath String slug, @RestPath("batch") String id) {
        LetterBatch batch = mine(slug, id);
        return new batch(batch, batch.project);
    }

    /** All letters, one to a sheet, each in its receiver's language. */
    @GET
    @Path("{batch}/sheets")
    public Object sheets(@RestPath String slug, @RestPath("batch") String id, @Context UriInfo here) {
        LetterBatch batch = mine(slug, id);
        Optional<List<Sheet>> all = sheets.of(batch, here);
        return all.isPresent() ? new printing(batch, all.get()) : Response.seeOther(URI.create(batch.path())).build();
    }

    @GET
    @Path("{batch}/paper")
    public Response paper(@RestPath String slug, @RestPath("batch") String id, @Context UriInfo here) {
        LetterBatch batch = mine(slug, id);
        return sheets.pdf(batch, here).orElseGet(() -> Response.seeOther(URI.create(batch.path())).build());
    }

    /** Several to a page, to be cut apart. */
    @GET
    @Path("{batch}/cards")
    public Response cards(@RestPath String slug, @RestPath("batch") String id, @Context UriInfo here) {
        LetterBatch batch = mine(slug, id);
        return sheets.cards(batch, here).orElseGet(() -> Response.seeOther(URI.create(batch.path())).build());
    }

    @GET
    @Path("{batch}/codes")
    public Response codes(@RestPath String slug, @RestPath("batch") String id) {
        LetterBatch batch = mine(slug, id);
        return letters.read(batch).map(CodeTable::file)
                .orElseGet(() -> Response.seeOther(URI.create(batch.path())).build());
    }

    /** Fetching again, some hours later, is an act of its own. */
    @POST
    @Path("{batch}/opening")
    @Kept
    public Response open(@RestPath String slug, @RestPath("batch") String id) {
        LetterBatch batch = mine(slug, id);
        letters.open(me, batch);
        return Response.seeOther(URI.create(batch.path())).build();
    }

    @POST
    @Path("{batch}/printed")
    @Kept
    public Response printed(@RestPath String slug, @RestPath("batch") String id) {
        LetterBatch batch = mine(slug, id);
        batch.printed().ifPresent(gone -> ledger.keep(me, gone));
        return Response.seeOther(URI.create(batch.path())).build();
    }

    private LetterBatch mine(String slug, String id) {
        LetterBatch batch = LetterBatch.madeBy(me, id);
        if (!batch.project.slug.equals(slug) && !batch.project.publicId.equals(slug)) throw new Missing();
        return batch;
    }

    private letters page(Project project) {
        List<Membership> receivers = receivers(project);
        List<Row> rows = Row.of(receivers, List.of(), Naming.of(me, clock.instant()), shell);
        return new letters(project, rows, rows.stream().anyMatch(Row::veiled),
                receivers.stream().map(one -> one.number).toList(), LetterBatch.of(me, project));
    }

    private static List<Membership> receivers(Project project) {
        return Membership.of(project).stream()
                .filter(one -> !one.person.hasAccount() && one.person.erasedAt == null && one.person.blockedAt == null)
                .toList();
    }
}
