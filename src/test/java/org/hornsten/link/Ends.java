package org.hornsten.link;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.hornsten.World;
import org.hornsten.identity.Person;
import org.hornsten.project.Membership;

/** All the ways in which the right of a personal link ends. */
final class Ends {
    static final Map<String, Consumer<PersonalLink>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("ended", link -> link.endedOn = World.today());
        ALL.put("expired", link -> link.lastOn = World.today().minusDays(1));
        ALL.put("blocked", link -> Person.update("blockedAt = ?1 where id = ?2", Instant.now(), link.person.id));
        ALL.put("erased", link -> Person.<Person>findById(link.person.id).erase(Instant.now()));
        ALL.put("left", link -> Membership.delete("person", link.person));
        ALL.put("account", link -> Person.update("userName = ?1 where id = ?2", "account-" + link.publicId,
                link.person.id));
        ALL.put("replaced", link -> PersonalLink.forPerson(link.project, link.person, link.about(), null,
                World.today()));
    }

    private Ends() {}
}
