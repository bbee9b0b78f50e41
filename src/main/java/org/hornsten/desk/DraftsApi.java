package org.hornsten.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hornsten.document.Imported;
import org.hornsten.draft.Draft;
import org.hornsten.draft.DraftAnswer;
import org.hornsten.draft.DraftEvent;
import org.hornsten.draft.Drafts;
import org.hornsten.draft.Languages;
import org.hornsten.identity.Me;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.web.Listed;
import org.hornsten.web.Paging;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The drafts of a project, for other programs. */
@Tag(name = "Drafts")
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class DraftsApi {
    private static final int TOO_BIG = 413;

    private final Me me;
    private final Ledger ledger;
    private final ObjectMapper json;

    DraftsApi(Me me, Ledger ledger, ObjectMapper json) {
        this.me = me;
        this.ledger = ledger;
        this.json = json;
    }

    @Schema(name = "NewDraft")
    record Begin(Multilingual title, String language, String markdown) {}

    @POST
    @Path("projects/{project}/drafts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Kept
    @Operation(summary = "Begins a draft from Markdown or a Word file")
    @APIResponseSchema(value = DraftAnswer.One.class, responseCode = "201", responseDescription = "Stored")
    public Response begin(@RestPath String project, Begin body) {
        Project led = Project.ledBy(me, project);
        if (body == null) throw new BadRequestException();
        return begun(led, body.title(), body.language(), new Manuscript(null, body.markdown()).read());
    }

    @POST
    @Path("projects/{project}/drafts")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Kept
    @APIResponseSchema(value = DraftAnswer.One.class, responseCode = "201", responseDescription = "Stored")
    public Response bring(@RestPath String project, @RestForm(FileUpload.ALL) List<FileUpload> files,
                          @RestForm String title, @RestForm String language, @RestForm String markdown) {
        Project led = Project.ledBy(me, project);
        Manuscript manuscript = Manuscript.of(files, markdown);
        if (manuscript.tooBig()) throw new ClientErrorException(TOO_BIG);
        return begun(led, title(title, language), language, manuscript.read());
    }

    private Response begun(Project project, Multilingual title, String language, Imported read) {
        String main = Languages.known(language);
        Multilingual named = title == null ? Multilingual.none() : title;
        if (named.longest() > 200) throw new Refused("title", "desk:title_long");
        Draft draft = Draft.begun(project, titled(named, main, read), main, read.outline());
        ledger.keep(me, new DraftEvent.Begun(draft.ref(), main, read.outline().passages().size()));
        return Response.created(URI.create("/api/v1/drafts/" + draft.publicId))
                .entity(DraftAnswer.withWorkingCopy(draft)).build();
    }

    private static Multilingual titled(Multilingual named, String language, Imported read) {
        Multilingual title = named.isEmpty() ? Multilingual.of(language, read.outline().title()) : named;
        if (title.isEmpty()) throw new Refused("title", "desk:title_missing");
        return title;
    }

    /** {@code {"sv":"…"}}, or plain words in the draft's language. */
    private Multilingual title(String part, String language) {
        if (part == null || part.isBlank()) return Multilingual.none();
        if (!part.strip().startsWith("{")) return Multilingual.of(Languages.known(language), part);
        try {
            return json.readValue(part, Multilingual.class);
        } catch (JsonProcessingException unreadable) {
            throw new BadRequestException(unreadable);
        }
    }

    @GET
    @Path("projects/{project}/drafts")
    @Operation(summary = "Lists the drafts of a project")
    @SecurityRequirementsSet
    public Listed<DraftAnswer.One> all(@RestPath String project, @BeanParam Paging paging) {
        Project visible = Project.visibleTo(me, project);
        boolean staff = visible.membershipOf(me).filter(Membership::staff).isPresent();
        return Listed.part(Drafts.in(visible).stream().filter(found -> staff || found.newest() > 0)
                .map(found -> DraftAnswer.One.of(found.draft(), found.languages(), found.number(), null))
                .toList(), paging);
    }
}
