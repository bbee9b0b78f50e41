package org.hornsten.notice;

import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.kit.Ref;
import org.hornsten.project.Greeting;

/**
 * What one person is told by e-mail, in words of the receiver's language; the plain and the HTML part are made of it.
 *
 * @param within     the project that answers for it, whose lead sees what was not delivered
 * @param about      what it is about
 * @param subject    one line of at most 60 signs; what is longer is cut
 * @param paragraphs plain text; the first says who writes and why
 * @param said       what somebody else says in it, after the first paragraph
 * @param way        the one thing to do
 * @param calendar   an iCalendar (RFC 5545) to go with it
 */
public record Notice(Ref within, Ref about, Person to, String subject, List<String> paragraphs, Optional<Said> said,
                     Optional<Way> way, Optional<String> calendar) {
    private static final int LONGEST_SUBJECT = 60;

    public Notice {
        subject = line(subject);
        paragraphs = List.copyOf(paragraphs);
    }

    public Notice(Ref within, Ref about, Person to, String subject, List<String> paragraphs, Optional<Way> way,
                  Optional<String> calendar) {
        this(within, about, to, subject, paragraphs, Optional.empty(), way, calendar);
    }

    /** @param whose who says it, in the receiver's language */
    public record Said(String whose, Greeting greeting) {}

    /** @param address whole, as {@link org.hornsten.web.Address} tells it */
    public record Way(String label, String address) {}

    // a line break would begin another header; half a letter would be none
    private static String line(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (line.codePointCount(0, line.length()) <= LONGEST_SUBJECT) return line;
        return line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT - 1)).strip() + "…";
    }
}
