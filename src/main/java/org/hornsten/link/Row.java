package org.hornsten.link;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.project.Membership;
import org.hornsten.project.Naming;
import org.hornsten.web.Shell;

/** One member on the people page, with the link that works for the member, if there is one. */
public record Row(Membership member, String role, String kind, Optional<PersonalLink> link, Optional<String> known) {

    public static List<Row> of(List<Membership> members, List<PersonalLink> links, Naming naming, Shell shell) {
        Map<Person, PersonalLink> working = new HashMap<>();
        links.stream().filter(link -> link.endedOn == null).forEach(link -> working.merge(link.person, link,
                (one, other) -> one.used ? one : other));
        return members.stream().map(member -> new Row(member, shell.say("project:role_" + word(member.role)),
                Optional.ofNullable(member.kind).map(kind -> shell.say("project:kind_" + word(kind))).orElse(""),
                Optional.ofNullable(working.get(member.person)), naming.name(member.person))).toList();
    }

    /** The name where it is open to the reader, else the made-up one; empty where only the number is shown. */
    public String name() {
        return known.or(() -> Optional.ofNullable(member.person.pseudonym)).orElse("");
    }

    /** Whether there is something a lead may open for a purpose. */
    public boolean masked() {
        return !member.person.staff() && !erased();
    }

    /** Whether there is a name the reader does not see. */
    public boolean veiled() {
        return known.isEmpty() && !member.person.name.isEmpty();
    }

    public boolean erased() {
        return member.person.erasedAt != null;
    }

    /** Who has an account signs in instead. */
    public boolean takesLink() {
        return !member.person.hasAccount() && !erased();
    }

    public boolean waits() {
        return link.filter(l -> !l.used).isPresent();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
