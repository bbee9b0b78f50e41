package org.hornsten.project;

import io.quarkus.panache.common.Page;
import java.util.List;
import java.util.Optional;
import org.hornsten.identity.Me;

/** Questions about all projects. */
public final class Projects {
    private static final String READABLE = """
            (p.open = true or exists (select 1 from Membership m where m.project = p and m.person.id = ?1
              and ?2 in (0, p.id)))""";

    private Projects() {}

    /** One page of a list, newest first, with the id to go on after. */
    public record Found(List<Project> items, Optional<Long> next, long total) {}

    /** @param after internal id of the last one seen, or {@link Long#MAX_VALUE} from the start */
    public static Found visibleTo(Me me, long after, int size) {
        long total = Project.count("from Project p where " + READABLE, me.id(), me.within());
        List<Project> items = Project.<Project>find("from Project p where " + READABLE
                + " and p.id < ?3 order by p.id desc", me.id(), me.within(), after).page(Page.ofSize(size + 1)).list();
        boolean more = items.size() > size;
        List<Project> shown = more ? items.subList(0, size) : items;
        return new Found(shown, more ? Optional.of(shown.get(size - 1).id) : Optional.empty(), total);
    }

    /** Open to everybody, newest first. */
    public static List<Project> open(int most) {
        return Project.<Project>find("open = true order by id desc").page(Page.ofSize(most)).list();
    }
}
