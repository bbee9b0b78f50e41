package org.hornsten.input;

import io.quarkus.panache.common.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hornsten.kit.Ref;
import org.hornsten.project.Project;

/** Questions about what was said in a project. */
public final class Contributions {
    private Contributions() {}

    public enum State { UNDECIDED, DECIDED, SUSPECT }

    /** What to look for; nothing chosen means all. Text is looked for in the words, as typed. */
    public record Filter(Optional<State> state, Optional<Channel> channel, Optional<Saying.Kind> kind,
                         Optional<String> language, Optional<String> topic, Optional<String> text) {
        public static Filter all() {
            return new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                    Optional.empty());
        }
    }

    /** One page of a list, oldest first, with the id to go on after. */
    public record Found(List<Contribution> items, Optional<Long> next, long total) {}

    /** @param after internal id of the last one seen, 0 from the start */
    public static Found in(Project project, Filter filter, long after, int size) {
        Map<String, Object> with = new HashMap<>();
        String where = where(project, filter, with);
        long total = Contribution.count("from Contribution c where " + where, with);
        with.put("after", after);
        List<Contribution> items = Contribution.<Contribution>find(
                "from Contribution c where " + where + " and c.id > :after order by c.id", with)
                .page(Page.ofSize(size + 1)).list();
        boolean more = items.size() > size;
        List<Contribution> shown = withViewpoints(more ? items.subList(0, size) : items);
        return new Found(shown, more ? Optional.of(shown.get(size - 1).id) : Optional.empty(), total);
    }

    private static String where(Project project, Filter filter, Map<String, Object> with) {
        List<String> parts = new ArrayList<>(List.of("c.project = :project"));
        with.put("project", project);
        filter.channel().ifPresent(channel -> parts.add(is("channel", channel, with)));
        filter.kind().ifPresent(kind -> parts.add(is("kind", kind, with)));
        filter.language().ifPresent(language -> parts.add(is("language", language, with)));
        filter.topic().ifPresent(topic -> {
            parts.add("exists (select 1 from Viewpoint v where v.contribution = c and v.topic = :topic)");
            with.put("topic", topic);
        });
        filter.text().filter(text -> !text.isBlank()).ifPresent(text -> {
            parts.add("locate(:text, c.words) > 0");
            with.put("text", text.strip());
        });
        filter.state().ifPresent(state -> parts.add(switch (state) {
            case UNDECIDED -> "exists (select 1 from Viewpoint v where v.contribution = c and v.decided = false)";
            case DECIDED -> "not exists (select 1 from Viewpoint v where v.contribution = c and v.decided = false)";
            case SUSPECT -> """
                    exists (select 1 from Answered a where a.viewpoint.contribution = c and a.current = true
                      and a.viewpointFingerprint <> a.viewpoint.fingerprint)""";
        }));
        return String.join(" and ", parts);
    }

    private static String is(String field, Object value, Map<String, Object> with) {
        with.put(field, value);
        return "c." + field + " = :" + field;
    }

    // One more statement for all of them, instead of one each.
    private static List<Contribution> withViewpoints(List<Contribution> items) {
        if (!items.isEmpty()) Contribution.getEntityManager().createQuery(
                "select distinct c from Contribution c left join fetch c.viewpoints where c in ?1", Contribution.class)
                .setParameter(1, items).getResultList();
        return items;
    }

    /** What was said about one thing in one of its versions, oldest first; withdrawn ones are left out. */
    public static List<Contribution> about(Ref thing, int version) {
        return Contribution.list("""
                aboutKind = ?1 and aboutId = ?2 and version = ?3 and withdrawnOn is null order by id""",
                thing.kind(), thing.id(), version);
    }

    public static long count(Ref thing, int version) {
        return Contribution.count("aboutKind = ?1 and aboutId = ?2 and version = ?3", thing.kind(), thing.id(), version);
    }

    /** Waiting viewpoints of a project: how many, and the day the oldest came in. */
    public record Waiting(long undecided, Optional<LocalDate> oldest) {}

    public static Waiting waiting(Project project) {
        Object[] row = Viewpoint.getEntityManager().createQuery("""
                select count(*), min(v.receivedOn) from Viewpoint v where v.project = ?1 and v.decided = false""",
                Object[].class).setParameter(1, project).getSingleResult();
        return new Waiting((Long) row[0], Optional.ofNullable((LocalDate) row[1]));
    }

    /** The viewpoint to answer next: the oldest waiting one after the given one. */
    public static Optional<Viewpoint> nextUndecided(Project project, long after) {
        return Viewpoint.<Viewpoint>find("""
                from Viewpoint v join fetch v.contribution where v.project = ?1 and v.decided = false and v.id > ?2
                order by v.receivedOn, v.id""", project, after).firstResultOptional();
    }

    public static List<String> topics(Project project) {
        return Viewpoint.getEntityManager().createQuery("""
                select distinct v.topic from Viewpoint v where v.project = ?1 and v.topic <> '' order by v.topic""",
                String.class).setParameter(1, project).getResultList();
    }
}
