package org.hornsten.choosing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.hornsten.document.Table;
import org.hornsten.document.Unreadable;
import org.hornsten.identity.Me;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.project.Project;
import org.hornsten.recruitment.Addressee;
import org.hornsten.recruitment.OpenCall;
import org.hornsten.web.Form;
import org.hornsten.web.Shell;
import org.hornsten.web.Tells;
import org.hornsten.web.Tells.Done;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A sample of a register: first only read, each bad row named, then taken, then written to. */
@Path("/projects/{slug}/calls/{id}/sample")
@PermitAll
class SamplePages {
    private static final int SHOWN = 100;

    private final Me me;
    private final Sample sample;
    private final Form form;
    private final Shell shell;

    SamplePages(Me me, Sample sample, Form form, Shell shell) {
        this.me = me;
        this.sample = sample;
        this.form = form;
        this.shell = shell;
    }

    /** A bad row in words. */
    public record Bad(int row, String field, String why) {}

    /**
     * What a table would do.
     *
     * @param more how many bad rows are not shown
     */
    public record Trial(int people, List<Bad> bad, int more) {
        public boolean good() {
            return bad.isEmpty();
        }
    }

    @CheckedTemplate(basePath = "choosing")
    record sample(OpenCall call, Project project, long people, long written, Optional<Trial> trial)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show(@RestPath String slug, @RestPath String id) {
        return page(mine(slug, id), Optional.empty());
    }

    /** {@code take} is the button of whoever has seen what the table does; a table with a bad row is never taken. */
    @POST
    @Kept
    public Object read(@RestPath String slug, @RestPath String id, @RestForm("file") FileUpload file,
                       @RestForm String take) {
        OpenCall call = mine(slug, id);
        try {
            Sample.Read read = Sample.read(bytes(file));
            if (take == null || !read.wrong().isEmpty()) return page(call, Optional.of(trial(read)));
            sample.store(me, call, read.people());
            return Response.seeOther(URI.create(call.desk() + "/sample")).build();
        } catch (Refused no) {
            return form.refuse(no).again(page(call, Optional.empty()));
        }
    }

    @POST
    @Path("letters")
    @Kept
    @Tells(Done.SAVED)
    public Response letters(@RestPath String slug, @RestPath String id) {
        OpenCall call = mine(slug, id);
        try {
            sample.order(me, call);
            return Response.seeOther(URI.create(call.desk() + "/sample")).build();
        } catch (Refused no) {
            return form.refuse(new Refused("", no.key, no.arguments.toArray())).again(page(call, Optional.empty()));
        }
    }

    private Trial trial(Sample.Read read) {
        List<Bad> bad = read.wrong().stream().limit(SHOWN).map(one -> new Bad(one.row(),
                shell.say("choosing:column_" + one.field()), shell.say(one.why().key, one.why().arguments.toArray())))
                .toList();
        return new Trial(read.people().size(), bad, Math.max(0, read.wrong().size() - SHOWN));
    }

    private static byte[] bytes(FileUpload file) {
        if (file == null || file.size() == 0) throw new Refused("file", "choosing:file_missing");
        if (file.size() > Table.LARGEST) throw new Refused("file", "document:unreadable",
                Unreadable.Reason.TABLE_TOO_BIG);
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static sample page(OpenCall call, Optional<Trial> trial) {
        return new sample(call, call.panel.project, Addressee.of(call), Addressee.written(call), trial);
    }

    private OpenCall mine(String slug, String id) {
        OpenCall call = OpenCall.ledBy(me, id);
        Project project = call.panel.project;
        if (!project.slug.equals(slug) && !project.publicId.equals(slug)) throw new Missing();
        return call;
    }
}
