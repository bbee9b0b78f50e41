package org.hornsten.blocking;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.project.Naming;
import org.hornsten.web.Shell;

/** Somebody in a list for administrators: the name where it may be seen, else what stands for it. */
public record Found(Person person, String name, String kind) {

    static List<Found> of(List<Person> people, Naming naming, Shell shell) {
        return people.stream().map(person -> of(person, naming, shell)).toList();
    }

    static Found of(Person person, Naming naming, Shell shell) {
        String kind = Optional.ofNullable(person.kind)
                .map(one -> shell.say("project:kind_" + one.name().toLowerCase(Locale.ROOT))).orElse("");
        return new Found(person, naming.name(person).or(() -> Optional.ofNullable(person.pseudonym))
                .orElseGet(() -> shell.say("blocking:somebody")), kind);
    }

    public String path() {
        return "/administration/people/" + person.publicId;
    }

    public boolean blocked() {
        return person.blockedAt != null;
    }
}
