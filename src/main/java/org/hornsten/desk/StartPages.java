package org.hornsten.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.hornsten.document.Imported;
import org.hornsten.draft.Draft;
import org.hornsten.draft.DraftEvent;
import org.hornsten.draft.Languages;
import org.hornsten.identity.Me;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.ledger.Submissions;
import org.hornsten.kit.Untraced;
import org.hornsten.project.Project;
import org.hornsten.web.Form;
import org.hornsten.web.Tells.Done;
import org.hornsten.web.Tells;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** From a Word file to a working copy: bring the text, look at what it became, keep it. */
@Path("/projects/{slug}/drafts")
@PermitAll
class StartPages {
    private final Me me;
    private final Form form;
    private final Ledger ledger;
    private final Submissions submissions;

    StartPages(Me me, Form form, Ledger ledger, Submissions submissions) {
        this.me = me;
        this.form = form;
        this.ledger = ledger;
        this.submissions = submissions;
    }

    @CheckedTemplate(basePath = "desk")
    record start(Project project, List<String> languages, Paths paths) implements TemplateInstance {}

    @CheckedTemplate(basePath = "desk")
    record start_check(Project project, Multilingual title, String language, Preview preview, Paths paths)
            implements TemplateInstance {}

    /** Where the steps are. */
    public record Paths(String form, String preview, String keep) {
        static Paths of(Project project) {
            String drafts = project.path() + "/drafts";
            return new Paths(drafts + "/new", drafts + "/preview", drafts);
        }
    }

    @GET
    @Path("new")
    public TemplateInstance start(@RestPath String slug) {
        return page(Project.ledBy(me, slug));
    }

    @POST
    @Path("preview")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @Untraced("only shows what a text would become")
    public Response check(@RestPath String slug, @BeanParam StartForm brought, @RestForm("file") FileUpload file) {
        Project project = Project.ledBy(me, slug);
        Manuscript manuscript = new Manuscript(file, brought.markdown());
        if (form.refuses(brought)) return again(project, manuscript);
        try {
            String language = Languages.known(brought.language());
            Imported read = manuscript.read();
            Multilingual title = titled(brought.title(), language, read);
            return Response.ok(new start_check(project, title, language, Preview.of(read), Paths.of(project))).build();
        } catch (Refused no) {
            form.refuse(no);
            return again(project, manuscript);
        }
    }

    private Response again(Project project, Manuscript manuscript) {
        Response page = form.again(page(project));
        return manuscript.tooBig() ? Response.fromResponse(page).status(413).build() : page;
    }

    private static TemplateInstance page(Project project) {
        return new start(project, project.languageList(), Paths.of(project));
    }

    @POST
    @Kept(once = true)
    @Tells(Done.IMPORTED)
    public Response begin(@RestPath String slug, @BeanParam StartForm brought) {
        Project project = Project.ledBy(me, slug);
        String once = Submissions.once(me, brought.submission());
        Optional<String> earlier = submissions.earlier(once,
                project.slug + brought.title().texts() + brought.language() + brought.markdown());
        if (earlier.isPresent())
            return Response.seeOther(URI.create("/drafts/" + earlier.get() + "/working-copy")).build();
        try {
            Imported read = new Manuscript(null, brought.markdown()).read();
            Draft draft = Draft.begun(project, titled(brought.title(), brought.language(), read),
                    Languages.known(brought.language()), read.outline());
            submissions.made(once, draft.publicId);
            ledger.keep(me, new DraftEvent.Begun(draft.ref(), draft.language, read.outline().passages().size()));
            return Response.seeOther(URI.create(draft.path() + "/working-copy")).build();
        } catch (Refused no) {
            return form.refuse(no).again(page(project));
        }
    }

    static Multilingual titled(Multilingual typed, String language, Imported read) {
        Multilingual title = typed.isEmpty() ? Multilingual.of(language, plain(read)) : typed;
        if (title.isEmpty()) throw new Refused("title_" + Multilingual.plain(language), "desk:title_missing");
        return title;
    }

    private static String plain(Imported read) {
        return org.hornsten.text.Markdown.plain(read.outline().title());
    }
}
