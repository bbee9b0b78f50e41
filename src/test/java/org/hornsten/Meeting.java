package org.hornsten;

import io.quarkus.arc.Arc;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hornsten.board.Board;
import org.hornsten.identity.Person;
import org.hornsten.identity.PersonKind;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Secrets;
import org.hornsten.project.Membership;
import org.hornsten.project.Project;
import org.hornsten.workshop.Material;
import org.hornsten.workshop.Plan;
import org.hornsten.workshop.Registration;
import org.hornsten.workshop.Step;
import org.hornsten.workshop.Workshop;

/** A workshop of a project, with one guest, for tests that begin in the middle. */
public record Meeting(Workshop workshop, Registration guest) {
    private static final Map<Long, Meeting> MADE = new ConcurrentHashMap<>();

    /** The same one however often it is asked for: in ten days, with a guest called Gun. */
    static Meeting of(Project project) {
        return MADE.computeIfAbsent(project.id, id -> World.act(() -> {
            Project own = Project.findById(id);
            Workshop workshop = Workshop.planned(own, plan(in(10), null), Instant.now());
            Board.open(workshop, new SecureRandom());
            Person gun = guest(own, "Gun", null);
            return new Meeting(workshop, Registration.answer(workshop, gun, Registration.Answer.YES, Optional.empty(),
                    Instant.now()).registration());
        }));
    }

    /** A new workshop of that project, in ten days. */
    public static Workshop planned(Project project, Integer seats) {
        return World.act(() -> Workshop.planned(Project.findById(project.id), plan(in(10), seats), Instant.now()));
    }

    public static Plan plan(Instant starts, Integer seats) {
        return new Plan(Multilingual.of("Provworkshop", "Koetyöpaja", "Trial workshop"), Multilingual.none(),
                Workshop.Form.HYBRID, starts, starts.plus(Duration.ofHours(2)), null,
                Multilingual.of("Stadshuset", "Kaupungintalo", "City hall"), "https://meet.example.org/prov", seats,
                List.of(new Step("intro", Step.Kind.TALK, Multilingual.of("sv", "Välkommen"), 30, null),
                        new Step("notes", Step.Kind.NOTES, Multilingual.of("sv", "Lappar"), 60, null)), null,
                List.of(new Material(Multilingual.of("sv", "Programmet"), null,
                        Multilingual.of("sv", "# Program\n\nVi börjar med kaffe."))), null);
    }

    public static Instant in(int days) {
        return Instant.now().plus(Duration.ofDays(days)).truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
    }

    /** Somebody who takes part without an account. */
    public static Person guest(Project project, String name, String email) {
        Person guest = Person.withoutAccount(name, null, PersonKind.CUSTOMER, "sv", email);
        Membership.of(project, guest, Membership.Role.PARTICIPANT, guest.kind);
        return guest;
    }

    /** As if it had been planned for another time; nobody can plan the past. */
    public static void shift(Workshop workshop, Duration by) {
        World.act(() -> Workshop.getEntityManager().createNativeQuery("""
                update workshop set starts_at = timestampadd(second, ?1, starts_at),
                  closes_at = timestampadd(second, ?1, closes_at), ends_at = timestampadd(second, ?1, ends_at)
                where id = ?2""").setParameter(1, by.toSeconds()).setParameter(2, workshop.id).executeUpdate());
    }

    public static String key(Workshop workshop) {
        return Arc.container().instance(Secrets.class).get().hexMark("door", workshop.publicId).substring(0, 24);
    }

    Map<String, String> values() {
        return Map.of("{workshop}", workshop.publicId, "{registration}", guest.publicId, "{key}", key(workshop),
                "{kind}", "diet", "{audience}", "took_part");
    }

}
