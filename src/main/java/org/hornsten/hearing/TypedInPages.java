package org.hornsten.hearing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Layout;
import org.hornsten.draft.ReadingCopy;
import org.hornsten.draft.Round;
import org.hornsten.identity.Cookies;
import org.hornsten.identity.Me;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Channel;
import org.hornsten.input.Receipts;
import org.hornsten.input.Saying;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.rating.Scoring;
import org.hornsten.text.Passage;
import org.hornsten.text.Quote;
import org.hornsten.text.Section;
import org.hornsten.web.Form;
import org.hornsten.web.Shell;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Staff type in what came by letter, phone and mail or was said in a room, one after the other. */
@Path("/drafts/{id}/versions/{number}/typed-in")
@PermitAll
class TypedInPages {
    private static final List<Saying.Kind> KINDS = List.of(Saying.Kind.COMMENT, Saying.Kind.WISH, Saying.Kind.OPINION,
            Saying.Kind.NOTE, Saying.Kind.STATEMENT);

    private final Me me;
    private final Form form;
    private final Shell shell;
    private final Hearing hearing;
    private final Scoring scoring;
    private final Receipts receipts;
    private final Cookies cookies;
    private final Clock clock;

    TypedInPages(Me me, Form form, Shell shell, Hearing hearing, Scoring scoring, Receipts receipts,
                 Cookies cookies, Clock clock) {
        this.me = me;
        this.form = form;
        this.shell = shell;
        this.hearing = hearing;
        this.scoring = scoring;
        this.receipts = receipts;
        this.cookies = cookies;
        this.clock = clock;
    }

    /** A place in the text to choose; those of passages are a step in. */
    public record Place(String value, String label) {}

    /** What stays the same from one letter to the next, and the receipt of the last one. */
    public record Desk(String channel, String receivedOn, String receipt) {
        public boolean stored() {
            return !receipt.isEmpty();
        }
    }

    @CheckedTemplate(basePath = "hearing")
    record typed_in(ReadingCopy copy, Desk desk, List<Place> places, List<Channel> channels, List<PersonKind> people,
                    List<Behalf> members, List<Saying.Kind> kinds, List<Round.Criterion> criteria)
            implements TemplateInstance {}

    @GET
    public TemplateInstance form(@RestPath String id, @RestPath int number, @RestQuery String language,
                                 @RestQuery String channel, @RestQuery String receivedOn, @RestQuery boolean stored,
                                 @Context HttpHeaders headers) {
        String day = receivedOn == null ? LocalDate.now(clock).toString() : receivedOn;
        String way = channel == null ? Channel.LETTER.name() : channel;
        return page(copy(id, number, language), new Desk(way, day, stored ? receipt(headers) : ""));
    }

    @POST
    @Kept(once = true)
    public Response keep(@RestPath String id, @RestPath int number, MultivaluedMap<String, String> sent) {
        TypedForm typed = TypedForm.of(sent);
        ReadingCopy copy = copy(id, number, typed.language());
        TemplateInstance page = page(copy, new Desk("", "", ""));
        if (form.refuses(typed)) return form.again(page);
        try {
            Remark remark = remark(copy, typed);
            Remark.Speaker speaker = Behalf.speaker(me, copy.draft().project, typed.member(), typed.who(),
                    CommentForm.text(typed.name()).strip(), remark.level(copy.draft()));
            Hearing.Heard heard = hearing.hear(me, copy.draft(), remark, speaker, typed.submission(),
                    Optional.empty());
            Map<String, Integer> scores = Scoring.sent(criteria(copy), sent);
            if (!scores.isEmpty()) scoring.rate(me, copy.draft(), number, scores, typed.way(),
                    typed.submission() + "#scores", Optional.empty());
            return Response.seeOther(UriBuilder.fromPath(copy.path() + "/typed-in").queryParam("stored", true)
                    .queryParam("channel", typed.channel()).queryParam("receivedOn", typed.receivedOn().strip())
                    .queryParam("language", copy.language()).build())
                    .cookie(cookies.make(ThanksPages.COOKIE, heard.once(), ThanksPages.LIFE)).build();
        } catch (Refused no) {
            return form.refuse(no.field.equals("passage") || no.field.equals("section") ? "about" : no.field, no.key,
                    no.arguments.toArray()).again(page);
        }
    }

    private Remark remark(ReadingCopy copy, TypedForm typed) {
        return new Remark(copy.version().number, copy.language(), typed.about("section"), typed.about("passage"),
                new Quote(CommentForm.text(typed.quote()), "", ""), typed.spoken(),
                typed.words().replace("\r\n", "\n").strip(), typed.way(), null, typed.day(LocalDate.now(clock)));
    }

    private TemplateInstance page(ReadingCopy copy, Desk desk) {
        return new typed_in(copy, desk, places(copy), TypedForm.CHANNELS, Arrays.asList(PersonKind.values()),
                Behalf.in(copy.draft().project, me, copy.version().round == null ? Anonymity.ANONYMOUS
                        : copy.version().round.anonymity, clock.instant()), KINDS,
                criteria(copy));
    }

    private static List<Round.Criterion> criteria(ReadingCopy copy) {
        return copy.version().round == null ? List.of() : copy.version().round.criteria;
    }

    private static List<Place> places(ReadingCopy copy) {
        List<Place> places = new ArrayList<>();
        for (Section section : copy.text().outline.sections()) {
            if (!section.heading().isEmpty()) places.add(new Place("section:" + section.id(),
                    org.hornsten.text.Markdown.plain(section.heading())));
            for (Passage passage : section.passages())
                places.add(new Place("passage:" + passage.id(), "– " + Layout.start(passage)));
        }
        return places;
    }

    private ReadingCopy copy(String id, int number, String language) {
        String wished = language == null || language.isBlank() ? shell.reading() : language;
        return ReadingCopy.of(me, Draft.staffedBy(me, id), number, wished);
    }

    private String receipt(HttpHeaders headers) {
        return Optional.ofNullable(headers.getCookies().get(cookies.named(ThanksPages.COOKIE))).map(c -> c.getValue())
                .map(receipts::code).filter(code -> receipts.opened(code).isPresent()).orElse("");
    }
}
