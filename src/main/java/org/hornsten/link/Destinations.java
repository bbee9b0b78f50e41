package org.hornsten.link;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Ref;
import org.hornsten.project.Project;

/** What a link may lead to. The rooms that own the things tell of them; this room only asks. */
@ApplicationScoped
public class Destinations {
    private final List<Place> places;

    Destinations(@All List<Place> places) {
        this.places = places;
    }

    /** @param path where the person reads and takes part */
    public record Destination(Project project, Multilingual title, String path) {}

    /**
     * What nobody can take part in any more.
     *
     * @param on the day it ended
     */
    public record Ended(Project project, Multilingual title, LocalDate on) {}

    /** A bean of the room that owns a kind of things. */
    public interface Place {
        /** Nothing for another room's things, and for what does not exist or cannot be taken part in. */
        Optional<Destination> find(Ref about);

        /** Whether people may be invited to its things; not to what is one person's own. */
        default boolean invites() {
            return true;
        }

        /** Of its things one that was ended early, so that whoever was asked to it can be told. */
        default Optional<Ended> ended(Ref about) {
            return Optional.empty();
        }

        /** What of its things one may invite people of a project to now. */
        default List<Offer> offered(Project project) {
            return List.of();
        }
    }

    /** Something people may be invited to. */
    public record Offer(Ref about, Multilingual title) {}

    /** All that one may invite people of a project to now. */
    public List<Offer> offered(Project project) {
        return places.stream().flatMap(place -> place.offered(project).stream()).toList();
    }

    /** Nothing for what does not exist or cannot be taken part in. */
    public Optional<Destination> find(Ref about) {
        return find(about, places.stream());
    }

    /** Nothing for what people cannot be invited to, either. */
    public Optional<Destination> inviting(Ref about) {
        return find(about, places.stream().filter(Place::invites));
    }

    private static Optional<Destination> find(Ref about, Stream<Place> asked) {
        if (about.kind() == null || about.id() == null) return Optional.empty();
        return asked.flatMap(place -> place.find(about).stream()).findFirst();
    }

    /** Nothing for what goes on, and for what never was. */
    Optional<Ended> ended(Ref about) {
        return places.stream().flatMap(place -> place.ended(about).stream()).findFirst();
    }
}
