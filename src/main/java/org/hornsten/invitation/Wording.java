package org.hornsten.invitation;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Ref;
import org.hornsten.link.LinkMessages;
import org.hornsten.link.Occasions.Occasion;
import org.hornsten.link.Occasions;
import org.hornsten.notice.Notice;
import org.hornsten.project.Greeting;
import org.hornsten.project.Project;
import org.hornsten.web.Theme;
import org.hornsten.web.Tongue;
import org.hornsten.web.When;

/** What an invitation and its reminder say, in their receiver's language. */
@ApplicationScoped
class Wording {
    private final Tongue tongue;
    private final Theme theme;
    private final When when;
    private final List<Occasions> occasions;

    Wording(Tongue tongue, Theme theme, When when, @All List<Occasions> occasions) {
        this.tongue = tongue;
        this.theme = theme;
        this.when = when;
        this.occasions = occasions;
    }

    /** Why somebody is written to: for the first time, or again, knowing or not knowing who has answered. */
    enum Turn { FIRST, AGAIN, AGAIN_UNKNOWING }

    /**
     * @param dueOn   null when no day is named
     * @param account whether the person signs in, and so needs no link
     * @param said    of the inviter's own
     */
    record Asking(Project project, Ref about, Multilingual title, LocalDate dueOn, boolean account,
                  Optional<Greeting> said, Turn turn) {}

    Notice notice(Asking asking, Person to, String address) {
        String language = Multilingual.plain(to.language);
        return notice(asking, to, language, address);
    }

    /** @param to null where it is only shown how it would read */
    Notice notice(Asking asking, Person to, String language, String address) {
        InvitationMessages say = tongue.in(InvitationMessages.class, language);
        String title = asking.title().in(language);
        Optional<Occasion> occasion = occasions.stream()
                .flatMap(one -> one.find(asking.about(), language).stream()).findFirst();
        List<String> words = new ArrayList<>();
        words.add(say.mail_why(theme.organisation(language), asking.project().title.in(language)));
        words.add(asked(say, asking, title));
        occasion.ifPresent(known -> words.addAll(known.lines()));
        if (asking.dueOn() != null) words.add(say.mail_due(when.day(asking.dueOn(), language)));
        words.add(way(language, asking.account()));
        if (asking.turn() != Turn.FIRST && !asking.account()) words.add(say.mail_same());
        return new Notice(asking.project().ref(), asking.about(), to, subject(say, asking, title), words,
                asking.said().map(said -> new Notice.Said(say.mail_greeting(), said)),
                Optional.of(new Notice.Way(way(say, asking.about()), address)),
                occasion.flatMap(Occasion::calendar));
    }

    private String way(String language, boolean account) {
        LinkMessages say = tongue.in(LinkMessages.class, language);
        return account ? say.mail_account() : say.mail_private();
    }

    /** That what somebody was asked to is called off. */
    Notice off(Project project, Ref about, Multilingual title, Person to, String address) {
        String language = Multilingual.plain(to.language);
        InvitationMessages say = tongue.in(InvitationMessages.class, language);
        return new Notice(project.ref(), about, to, say.mail_subject_off(title.in(language)),
                List.of(say.mail_why(theme.organisation(language), project.title.in(language)),
                        say.mail_off(title.in(language)), say.mail_off_nothing()),
                Optional.of(new Notice.Way(say.mail_way_other(), address)), Optional.empty());
    }

    private static String subject(InvitationMessages say, Asking asking, String title) {
        if (asking.turn() != Turn.FIRST) return say.mail_subject_again(title);
        return asking.about().kind().equals("draft") ? say.mail_subject_draft(title) : say.mail_subject(title);
    }

    private static String asked(InvitationMessages say, Asking asking, String title) {
        return switch (asking.turn()) {
            case AGAIN -> say.mail_again(title);
            case AGAIN_UNKNOWING -> say.mail_again_unknowing(title);
            case FIRST -> switch (asking.about().kind()) {
                case "draft" -> say.mail_draft(title);
                case "workshop" -> say.mail_workshop(title);
                default -> say.mail_other(title);
            };
        };
    }

    private static String way(InvitationMessages say, Ref about) {
        return switch (about.kind()) {
            case "draft" -> say.mail_way_draft();
            case "workshop" -> say.mail_way_workshop();
            default -> say.mail_way_other();
        };
    }
}
