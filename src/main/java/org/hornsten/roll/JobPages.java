package org.hornsten.roll;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.panel.Panel;
import org.hornsten.web.Form;
import org.hornsten.web.Shell;
import org.jboss.resteasy.reactive.RestPath;

/** How far a long list has come, what it would do, and saying yes to it. */
@Path("/projects/{project}/panels/{panel}/import/jobs/{job}")
@PermitAll
class JobPages {
    private final Me me;
    private final Importer importer;
    private final Form form;
    private final Shell shell;

    JobPages(Me me, Importer importer, Form form, Shell shell) {
        this.me = me;
        this.importer = importer;
        this.form = form;
        this.shell = shell;
    }

    @CheckedTemplate(basePath = "roll")
    record job(ImportJob job, Panel panel, String done, String all) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@RestPath String project, @RestPath("panel") String id, @RestPath("job") String job) {
        return page(mine(project, id, job));
    }

    @POST
    @Kept
    public Response begin(@RestPath String project, @RestPath("panel") String id, @RestPath("job") String job) {
        ImportJob mine = mine(project, id, job);
        try {
            mine.begin();
            return Response.seeOther(URI.create(mine.path())).build();
        } catch (Refused no) {
            return form.refuse(no).again(page(mine));
        }
    }

    private TemplateInstance page(ImportJob job) {
        Optional<Preview> preview = job.good() || job.bad() ? importer.preview(job) : Optional.empty();
        return preview.isPresent() ? new ImportPages.check(job.panel, preview.get(), "", job.path())
                : new job(job, job.panel, written(job.doneRows), written(job.allRows));
    }

    private String written(int number) {
        return String.format(Locale.forLanguageTag(shell.language()), "%,d", number);
    }

    private ImportJob mine(String project, String panel, String job) {
        return ImportJob.madeBy(me, Panel.ledBy(me, panel).within(project), job);
    }
}
