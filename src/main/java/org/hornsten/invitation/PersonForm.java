package org.hornsten.invitation;

import java.util.Arrays;
import java.util.Optional;
import org.hornsten.identity.AgeBand;
import org.hornsten.identity.PersonKind;
import org.hornsten.kit.MailAddress;
import org.hornsten.kit.Refused;
import org.hornsten.project.Membership;
import org.hornsten.project.Whom;
import org.jboss.resteasy.reactive.RestForm;

/** Who is to take part, as typed: by user name with a role, or a new person without an account. */
public record PersonForm(@RestForm String userName, @RestForm String role, @RestForm String kind,
                         @RestForm String ageBand, @RestForm String name,
                         @RestForm String pseudonym, @RestForm String language,
                         @RestForm String email, @RestForm String submission) {
    Whom known() {
        if (userName == null || userName.isBlank()) throw new Refused("userName", "project:person_missing");
        return Whom.known(userName);
    }

    Whom newcomer() {
        return Whom.writtenTo(one(PersonKind.values(), kind)
                .orElseThrow(() -> new Refused("kind", "project:kind_missing")), one(AgeBand.values(), ageBand)
                .orElse(null), name, pseudonym, language, mail());
    }

    private String mail() {
        if (email == null || email.isBlank()) return null;
        if (!MailAddress.possible(email.strip())) throw new Refused("email", "web:mail_wrong");
        return email.strip();
    }

    Membership.Role wantedRole() {
        return one(Membership.Role.values(), role).orElse(Membership.Role.PARTICIPANT);
    }

    private static <E extends Enum<E>> Optional<E> one(E[] words, String typed) {
        return Arrays.stream(words).filter(word -> word.name().equalsIgnoreCase(typed)).findFirst();
    }
}
