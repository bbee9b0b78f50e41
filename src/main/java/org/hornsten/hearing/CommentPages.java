package org.hornsten.hearing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.hornsten.draft.Draft;
import org.hornsten.draft.ReadingCopy;
import org.hornsten.draft.Round;
import org.hornsten.guard.Forgery;
import org.hornsten.identity.Cookies;
import org.hornsten.identity.Me;
import org.hornsten.input.Anonymity;
import org.hornsten.input.Channel;
import org.hornsten.input.Saying;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Untraced;
import org.hornsten.ledger.Kept;
import org.hornsten.text.Quote;
import org.hornsten.web.Form;
import org.hornsten.web.Shell;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Saying something about a passage, and what others said. */
@Path("/drafts/{id}/versions/{number}/comments")
@PermitAll
class CommentPages {
    static final List<Saying.Kind> KINDS = List.of(Saying.Kind.COMMENT, Saying.Kind.WISH, Saying.Kind.OPINION);

    private final Me me;
    private final Form form;
    private final Shell shell;
    private final Hearing hearing;
    private final Cookies cookies;
    private final Forgery forgery;
    private final Clock clock;

    CommentPages(Me me, Form form, Shell shell, Hearing hearing, Cookies cookies, Forgery forgery, Clock clock) {
        this.me = me;
        this.form = form;
        this.shell = shell;
        this.hearing = hearing;
        this.cookies = cookies;
        this.forgery = forgery;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "hearing")
    record comment(ReadingCopy copy, Spot spot, List<Saying.Kind> kinds, List<Anonymity> levels, Anonymity anonymous)
            implements TemplateInstance {
        comment(ReadingCopy copy, Spot spot) {
            this(copy, spot, KINDS, CommentPages.levels(copy), Anonymity.ANONYMOUS);
        }
    }

    @CheckedTemplate(basePath = "hearing")
    record closed(ReadingCopy copy, String words) implements TemplateInstance {}

    @CheckedTemplate(basePath = "hearing")
    record comments(ReadingCopy copy, List<Voice> voices, List<Voice> lost, String passage, String section, Spot spot)
            implements TemplateInstance {}

    /** What the address of the form says it is about. */
    public record Asked(@RestQuery String language, @RestQuery String passage, @RestQuery String section,
                        @RestQuery String exact, @RestQuery String prefix, @RestQuery String suffix) {
        Quote marked() {
            return new Quote(text(exact), text(prefix), text(suffix));
        }
    }

    @GET
    @Path("new")
    public TemplateInstance form(@RestPath String id, @RestPath int number, @BeanParam Asked asked) {
        return page(copy(id, number, asked.language()), text(asked.passage()), text(asked.section()), asked.marked());
    }

    /** The same page for words marked in the text, which may be longer than an address. */
    @POST
    @Path("new")
    @Untraced("only shows the form")
    public TemplateInstance marked(@RestPath String id, @RestPath int number, @BeanParam CommentForm marked) {
        return page(copy(id, number, marked.language()), text(marked.passage()), text(marked.section()),
                marked.marked());
    }

    private TemplateInstance page(ReadingCopy copy, String passage, String section, Quote marked) {
        Spot spot = Spot.in(copy.text(), passage, section, marked);
        return copy.asked() ? new comment(copy, spot) : new closed(copy, "");
    }

    @POST
    @Kept(once = true)
    public Response say(@RestPath String id, @RestPath int number, @BeanParam CommentForm said) {
        ReadingCopy copy = copy(id, number, said.language());
        copy.hold();
        Spot spot = Spot.in(copy.text(), text(said.passage()), text(said.section()), said.marked());
        TemplateInstance page = new comment(copy, spot);
        if (form.refuses(said)) return form.again(page);
        try {
            Remark remark = remark(copy, spot, said);
            if (remark.level(copy.draft()) == Anonymity.ANONYMOUS && copy.broken(said.promised()))
                throw new Refused("draft:promise_changed");
            Remark.Speaker speaker = Remark.Speaker.member(me, copy.membership().orElseThrow(me::nothing),
                    remark.level(copy.draft()));
            Hearing.Heard heard = hearing.hear(me, copy.draft(), remark, speaker, said.submission(),
                    forgery.shown());
            return Response.seeOther(URI.create("/thanks"))
                    .cookie(cookies.make(ThanksPages.COOKIE, heard.once(), ThanksPages.LIFE)).build();
        } catch (Refused no) {
            boolean over = no.key.equals("draft:round_closed");
            return form.refuse(no).again(over ? new closed(copy, said.words()) : page);
        }
    }

    private Remark remark(ReadingCopy copy, Spot spot, CommentForm said) {
        return new Remark(copy.version().number, spot.language(), spot.section(), spot.passage(), spot.chosen(said),
                said.spoken(), said.words().replace("\r\n", "\n").strip(), Channel.WEB, said.level().orElse(null),
                LocalDate.now(clock));
    }

    @GET
    public TemplateInstance list(@RestPath String id, @RestPath int number, @RestQuery String language,
                                 @RestQuery String passage, @RestQuery String section) {
        ReadingCopy copy = copy(id, number, language);
        Spot spot = Spot.in(copy.text(), text(passage), text(section), new Quote("", "", ""));
        List<Voice> voices = Voices.on(copy).stream().filter(voice -> about(voice, spot)).toList();
        return new comments(copy, voices.stream().filter(voice -> !voice.orphan()).toList(),
                voices.stream().filter(Voice::orphan).toList(), spot.passage(), spot.section(), spot);
    }

    private static boolean about(Voice voice, Spot spot) {
        if (spot.ofPassage()) return voice.passage().equals(spot.passage());
        return spot.ofWhole() || voice.section().equals(spot.section());
    }

    private ReadingCopy copy(String id, int number, String language) {
        return ReadingCopy.of(me, Draft.openTo(me, id), number, wished(language));
    }

    private String wished(String language) {
        return language == null || language.isBlank() ? shell.reading() : language;
    }

    /** What the round lets one choose: as asked, or more private. */
    private static List<Anonymity> levels(ReadingCopy copy) {
        Round round = copy.version().round;
        return round == null ? List.of() : Arrays.stream(Anonymity.values()).filter(round.anonymity::allows).toList();
    }

    private static String text(String typed) {
        return CommentForm.text(typed);
    }
}
