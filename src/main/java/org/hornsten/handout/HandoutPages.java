package org.hornsten.handout;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.hornsten.identity.Me;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Secrets;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.ledger.Submissions;
import org.hornsten.web.Form;
import org.hornsten.web.Tells;
import org.hornsten.web.Tells.Done;
import org.hornsten.workshop.Shelf;
import org.hornsten.workshop.Workshop;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The files of a workshop: staff lay them ready and take them away, whoever may see the workshop fetches them. */
@Path("/workshops/{workshop}/handouts")
@PermitAll
class HandoutPages {
    private final Me me;
    private final Ledger ledger;
    private final Submissions submissions;
    private final Handouts handouts;
    private final Form form;
    private final Clock clock;

    HandoutPages(Me me, Ledger ledger, Submissions submissions, Handouts handouts, Form form, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.submissions = submissions;
        this.handouts = handouts;
        this.form = form;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "handout")
    record handouts(Workshop workshop, List<Shelf.Paper> papers, boolean special) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@RestPath String workshop) {
        return page(Workshop.staffedBy(me, workshop));
    }

    @POST
    @Kept
    @Tells(Done.SAVED)
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response lay(@RestPath String workshop, @RestForm("file") List<FileUpload> files, @RestForm String title,
                        @RestForm String language, @RestForm List<String> suits, @RestForm String submission) {
        Workshop meeting = Workshop.staffedBy(me, workshop);
        try {
            Brought file = Brought.first(files);
            String body = meeting.publicId + title + Secrets.hexFingerprint(new String(file.bytes(),
                    StandardCharsets.ISO_8859_1));
            if (submissions.sent(me, submission, body).isEmpty()) {
                boolean large = suits != null && suits.contains("large");
                boolean easy = suits != null && suits.contains("easy");
                Handout laid = Handout.laid(meeting, new Handout.Label(title, language, large, easy), file,
                        clock.instant());
                ledger.keep(me, laid.brought());
                submissions.done(me, submission, laid.publicId);
            }
            return Response.seeOther(URI.create(meeting.path() + "/handouts")).build();
        } catch (Refused no) {
            return form.refuse(no).again(page(meeting));
        }
    }

    @POST
    @Path("{handout}/removal")
    @Kept
    public Response takeAway(@RestPath String workshop, @RestPath String handout) {
        Workshop meeting = Workshop.staffedBy(me, workshop);
        try {
            ledger.keep(me, Handout.of(meeting, handout).takeAway());
            return Response.seeOther(URI.create(meeting.path() + "/handouts")).build();
        } catch (Refused no) {
            return form.refuse(no).again(page(meeting));
        }
    }

    /** Saved, never shown as a page of ours: what stands in it is others' work. */
    @GET
    @Path("{handout}")
    public Response fetch(@RestPath String workshop, @RestPath String handout) {
        Handout wanted = Handout.of(Workshop.visibleTo(me, workshop), handout);
        return Response.ok(wanted.bytes()).type(wanted.kind.type)
                .header("Content-Disposition", "attachment; filename=\"" + wanted.fileName() + "\"").build();
    }

    private handouts page(Workshop workshop) {
        List<Shelf.Paper> papers = handouts.of(workshop);
        return new handouts(workshop, papers, papers.stream().anyMatch(paper -> paper.largePrint() || paper.easy()));
    }
}
