package org.hornsten.roll;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hornsten.document.Mistakes;
import org.hornsten.document.Table;
import org.hornsten.document.Unreadable;
import org.hornsten.identity.Me;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Secrets;
import org.hornsten.kit.Untraced;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Submissions;
import org.hornsten.panel.Panel;
import org.hornsten.web.Form;
import org.hornsten.web.Shell;
import org.hornsten.web.Tells.Done;
import org.hornsten.web.Tells;
import org.hornsten.web.Tongue;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** From a spreadsheet to seats: bring the file, see what it would do and what is wrong in it, say yes. */
@Path("/projects/{project}/panels/{panel}/import")
@PermitAll
class ImportPages {
    /** More rows are gone through while nobody waits. */
    static final int AT_ONCE = 500;

    private final Me me;
    private final Imports imports;
    private final Importer importer;
    private final Vocabulary words;
    private final Submissions submissions;
    private final Form form;
    private final Shell shell;
    private final Tongue tongue;

    ImportPages(Me me, Imports imports, Importer importer, Vocabulary words, Submissions submissions, Form form,
                Shell shell, Tongue tongue) {
        this.me = me;
        this.imports = imports;
        this.importer = importer;
        this.tongue = tongue;
        this.words = words;
        this.submissions = submissions;
        this.form = form;
        this.shell = shell;
    }

    @CheckedTemplate(basePath = "roll")
    record upload(Panel panel, List<String> columns, List<ImportJob> jobs) implements TemplateInstance {}

    @CheckedTemplate(basePath = "roll")
    record check(Panel panel, Preview preview, String packed, String to) implements TemplateInstance {}

    @GET
    public TemplateInstance ask(@RestPath String project, @RestPath("panel") String id) {
        return page(Panel.ledBy(me, id).within(project));
    }

    /** An empty table with the columns' names, for a spreadsheet that speaks the reader's language. */
    @GET
    @Path("table")
    public Response table(@RestPath String project, @RestPath("panel") String id) {
        Panel.ledBy(me, id).within(project);
        String names = columns().stream().map(Table::cell).collect(Collectors.joining(";", "\uFEFF", "\r\n"));
        return Response.ok(names, new MediaType("text", "csv", "UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"members.csv\"").build();
    }

    @POST
    @Path("check")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @Untraced("only shows what a file would do")
    public Response check(@RestPath String project, @RestPath("panel") String id, @RestForm("file") FileUpload file) {
        Panel panel = Panel.ledBy(me, id).within(project);
        try {
            byte[] bytes = bytes(file);
            Table table = Table.sent(bytes);
            if (table.rows().size() <= AT_ONCE) return Response.ok(preview(panel, table, bytes)).build();
            String job = QuarkusTransaction.requiringNew().call(() -> importer.begin(me, panel, bytes,
                    table.rows().size(), shell.language()).publicId);
            return Response.seeOther(URI.create(panel.path() + "/import/jobs/" + job)).build();
        } catch (Refused no) {
            return form.refuse(no).again(page(panel));
        }
    }

    @POST
    @Kept
    @Tells(Done.IMPORTED)
    public Response store(@RestPath String project, @RestPath("panel") String id, @RestForm String table,
                          @RestForm String submission) {
        Panel panel = Panel.ledBy(me, id).within(project);
        try {
            byte[] bytes = Packed.open(table);
            Optional<String> earlier = submissions.sent(me, submission,
                    panel.publicId + Secrets.hexFingerprint(String.valueOf(table)));
            if (earlier.isPresent()) return Response.seeOther(panel.address()).build();
            submissions.done(me, submission, "imported");
            imports.store(me, panel, Table.sent(bytes));
            return Response.seeOther(panel.address()).build();
        } catch (Mistakes changed) {
            // somebody else was quicker, or the day has changed: what it would do now is another thing
            return form.refuse("", "roll:rows_changed").again(page(panel));
        } catch (Refused no) {
            return form.refuse(no).again(page(panel));
        }
    }

    private static byte[] bytes(FileUpload file) {
        if (file == null || file.size() == 0 || file.fileName() == null || file.fileName().isEmpty())
            throw new Refused("file", "roll:file_missing");
        if (file.size() > Table.LARGEST)
            throw new Refused("file", "document:unreadable", Unreadable.Reason.TABLE_TOO_BIG);
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private check preview(Panel panel, Table table, byte[] bytes) {
        Imports.Outcome outcome = imports.dry(me, panel.publicId, table);
        return new check(panel, Preview.of(outcome, panel, tongue, words, shell.language()),
                outcome.good() ? Packed.of(bytes) : "", panel.path() + "/import");
    }

    private List<String> columns() {
        return Arrays.stream(Vocabulary.Column.values()).map(column -> words.name(column, shell.language())).toList();
    }

    private upload page(Panel panel) {
        return new upload(panel, columns(), ImportJob.open(me, panel));
    }
}
