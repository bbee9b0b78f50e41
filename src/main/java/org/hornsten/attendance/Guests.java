package org.hornsten.attendance;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hornsten.identity.Me;
import org.hornsten.identity.Person;
import org.hornsten.input.Gate;
import org.hornsten.numbers.Figure;
import org.hornsten.numbers.RawTable;
import org.hornsten.project.Naming;
import org.hornsten.web.Shell;
import org.hornsten.workshop.Registration;
import org.hornsten.workshop.Workshop;

/** Who answered, as those who run the workshop may see it: by number, by name where it is open for a purpose. */
@ApplicationScoped
class Guests {
    private final Me me;
    private final Envelope envelope;
    private final Shell shell;
    private final Clock clock;

    Guests(Me me, Envelope envelope, Shell shell, Clock clock) {
        this.me = me;
        this.envelope = envelope;
        this.shell = shell;
        this.clock = clock;
    }

    /**
     * One who answered.
     *
     * @param who   the name where it is open, else the number in the project
     * @param open  whether what the person needs may be seen now
     * @param needs of an open one
     */
    public record Guest(Registration registration, String who, boolean open, Needs needs) {
        public boolean present() {
            return Boolean.TRUE.equals(registration.present);
        }

        /** In words, where a yes alone does not tell it. */
        public String said(Needs.Kind kind) {
            return needs.said(kind);
        }

        public boolean absent() {
            return Boolean.FALSE.equals(registration.present);
        }
    }

    /** All who answered. */
    public record House(List<Guest> all) {
        public int seated() {
            return in(Registration.State.REGISTERED);
        }

        public int waiting() {
            return in(Registration.State.WAITING);
        }

        public int declined() {
            return in(Registration.State.DECLINED);
        }

        /** Whether there is a name that is masked to the one who asks. */
        public boolean masked() {
            return !Guests.masked(all).isEmpty();
        }

        private int in(Registration.State state) {
            return (int) all.stream().filter(guest -> guest.registration().state == state).count();
        }
    }

    /** One kind of need, and how many have it, where so many have that nobody is pointed out. */
    public record Needed(Needs.Kind kind, Figure count) {}

    List<Guest> of(Workshop workshop) {
        return named(workshop, Registration.of(workshop));
    }

    Guest one(Workshop workshop, String publicId) {
        return named(workshop, List.of(Registration.of(workshop, publicId))).get(0);
    }

    private List<Guest> named(Workshop workshop, List<Registration> all) {
        Naming naming = Naming.of(me, clock.instant());
        Map<Long, Integer> numbers = numbers(workshop);
        return all.stream().map(one -> named(one, naming, numbers.getOrDefault(one.person.id, 0))).toList();
    }

    private Guest named(Registration registration, Naming naming, int number) {
        Person person = registration.person;
        boolean open = person.id == naming.reader() || naming.open().contains(person.id);
        String who = person.erasedAt != null ? shell.say("invitation:erased") : naming.name(person)
                .orElseGet(() -> number == 0 ? shell.say("blocking:somebody") : shell.say("project:member", number));
        return new Guest(registration, who, open, open ? envelope.open(registration) : Needs.NONE);
    }

    private static Map<Long, Integer> numbers(Workshop workshop) {
        Map<Long, Integer> numbers = new HashMap<>();
        Panache.getEntityManager().createQuery("""
                select m.person.id, m.number from Membership m where m.project = ?1 and m.person in
                  (select r.person from Registration r where r.workshop = ?2)""", Object[].class)
                .setParameter(1, workshop.project).setParameter(2, workshop).getResultList()
                .forEach(row -> numbers.put((Long) row[0], (Integer) row[1]));
        return numbers;
    }

    /** What has to be arranged: counted over those who come, told through the gate of small numbers. */
    List<Needed> needed(Workshop workshop, List<Guest> guests) {
        Map<Needs.Kind, Long> counts = new LinkedHashMap<>();
        guests.stream().map(Guest::registration).filter(Registration::hasSeat).map(envelope::open)
                .forEach(needs -> needs.kinds().forEach(kind -> counts.merge(kind, 1L, Long::sum)));
        return Needs.Kind.of(workshop).stream().map(kind -> new Needed(kind,
                figure(workshop, counts.getOrDefault(kind, 0L)))).toList();
    }

    private static Figure figure(Workshop workshop, long n) {
        RawTable raw = RawTable.of(List.of("n"));
        raw.add("n", n);
        return Gate.groups(workshop.project, raw).total();
    }

    /** Those whose names are masked to the one who asks. */
    static List<Person> masked(List<Guest> guests) {
        return guests.stream().filter(guest -> !guest.open()).map(guest -> guest.registration().person)
                .filter(person -> person.erasedAt == null && !person.staff()).toList();
    }

}
