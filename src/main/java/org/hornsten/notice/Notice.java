package org.hornsten.notice;

import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.kit.Ref;

/**
 * What one person is told by e-mail, in words of the receiver's language; the plain and the HTML part are made of it.
 *
 * @param within     the project that answers for it, whose lead sees what was not delivered
 * @param about      what it is about
 * @param subject    at most 60 signs
 * @param paragraphs plain text; the first says who writes and why
 * @param way        the one thing to do
 * @param calendar   an iCalendar (RFC 5545) to go with it
 */
public record Notice(Ref within, Ref about, Person to, String subject, List<String> paragraphs, Optional<Way> way,
                     Optional<String> calendar) {

    /** @param address whole, as {@link org.hornsten.web.Address} tells it */
    public record Way(String label, String address) {}
}
