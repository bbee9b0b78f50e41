package org.hornsten.publishing;

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
import java.util.List;
import java.util.stream.Stream;
import org.hornsten.diff.Change;
import org.hornsten.draft.Draft;
import org.hornsten.draft.Round;
import org.hornsten.draft.Unexplained;
import org.hornsten.draft.WorkingText;
import org.hornsten.identity.Me;
import org.hornsten.input.Anonymity;
import org.hornsten.kit.Beginning;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;
import org.hornsten.ledger.Kept;
import org.hornsten.ledger.Ledger;
import org.hornsten.numbers.SmallNumbers;
import org.hornsten.text.Outline;
import org.hornsten.text.Section;
import org.hornsten.web.Form;
import org.hornsten.web.Tells.Done;
import org.hornsten.web.Tells;
import org.hornsten.web.Tongue;
import org.jboss.resteasy.reactive.RestPath;

/** Publishes the working copy as the next version and opens its round. */
@Path("/drafts/{id}/publishing")
@PermitAll
class PublishingPages {
    private final Me me;
    private final Ledger ledger;
    private final Form form;
    private final Tongue tongue;
    private final Clock clock;

    PublishingPages(Me me, Ledger ledger, Form form, Tongue tongue, Clock clock) {
        this.me = me;
        this.ledger = ledger;
        this.form = form;
        this.tongue = tongue;
        this.clock = clock;
    }

    /** @param groups how many may be asked to answer before a number is shown */
    @CheckedTemplate(basePath = "publishing")
    record publish(Draft draft, Coming coming, PublishingForm typed,
            List<Anonymity> levels, List<Integer> groups) implements TemplateInstance {}

    /** What the next version will be. */
    public record Coming(int number, List<Language> languages) {
        public List<Language> behind() {
            return languages.stream().filter(language -> !language.behind().isEmpty()).toList();
        }

        public boolean explained() {
            return languages.stream().allMatch(language -> language.unexplained().isEmpty());
        }
    }

    /** @param behind headings of the sections whose translation was not renewed with the main text */
    public record Language(String code, int changes, List<Loose> unexplained, List<String> behind) {
        /** For the lang attribute, which knows no easy language. */
        public String tag() {
            return Multilingual.plain(code);
        }
    }

    /** A change without a reason. */
    public record Loose(Change change, String beginning) {
        static Loose of(Change change) {
            return new Loose(change, Beginning.of(change.after().isEmpty() ? change.before() : change.after()));
        }
    }

    @GET
    public TemplateInstance show(@RestPath String id) {
        Draft draft = Draft.ledBy(me, id);
        int least = Round.least(draft.project);
        return page(draft, least, PublishingForm.begin(Criteria.proposed(draft, tongue), Criteria.level(draft),
                Criteria.k(draft, least)));
    }

    @POST @Kept
    @Tells(Done.PUBLISHED)
    public Response publish(@RestPath String id, @BeanParam PublishingForm typed) {
        Draft draft = Draft.ledBy(me, id);
        try {
            Round.Terms terms = typed.terms(clock.getZone());
            ledger.keep(me, Publication.publish(draft, me.known(), terms, typed.reason(), clock));
        } catch (Unexplained no) {
            return form.refuse("changes", "publishing:unexplained", no.changes.size())
                    .again(page(draft, Round.least(draft.project), typed));
        } catch (Refused no) {
            return form.refuse(no).again(page(draft, Round.least(draft.project), typed));
        }
        return Response.seeOther(URI.create(draft.path())).build();
    }

    private publish page(Draft draft, int least, PublishingForm typed) {
        Explanations explanations = Explanations.of(draft);
        List<WorkingText> texts = WorkingText.of(draft);
        Outline main = texts.stream().filter(WorkingText::main).findFirst().orElseThrow().outline;
        int number = draft.newest().map(version -> version.number + 1).orElse(1);
        List<Language> languages = texts.stream().map(text -> new Language(text.language,
                explanations.changes(text.language).size(),
                explanations.unexplained(text.language).stream().map(Loose::of).toList(), behind(text, main))).toList();
        return new publish(draft, new Coming(number, languages), typed, List.of(Anonymity.values()),
                groups(draft, least));
    }

    /** What K may be chosen: the least and the delicate one, and what the round before had. */
    private static List<Integer> groups(Draft draft, int least) {
        return Stream.of(least, SmallNumbers.DELICATE, Criteria.k(draft, least)).distinct().sorted().toList();
    }

    private static List<String> behind(WorkingText text, Outline main) {
        return text.main() ? List.of() : text.outline.sections().stream().filter(section -> main.section(section.id())
                .map(Section::fingerprint).filter(now -> !now.equals(section.madeFrom())).isPresent())
                .map(Section::heading).toList();
    }
}
