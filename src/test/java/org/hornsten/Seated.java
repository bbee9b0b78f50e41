package org.hornsten;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hornsten.identity.Person;
import org.hornsten.kit.Multilingual;
import org.hornsten.panel.Panel;
import org.hornsten.panel.Profile;
import org.hornsten.panel.Seat;
import org.hornsten.panel.Target;
import org.hornsten.panel.Term;
import org.hornsten.project.Project;

/** Panels made through the product's own verbs. */
public final class Seated {
    private static final Map<Long, Map<String, String>> MADE = new ConcurrentHashMap<>();

    private Seated() {}

    /** A reference group in which Pekka sits, made at the first asking; by the names routes have for it. */
    static Map<String, String> in(Project project) {
        return MADE.computeIfAbsent(project.id, first -> World.act(() -> {
            Panel panel = panel(Project.findById(project.id), Panel.Kind.REFERENCE_GROUP, null);
            Seat seat = panel.take(Person.findById(World.pekka().id),
                    Seat.Wanted.as(Seat.Kind.MEMBER, Profile.NONE), World.today());
            return Map.of("{panel}", panel.publicId, "{seat}", seat.publicId);
        }));
    }

    /** @param size null for any number */
    public static Panel panel(Project project, Panel.Kind kind, Integer size) {
        Panel.Plan usual = Panel.Plan.usual(kind, World.today());
        return Panel.founded(project, new Panel.Plan(kind, Multilingual.of("Provgrupp", "Koeryhmä", "Trial group"),
                Term.usual(World.today()), size, Target.NONE, usual.excludes(), usual.minimumAge(), usual.loadCap()));
    }
}
