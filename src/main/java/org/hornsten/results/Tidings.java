package org.hornsten.results;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.kit.Multilingual;
import org.hornsten.link.Doors;
import org.hornsten.notice.Notice;
import org.hornsten.notice.Outbox;
import org.hornsten.web.Theme;
import org.hornsten.web.Tongue;
import org.hornsten.web.When;
import org.hornsten.workshop.Workshop;

/** The e-mail that tells of results, in its receiver's language and by what the receiver had to do with it. */
@ApplicationScoped
class Tidings {
    private final Outbox outbox;
    private final Doors doors;
    private final Theme theme;
    private final Tongue tongue;
    private final When when;

    Tidings(Outbox outbox, Doors doors, Theme theme, Tongue tongue, When when) {
        this.outbox = outbox;
        this.doors = doors;
        this.theme = theme;
        this.tongue = tongue;
        this.when = when;
    }

    boolean reaches(Person person) {
        return outbox.reaches(person);
    }

    void tell(Workshop workshop, Audience audience, Person person) {
        if (!reaches(person)) return;
        Doors.Door door = doors.of(person, workshop.project, ResultsPlace.of(workshop), ResultsPlace.path(workshop));
        outbox.post(notice(workshop, audience, person, Multilingual.plain(person.language), door));
    }

    /** As somebody reads it who has no account; nothing is posted, and the link is nobody's. */
    Notice sample(Workshop workshop, Audience audience, String language) {
        return notice(workshop, audience, null, language, doors.sample(language));
    }

    private Notice notice(Workshop workshop, Audience audience, Person to, String language, Doors.Door door) {
        ResultsMessages say = tongue.in(ResultsMessages.class, language);
        String title = workshop.title.in(language);
        String who = theme.organisation(language);
        String why = switch (audience) {
            case TOOK_PART -> say.mail_took_part(who, title);
            case COULD_NOT_COME -> say.mail_could_not_come(who, title);
            case INVITED -> say.mail_invited(who, title);
        };
        return new Notice(workshop.project.ref(), workshop.ref(), to, say.mail_subject(title), List.of(why,
                say.mail_what(when.day(workshop.startsAt, language)), door.how()),
                Optional.of(new Notice.Way(say.mail_way(), door.address())), Optional.empty());
    }
}
