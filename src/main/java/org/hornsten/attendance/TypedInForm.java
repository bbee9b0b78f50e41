package org.hornsten.attendance;

import java.util.Arrays;
import java.util.Optional;
import org.hornsten.identity.AgeBand;
import org.hornsten.identity.PersonKind;
import org.hornsten.kit.Refused;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.project.Whom;
import org.hornsten.workshop.Registration;
import org.jboss.resteasy.reactive.RestForm;

/** Who phoned, and what was said: a member by number, or somebody new without an account. */
public record TypedInForm(@RestForm String whom, @RestForm String number, @RestForm String kind,
                          @RestForm String ageBand, @RestForm String name, @RestForm String language,
                          @RestForm String answer, @RestForm String submission) {

    Membership.Asked asked(Project project) {
        if ("new".equals(whom)) return Membership.ask(project, Whom.newcomer(one(PersonKind.values(), kind).orElseThrow(
                () -> new Refused("kind", "project:kind_missing")), one(AgeBand.values(), ageBand).orElse(null), name,
                null, language));
        if (!"member".equals(whom)) throw new Refused("whom", "attendance:choose");
        String typed = number == null ? "" : number.strip();
        if (!typed.matches("\\d{1,9}")) throw new Refused("number", "attendance:number_missing");
        return new Membership.Asked(Membership.<Membership>find("""
                from Membership m join fetch m.person p where m.project = ?1 and m.number = ?2
                and p.erasedAt is null""", project, Integer.parseInt(typed)).firstResultOptional()
                .orElseThrow(() -> new Refused("number", "attendance:number_unknown")), Optional.empty());
    }

    Registration.Answer said() {
        return one(Registration.Answer.values(), answer).orElseThrow(() -> new Refused("answer", "attendance:choose"));
    }

    private static <E extends Enum<E>> Optional<E> one(E[] words, String typed) {
        return Arrays.stream(words).filter(word -> word.name().equalsIgnoreCase(typed)).findFirst();
    }
}
