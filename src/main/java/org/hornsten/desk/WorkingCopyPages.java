package org.hornsten.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Layout;
import org.hornsten.draft.ReasonsFor;
import org.hornsten.draft.WorkingText;
import org.hornsten.identity.Me;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Stale;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.text.Markdown;
import org.hornsten.text.Outline;
import org.hornsten.text.Section;
import org.hornsten.web.Form;
import org.hornsten.web.Tells.Done;
import org.hornsten.web.Tells;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The text as its lead writes it, section by section. */
@Path("/drafts/{id}/working-copy")
@PermitAll
class WorkingCopyPages {
    private final Me me;
    private final Ledger ledger;
    private final Form form;
    private final ReasonsFor reasons;

    WorkingCopyPages(Me me, Ledger ledger, Form form, ReasonsFor reasons) {
        this.me = me;
        this.ledger = ledger;
        this.form = form;
        this.reasons = reasons;
    }

    @CheckedTemplate(basePath = "desk")
    record desk(Desk desk) implements TemplateInstance {}

    @CheckedTemplate(basePath = "desk")
    record section(WorkingText text, Section section, String markdown, List<Layout.Chapter> sources)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "desk")
    record section_new(WorkingText text, String after) implements TemplateInstance {}

    @CheckedTemplate(basePath = "desk")
    record section_removal(WorkingText text, Layout.Chapter chapter, String seen) implements TemplateInstance {}

    @GET
    public TemplateInstance desk(@RestPath String id, @RestQuery String language) {
        WorkingText text = text(id, language);
        return new desk(Desk.of(text.draft, text, reasons.of(text.draft)));
    }

    @GET
    @Path("sections/{section}")
    public TemplateInstance section(@RestPath String id, @RestPath String section, @RestQuery String language) {
        WorkingText text = text(id, language);
        return page(text, found(text, section));
    }

    private static TemplateInstance page(WorkingText text, Section section) {
        List<Layout.Chapter> sources = text.main() ? List.of() : mainOf(text).section(section.id()).stream()
                .map(source -> Layout.chapter(source, 3, Layout.EMPTY)).toList();
        return new section(text, section, Markdown.write(new Outline("", List.of(section))), sources);
    }

    @POST
    @Path("sections/{section}")
    @Kept
    @Tells(Done.SAVED)
    public Response write(@RestPath String id, @RestPath String section, @BeanParam SectionForm written) {
        WorkingText text = text(id, written.language());
        if (text.outline.section(section).isEmpty()) return Conflict.gone(text, written.markdown()).answer();
        try {
            ledger.keep(me, text.replace(section, Manuscript.sections(written.markdown()),
                    written.editionFor(text, section)));
            return Response.seeOther(back(text, section)).build();
        } catch (Stale late) {
            return Conflict.section(again(id, written.language()), section, written.markdown()).answer();
        } catch (Refused no) {
            return form.refuse(no).again(page(text, found(text, section)));
        }
    }

    /** As it is stored now, not as this transaction read it first. */
    private WorkingText again(String id, String language) {
        WorkingText.getEntityManager().clear();
        return text(id, language);
    }

    @GET
    @Path("sections/new")
    public TemplateInstance addition(@RestPath String id, @RestQuery String language, @RestQuery String after) {
        return new section_new(text(id, language), after == null ? "" : after);
    }

    @POST
    @Path("sections")
    @Kept
    @Tells(Done.SAVED)
    public Response add(@RestPath String id, @BeanParam SectionForm written) {
        WorkingText text = text(id, written.language());
        String after = written.after() == null ? "" : written.after();
        try {
            List<Section> added = Manuscript.sections(written.markdown());
            if (added.isEmpty()) throw new Refused("markdown", "draft:section_empty");
            ledger.keep(me, text.arrange(Sections.with(text.outline.sections(), added, after), text.edition));
            return Response.seeOther(back(text, after)).build();
        } catch (Refused no) {
            return form.refuse(no).again(new section_new(text, after));
        }
    }

    @POST
    @Path("sections/{section}/place")
    @Kept
    @Tells(Done.SAVED)
    public Response place(@RestPath String id, @RestPath String section, @BeanParam SectionForm wish) {
        WorkingText text = text(id, wish.language());
        int step = "up".equals(wish.direction()) ? -1 : 1;
        ledger.keep(me, text.arrange(Sections.moved(text.outline.sections(), found(text, section), step),
                text.edition));
        return Response.seeOther(back(text, section)).build();
    }

    @GET
    @Path("sections/{section}/removal")
    public TemplateInstance removal(@RestPath String id, @RestPath String section, @RestQuery String language) {
        WorkingText text = text(id, language);
        Section found = found(text, section);
        return new section_removal(text, Layout.chapter(found, 2, Layout.EMPTY), found.fingerprint());
    }

    @POST
    @Path("sections/{section}/removal")
    @Kept
    @Tells(Done.SAVED)
    public Response remove(@RestPath String id, @RestPath String section, @BeanParam SectionForm wish) {
        WorkingText text = text(id, wish.language());
        Section gone = found(text, section);
        ledger.keep(me, text.arrange(text.outline.sections().stream().filter(s -> s != gone).toList(),
                wish.editionFor(text, section)));
        return Response.seeOther(back(text, "")).build();
    }

    /** The translation is right for what the main text said when the button was shown. */
    @POST
    @Path("sections/{section}/confirmation")
    @Kept
    @Tells(Done.SAVED)
    public Response confirm(@RestPath String id, @RestPath String section, @BeanParam SectionForm wish) {
        WorkingText text = text(id, wish.language());
        String now = mainOf(text).section(found(text, section).id()).map(Section::fingerprint).orElse("");
        if (!now.equals(wish.seen())) throw new Stale("desk:source_changed");
        ledger.keep(me, text.confirm(section, text.edition));
        return Response.seeOther(back(text, section)).build();
    }

    private WorkingText text(String id, String language) {
        Draft draft = Draft.ledBy(me, id);
        return WorkingText.of(draft, language == null || language.isBlank() ? draft.language : language)
                .orElseThrow(Missing::new);
    }

    private static Outline mainOf(WorkingText text) {
        return WorkingText.of(text.draft, text.draft.language).orElseThrow().outline;
    }

    private static Section found(WorkingText text, String section) {
        return text.outline.section(section).orElseThrow(Missing::new);
    }

    private static URI back(WorkingText text, String section) {
        return URI.create(text.path() + (section.isEmpty() ? "" : "#" + section));
    }
}
