package org.hornsten.panel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hornsten.kit.MailAddress;
import org.hornsten.kit.Refused;
import org.hornsten.project.Membership;
import org.hornsten.project.Whom;
import org.jboss.resteasy.reactive.RestForm;

/**
 * Somebody to sit in a panel, as typed: a member of the project by number, or a new person.
 *
 * @param replaces id of the seat whose person leaves for this one; empty where nobody does
 */
public record SeatForm(@RestForm String member, @RestForm String name, @RestForm String email,
                       @RestForm String language, @RestForm String street, @RestForm String postcode,
                       @RestForm String town, @RestForm String kind, @RestForm String nominatingBody,
                       @RestForm String from, @RestForm String to, @RestForm String ageGroup,
                       @RestForm String birthYear, @RestForm String municipality, @RestForm String replaces,
                       @RestForm String submission) {
    private static final int THIS_CENTURY = 2100;

    /** @param offered the project's members, of whom one may be chosen */
    Whom whom(List<Membership> offered) {
        if (member != null && !member.isBlank()) return offered.stream().filter(one -> member.equals("" + one.number))
                .findFirst().map(one -> Whom.known(one.person.publicId))
                .orElseThrow(() -> new Refused("member", "project:person_unknown"));
        if (name == null || name.isBlank()) throw new Refused("name", "panel:name_missing_of");
        if (email != null && !email.isBlank() && !MailAddress.possible(email.strip()))
            throw new Refused("email", "web:mail_wrong");
        return Whom.newcomer(null, null, name, language, email, new Whom.Address(street, postcode, town));
    }

    Seat.Wanted wanted(Panel panel) {
        Term term = new Term(PanelForm.day("from", from), PanelForm.day("to", to));
        return new Seat.Wanted(Optional.ofNullable(one(Seat.Kind.values(), kind)).orElse(panel.kind.seat()),
                nominatingBody, null, term, profile(), PanelForm.number("birthYear", birthYear, THIS_CENTURY));
    }

    /** The language the person speaks is the one he or she is written to in. */
    Profile profile() {
        return Profile.of(one(AgeGroup.values(), ageGroup), municipality, language);
    }

    private static <E extends Enum<E>> E one(E[] words, String typed) {
        return Arrays.stream(words).filter(word -> word.name().equalsIgnoreCase(typed)).findFirst().orElse(null);
    }
}
