package org.hornsten.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.kit.Multilingual;
import org.hornsten.notice.Mail;
import org.hornsten.notice.Notice;
import org.hornsten.notice.Outbox;
import org.hornsten.notice.Reason;
import org.hornsten.workshop.Workshop;

/**
 * An e-mail about a workshop, in the receiver's language.
 *
 * @param returned whether the receiver's side did not take it
 */
record Posted(Cast to, Multilingual subject, List<Multilingual> words, boolean returned) {

    void post(Outbox outbox, Workshop workshop, LocalDate today) {
        Person person = Players.person(to);
        Optional<Mail> mail = outbox.post(new Notice(workshop.project.ref(), workshop.ref(), person,
                subject.in(person.language), words.stream().map(one -> one.in(person.language)).toList(),
                Optional.empty(), Optional.empty()));
        Mail.flush();
        mail.filter(one -> returned).ifPresent(one -> Mail.update("""
                state = ?1, reason = ?2, tries = 1, endedOn = ?3 where id = ?4""", Mail.State.UNDELIVERED,
                Reason.REFUSED, today, one.id));
    }
}
