package org.hornsten.input;

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
import java.util.Locale;
import java.util.stream.IntStream;
import org.hornsten.identity.Me;
import org.hornsten.input.Contributions.Topic;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.text.Quote;
import org.hornsten.text.Words;
import org.hornsten.web.Form;
import org.hornsten.web.Tells.Done;
import org.hornsten.web.Tells;
import org.jboss.resteasy.reactive.RestPath;

/** The matters inside what somebody said: marked, named, joined again. */
@Path("/contributions/{id}")
@PermitAll
class ViewpointPages {
    private final Me me;
    private final Ledger ledger;
    private final Form form;

    ViewpointPages(Me me, Ledger ledger, Form form) {
        this.me = me;
        this.ledger = ledger;
        this.form = form;
    }

    @CheckedTemplate(basePath = "input")
    record split(Contribution said, List<Sentence> sentences, List<Topic> topics) implements TemplateInstance {}

    /** @param free whether no viewpoint has any of its words */
    public record Sentence(int number, String words, boolean free) {}

    @GET @Path("/viewpoints")
    public TemplateInstance show(@RestPath String id) {
        return page(Contribution.staffedBy(me, id));
    }

    @POST @Path("/viewpoints") @Kept
    public Response mark(@RestPath String id, @BeanParam ViewpointForm typed) {
        Contribution said = Contribution.staffedToChange(me, id);
        try {
            Viewpoint.topic(typed.topic());
            ledger.keep(me, said.split(typed.cuts(said, sentences(said))));
        } catch (Refused no) {
            return again(said, no);
        }
        // One matter marked: the next one is usually in the same words.
        return seeOther(said.undecided() ? said.viewpoints.get(said.viewpoints.size() - 1).path() : said.path());
    }

    @POST @Path("/joining") @Kept
    public Response join(@RestPath String id, @BeanParam ViewpointForm typed) {
        Contribution said = Contribution.staffedToChange(me, id);
        try {
            ledger.keep(me, said.join(said.viewpoint(typed.viewpoint())));
        } catch (Refused no) {
            return again(said, no);
        }
        return seeOther(said.path());
    }

    @POST @Path("/topics") @Kept
    @Tells(Done.SORTED)
    public Response sort(@RestPath String id, @BeanParam ViewpointForm typed) {
        Contribution said = Contribution.staffedToChange(me, id);
        Viewpoint viewpoint = said.viewpoint(typed.viewpoint());
        try {
            ledger.keep(me, said.sort(viewpoint, typed.topic()));
        } catch (Refused no) {
            return again(said, no);
        }
        return seeOther(viewpoint.path());
    }

    private Response again(Contribution said, Refused no) {
        form.refuse(no.field.startsWith("viewpoint") ? "exact" : no.field, no.key, no.arguments.toArray());
        return form.again(page(said));
    }

    private static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    private static split page(Contribution said) {
        List<Quote.Place> places = sentences(said);
        return new split(said, IntStream.range(0, places.size()).mapToObj(i -> new Sentence(i,
                places.get(i).of(said.words), said.free(places.get(i)))).toList(), Contributions.topics(said.project));
    }

    static List<Quote.Place> sentences(Contribution said) {
        return Words.sentences(said.words, Locale.forLanguageTag(Multilingual.plain(said.language)));
    }
}
