package org.hornsten.identity;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Those who may come in, of two people and all administrators; internal ids. They are held until the end of the act, so
 * that two administrators who block each other at once do not both succeed.
 */
public record Doorkeepers(Set<Long> welcome, Set<Long> administrators) {

    public static Doorkeepers held(Person one, Person other) {
        List<?> rows = Panache.getEntityManager().createNativeQuery("""
                select id, case when role = 'ADMINISTRATOR' then 1 else 0 end from person
                where (role = 'ADMINISTRATOR' or id in (?1, ?2)) and blocked_at is null and erased_at is null
                order by id for update""", Object[].class).setParameter(1, one.id).setParameter(2, other.id)
                .getResultList();
        Doorkeepers held = new Doorkeepers(new HashSet<>(), new HashSet<>());
        rows.stream().map(row -> (Object[]) row).forEach(row -> {
            held.welcome.add(((Number) row[0]).longValue());
            if (((Number) row[1]).intValue() == 1) held.administrators.add(((Number) row[0]).longValue());
        });
        return held;
    }

    public boolean letsIn(Person person) {
        return welcome.contains(person.id);
    }

    /** Whether somebody could still administrate the house. */
    public boolean administeredWithout(Person person) {
        return administrators.stream().anyMatch(id -> !id.equals(person.id));
    }
}
