package org.hornsten.input;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.hornsten.identity.Me;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.kit.Untraced;
import org.hornsten.text.Quote;
import org.hornsten.web.Form;
import org.hornsten.web.Tells.Done;
import org.hornsten.web.Tells;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Blanks what tells about a person, after asking once whether it is meant. */
@Path("/contributions/{id}/masking")
@PermitAll
class MaskingPages {
    private final Me me;
    private final Ledger ledger;
    private final Form form;

    MaskingPages(Me me, Ledger ledger, Form form) {
        this.me = me;
        this.ledger = ledger;
        this.form = form;
    }

    @CheckedTemplate(basePath = "input")
    record mask(Contribution said, List<String> sentences) implements TemplateInstance {}

    /** @param times how often the words stand there */
    @CheckedTemplate(basePath = "input")
    record sure(Contribution said, String exact, int times) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@RestPath String id) {
        return page(Contribution.staffedBy(me, id));
    }

    @POST @Path("/question") @Untraced("asks whether it is meant and keeps nothing")
    public Response ask(@RestPath String id, @RestForm String exact, @RestForm String sentence) {
        Contribution said = Contribution.staffedBy(me, id);
        String personal = exact == null || exact.isBlank() ? sentence(said, sentence) : exact.strip();
        int times = said.times(personal);
        return times == 0 ? form.refuse("exact", "input:mask_not_said").again(page(said))
                : Response.ok(new sure(said, said.asSaid(personal), times)).build();
    }

    @POST @Kept
    @Tells(Done.MASKED)
    public Response blank(@RestPath String id, @RestForm String exact) {
        Contribution said = Contribution.staffedToChange(me, id);
        try {
            ledger.keep(me, said.mask(exact));
        } catch (Refused no) {
            return form.refuse(no).again(page(said));
        }
        return Response.seeOther(URI.create(said.path())).build();
    }

    private static String sentence(Contribution said, String number) {
        List<Quote.Place> sentences = ViewpointPages.sentences(said);
        boolean known = number != null && number.matches("\\d{1,4}") && Integer.parseInt(number) < sentences.size();
        return known ? sentences.get(Integer.parseInt(number)).of(said.words).strip() : "";
    }

    private static mask page(Contribution said) {
        return new mask(said, ViewpointPages.sentences(said).stream().map(place -> place.of(said.words).strip())
                .toList());
    }
}
