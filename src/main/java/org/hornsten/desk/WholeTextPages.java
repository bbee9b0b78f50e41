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
import org.hornsten.document.Imported;
import org.hornsten.draft.Comparison;
import org.hornsten.draft.Draft;
import org.hornsten.draft.DraftEvent;
import org.hornsten.draft.Languages;
import org.hornsten.draft.WorkingText;
import org.hornsten.identity.Me;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Stale;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.kit.Untraced;
import org.hornsten.text.Markdown;
import org.hornsten.text.Outline;
import org.hornsten.web.Form;
import org.hornsten.web.Tells.Done;
import org.hornsten.web.Tells;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The whole text at once: brought back edited from elsewhere, or for the first time in one more language. */
@Path("/drafts/{id}/working-copy")
@PermitAll
class WholeTextPages {
    private final Me me;
    private final Ledger ledger;
    private final Form form;

    WholeTextPages(Me me, Ledger ledger, Form form) {
        this.me = me;
        this.ledger = ledger;
        this.form = form;
    }

    /** @param start how a new language begins: brought, or as a copy of the main text */
    public record TextForm(@RestForm String language, @RestForm String markdown, @RestForm String edition,
                           @RestForm String start) {}

    @CheckedTemplate(basePath = "desk")
    record text(WorkingText text, String markdown) implements TemplateInstance {}

    @CheckedTemplate(basePath = "desk")
    record text_check(WorkingText text, Preview preview, Comparison compared, String edition)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "desk")
    record language(Draft draft, List<String> absent) implements TemplateInstance {}

    @CheckedTemplate(basePath = "desk")
    record language_check(Draft draft, String language, Preview preview) implements TemplateInstance {}

    @GET
    @Path("text")
    public TemplateInstance text(@RestPath String id, @RestQuery String language) {
        WorkingText text = found(id, language);
        return new text(text, Markdown.write(text.outline));
    }

    /** The dry run: what would be edited, added, removed, split, merged and moved. */
    @POST
    @Path("text/preview")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @Untraced("only shows what a text would change")
    public Response check(@RestPath String id, @BeanParam TextForm brought, @RestForm("file") FileUpload file) {
        WorkingText text = found(id, brought.language());
        Manuscript manuscript = new Manuscript(file, brought.markdown());
        try {
            Imported read = manuscript.read();
            Outline would = text.tried(read.outline());
            Comparison compared = Comparison.between(text.published().orElse(text.outline), would);
            return Response.ok(new text_check(text, Preview.of(read), compared, brought.edition())).build();
        } catch (Refused no) {
            return sized(form.refuse(no).again(new text(text, "")), manuscript);
        }
    }

    @POST
    @Path("text")
    @Kept
    @Tells(Done.IMPORTED)
    public Response replace(@RestPath String id, @BeanParam TextForm brought) {
        WorkingText text = found(id, brought.language());
        try {
            ledger.keep(me, text.replace(new Manuscript(null, brought.markdown()).read().outline(),
                    SectionForm.number(brought.edition())));
            return Response.seeOther(URI.create(text.path())).build();
        } catch (Stale late) {
            WorkingText.getEntityManager().clear();
            return Conflict.whole(found(id, brought.language()), brought.markdown()).answer();
        } catch (Refused no) {
            return form.refuse(no).again(new text(text, ""));
        }
    }

    @GET
    @Path("languages/new")
    public TemplateInstance language(@RestPath String id) {
        return page(Draft.ledBy(me, id));
    }

    private static TemplateInstance page(Draft draft) {
        List<String> there = WorkingText.of(draft).stream().map(text -> text.language).toList();
        return new language(draft, Languages.ALL.stream().filter(language -> !there.contains(language)).toList());
    }

    @POST
    @Path("languages/preview")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @Untraced("only shows what a text would become")
    public Response checkLanguage(@RestPath String id, @BeanParam TextForm brought, @RestForm("file") FileUpload file) {
        Draft draft = Draft.ledBy(me, id);
        Manuscript manuscript = new Manuscript(file, brought.markdown());
        try {
            String language = Languages.known(brought.language());
            Imported read = "copy".equals(brought.start()) ? copyOfMain(draft) : manuscript.read();
            return Response.ok(new language_check(draft, language, Preview.of(read))).build();
        } catch (Refused no) {
            return sized(form.refuse(no).again(page(draft)), manuscript);
        }
    }

    @POST
    @Path("languages")
    @Kept
    @Tells(Done.IMPORTED)
    public Response translate(@RestPath String id, @BeanParam TextForm brought) {
        Draft draft = Draft.ledBy(me, id);
        try {
            WorkingText text = draft.translate(Languages.known(brought.language()),
                    new Manuscript(null, brought.markdown()).read().outline());
            ledger.keep(me, new DraftEvent.Edited(draft.ref(), text.language, text.outline.passages().size()));
            return Response.seeOther(URI.create(text.path())).build();
        } catch (Refused no) {
            return form.refuse(no).again(page(draft));
        }
    }

    private static Imported copyOfMain(Draft draft) {
        return new Imported(WorkingText.of(draft, draft.language).orElseThrow().outline, List.of());
    }

    private static Response sized(Response page, Manuscript manuscript) {
        return manuscript.tooBig() ? Response.fromResponse(page).status(413).build() : page;
    }

    private WorkingText found(String id, String language) {
        Draft draft = Draft.ledBy(me, id);
        return WorkingText.of(draft, language == null || language.isBlank() ? draft.language : language)
                .orElseThrow(Missing::new);
    }
}
