package org.hornsten.hearing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.input.Anonymity;
import org.hornsten.kit.Refused;
import org.hornsten.project.Membership;
import org.hornsten.project.Naming;
import org.hornsten.project.Project;

/**
 * Somebody who takes part and for whom staff may type, so that what was said by phone or on paper stands on that
 * person's own page.
 *
 * @param name empty where it is masked: then the number stands for it
 */
public record Behalf(int number, String name) {

    /** Those who take part in the project; nobody in a round that keeps no names. */
    public static List<Behalf> in(Project project, Me me, Anonymity level, Instant now) {
        if (level == Anonymity.ANONYMOUS) return List.of();
        Naming naming = Naming.of(me, now);
        return Membership.of(project).stream().filter(member -> !member.staff() && member.person.erasedAt == null)
                .map(member -> new Behalf(member.number, naming.name(member.person).orElse(""))).toList();
    }

    /**
     * Who speaks.
     *
     * @param number as chosen, empty for somebody who is no member
     * @param kind   as whom somebody speaks who is no member
     * @param name   made up, of somebody who is no member
     * @throws Refused where nobody has that number
     */
    public static Remark.Speaker speaker(Me me, Project project, String number, Optional<PersonKind> kind, String name,
                                         Anonymity level) {
        if (number == null || number.isBlank())
            return Remark.Speaker.typedIn(me, kind.orElseThrow(() -> new Refused("person", "hearing:person_missing")),
                    name);
        Membership member = Optional.of(number.strip()).filter(typed -> typed.matches("\\d{1,9}"))
                .flatMap(typed -> Membership.numbered(project, Integer.parseInt(typed)))
                .filter(found -> !found.staff() && found.person.erasedAt == null)
                .orElseThrow(() -> new Refused("member", "hearing:behalf_unknown"));
        Person person = member.person;
        PersonKind as = Optional.ofNullable(member.kind).or(() -> kind).orElse(person.kind);
        return new Remark.Speaker(Optional.of(person), as, Remark.Speaker.called(person, level), member.number,
                Optional.of(me.known()));
    }

    public boolean veiled() {
        return name.isEmpty();
    }
}
