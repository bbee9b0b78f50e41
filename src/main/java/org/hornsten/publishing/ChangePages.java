package org.hornsten.publishing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Optional;
import org.hornsten.draft.Because;
import org.hornsten.draft.Draft;
import org.hornsten.identity.Me;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.web.Form;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Says why each change of the working copy was made, one after the other. */
@Path("/drafts/{id}/working-copy/changes")
@PermitAll
class ChangePages {
    private final Me me;
    private final Ledger ledger;
    private final Form form;

    ChangePages(Me me, Ledger ledger, Form form) {
        this.me = me;
        this.ledger = ledger;
        this.form = form;
    }

    @CheckedTemplate(basePath = "publishing")
    record changes(ChangeDesk desk, String kept) implements TemplateInstance {}

    /** @param find words to look for among the decisions; @param kept the change explained a moment ago */
    @GET
    public TemplateInstance show(@RestPath String id, @RestQuery Optional<String> language,
                                 @RestQuery Optional<String> change,
                                 @RestQuery Optional<String> find, @RestQuery Optional<String> kept) {
        Draft draft = Draft.ledBy(me, id);
        return new changes(ChangeDesk.of(draft, language.orElse(draft.language), change.orElse(""), find.orElse("")),
                kept.orElse(""));
    }

    @POST @Kept
    public Response explain(@RestPath String id, @RestQuery Optional<String> language, @BeanParam ChangeForm typed) {
        Draft draft = Draft.ledBy(me, id);
        String in = language.orElse(draft.language);
        try {
            Explanations explanations = Explanations.of(draft);
            Because before = explanations.own(in, explanations.change(in, typed.key()));
            ledger.keep(me, explanations.explain(in, typed.key(), typed.after(before)));
        } catch (Refused no) {
            return form.refuse(no).again(new changes(ChangeDesk.of(draft, in, typed.key(), ""), ""));
        }
        return Response.seeOther(UriBuilder.fromPath(draft.path() + "/working-copy/changes").queryParam("language", in)
                .queryParam("kept", "{kept}").build(typed.key())).build();
    }
}
