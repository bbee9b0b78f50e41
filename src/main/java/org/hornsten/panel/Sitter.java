package org.hornsten.panel;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hornsten.project.Membership;
import org.hornsten.project.Naming;

/**
 * Somebody who sits in a panel, as a lead sees it.
 *
 * @param known  the name, where it is open to the reader
 * @param number stands for the person where no name is shown
 * @param tired  whether the person has been asked as often as the panel allows
 */
public record Sitter(Seat seat, Optional<String> known, int number, boolean tired, LocalDate today) {

    static List<Sitter> of(List<Seat> seats, Naming naming, Set<Long> tired, LocalDate today) {
        Map<Long, Integer> numbers = numbers(seats);
        return seats.stream().map(seat -> new Sitter(seat, naming.name(seat.person),
                numbers.getOrDefault(seat.person.id, 0), tired.contains(seat.person.id), today)).toList();
    }

    private static Map<Long, Integer> numbers(List<Seat> seats) {
        Map<Long, Integer> numbers = new HashMap<>();
        if (!seats.isEmpty()) Membership.getEntityManager().createQuery("""
                select m.person.id, m.number from Membership m where m.project.id = ?1 and m.person.id in ?2""",
                Object[].class).setParameter(1, seats.get(0).panel.project.id)
                .setParameter(2, seats.stream().map(seat -> seat.person.id).toList()).getResultList()
                .forEach(row -> numbers.put((Long) row[0], (Integer) row[1]));
        return numbers;
    }

    /** Empty where only the number is shown. */
    public String name() {
        return known.or(() -> Optional.ofNullable(seat.person.pseudonym)).orElse("");
    }

    public boolean veiled() {
        return known.isEmpty() && !seat.person.name.isEmpty();
    }

    public boolean erased() {
        return seat.person.erasedAt != null;
    }

    public boolean soon() {
        return seat.endsSoon(today);
    }

    public boolean coming() {
        return seat.coming(today);
    }

    public boolean over() {
        return seat.over(today);
    }
}
