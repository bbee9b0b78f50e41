package org.hornsten.link;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.kit.Ref;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Secrets;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;

/**
 * A link for a person's own mailbox, with what is to be kept when this is its first time. It is the same in each e-mail,
 * so that none of them holds a dead one, and it ends no other: whoever reads that mailbox may ask for it anyway.
 */
public record MailedLink(PersonalLink link, String token, Optional<LinkEvent> made) {

    /**
     * @param dueOn null when no day is named
     * @throws Refused for people who have an account
     */
    public static MailedLink to(Person person, Project project, Ref about, LocalDate dueOn, LocalDate today,
                                Secrets secrets) {
        if (person.hasAccount()) throw new Refused("to", "link:account_signs_in");
        if (dueOn != null && dueOn.isBefore(today)) throw new Refused("dueOn", "link:due_past");
        project.lock();
        Optional<PersonalLink> known = PersonalLink.byMail(project, person, about);
        PersonalLink link = known.orElseGet(() -> PersonalLink.blank(project, person, about, today));
        link.lasts(dueOn, today);
        return of(link, known.isPresent(), secrets);
    }

    /**
     * For who is told something and asked for no answer: the day that one was hoped for stays, and from today it lasts
     * a year more.
     *
     * @param guest whether it opens what it is about to somebody who is no member of the project
     */
    static MailedLink telling(Person person, Project project, Ref about, boolean guest, LocalDate today,
                              Secrets secrets) {
        project.lock();
        Optional<PersonalLink> known = PersonalLink.byMail(project, person, about);
        PersonalLink link = known.orElseGet(() -> PersonalLink.blank(project, person, about, today));
        link.lastsAYear(today);
        link.guest = guest && Membership.count("project = ?1 and person = ?2", project, person) == 0;
        return of(link, known.isPresent(), secrets);
    }

    /** Beside one that somebody has lost, or the same; it lasts as long as that one. */
    static MailedLink beside(PersonalLink lost, LocalDate today, Secrets secrets) {
        lost.project.lock();
        Optional<PersonalLink> known = lost.byMail ? Optional.of(lost)
                : PersonalLink.byMail(lost.project, lost.person, lost.about());
        PersonalLink link = known.orElseGet(() -> PersonalLink.blank(lost.project, lost.person, lost.about(), today));
        link.lastsAs(lost);
        return of(link, known.isPresent(), secrets);
    }

    private static MailedLink of(PersonalLink link, boolean known, Secrets secrets) {
        link.byMail = true;
        String token = link.token(secrets);
        link.persist();
        return new MailedLink(link, token, known ? Optional.empty()
                : Optional.of(new LinkEvent.Made(link.about(), link.ref(), List.of())));
    }
}
