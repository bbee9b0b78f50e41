package org.hornsten.input;

import io.quarkus.panache.common.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hornsten.identity.Person;
import org.hornsten.kit.Ref;
import org.hornsten.project.Project;

/** Questions about what was said in a project. */
public final class Contributions {
    /** That an answer to viewpoint {@code v} is waited for; deflected and withdrawn words wait for none. */
    public static final String WAITS = """
            v.decided = false and v.contribution.withdrawnOn is null and v.contribution.deflectedTo is null""";
    /** That staff have to read contribution {@code c} before others do. */
    public static final String HELD = """
            c.moderation.state = 'WAITING' and c.withdrawnOn is null and c.erasedOn is null and c.deflectedTo is null""";
    /** That others than staff may read contribution {@code c}. */
    public static final String OPEN = """
            c.withdrawnOn is null and c.erasedOn is null and c.deflectedTo is null
            and c.moderation.state in ('FREE', 'PASSED')""";
    private static final String ORDERED = "from Contribution c where %s order by c.receivedOn, c.id";

    private Contributions() {}

    public enum State { UNDECIDED, DECIDED, SUSPECT, HELD }

    /** What to look for; nothing chosen means all. Text is looked for in the words, as typed. */
    public record Filter(Optional<State> state, Optional<Channel> channel, Optional<Saying.Kind> kind,
                         Optional<String> language, Optional<String> topic, Optional<String> text) {
        public static Filter all() {
            return new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                    Optional.empty());
        }
    }

    /** One page of a list in the order received, with the id to go on after. */
    public record Found(List<Contribution> items, Optional<String> next, long total) {}

    /** @param after public id of the last one seen, empty from the start */
    public static Found in(Project project, Filter filter, String after, int size) {
        Map<String, Object> with = new HashMap<>();
        String where = where(project, filter, with);
        long total = Contribution.count("from Contribution c where " + where, with);
        if (!after.isEmpty()) {
            where += " and " + """
                    exists (select 1 from Contribution s where s.project = :project and s.publicId = :after
                      and (s.receivedOn < c.receivedOn or s.receivedOn = c.receivedOn and s.id < c.id))""";
            with.put("after", after);
        }
        List<Contribution> items = Contribution.<Contribution>find(ORDERED.formatted(where), with)
                .page(Page.ofSize(size + 1)).list();
        boolean more = items.size() > size;
        List<Contribution> shown = withViewpoints(more ? items.subList(0, size) : items);
        return new Found(shown, more ? Optional.of(shown.get(size - 1).publicId) : Optional.empty(), total);
    }

    /** The same by number of page, from 1, for people who leaf back and forth. */
    public static Found page(Project project, Filter filter, int page, int size) {
        Map<String, Object> with = new HashMap<>();
        String where = where(project, filter, with);
        long total = Contribution.count("from Contribution c where " + where, with);
        List<Contribution> items = Contribution.<Contribution>find(ORDERED.formatted(where), with)
                .page(Page.of(page - 1, size)).list();
        return new Found(withViewpoints(items), Optional.empty(), total);
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
            case UNDECIDED -> "exists (select 1 from Viewpoint v where v.contribution = c and %s)".formatted(WAITS);
            case DECIDED -> "not exists (select 1 from Viewpoint v where v.contribution = c and %s)".formatted(WAITS);
            case SUSPECT -> """
                    exists (select 1 from Answered a where a.viewpoint.contribution = c and a.current = true
                      and a.viewpointFingerprint <> a.viewpoint.fingerprint)""";
            case HELD -> HELD;
        }));
        return String.join(" and ", parts);
    }

    private static String is(String field, Object value, Map<String, Object> with) {
        with.put(field, value);
        return "c." + field + " = :" + field;
    }

    // One more statement for all of them, instead of one each.
    public static List<Contribution> withViewpoints(List<Contribution> items) {
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
        return Contribution.count("aboutKind = ?1 and aboutId = ?2 and version = ?3", thing.kind(), thing.id(),
                version);
    }

    /** Waiting viewpoints of a project: how many, and the day the oldest came in. */
    public record Waiting(long undecided, Optional<LocalDate> oldest) {
        public static Waiting of(List<Viewpoint> waiting) {
            return new Waiting(waiting.size(), waiting.stream().map(v -> v.receivedOn).min(Comparator.naturalOrder()));
        }

        /** Age of the oldest one in days. */
        public long days(LocalDate today) {
            return oldest.map(day -> ChronoUnit.DAYS.between(day, today)).orElse(0L);
        }
    }

    public static Waiting waiting(Project project) {
        Object[] row = Viewpoint.getEntityManager().createQuery(
                "select count(*), min(v.receivedOn) from Viewpoint v where v.project = ?1 and " + WAITS, Object[].class)
                .setParameter(1, project).getSingleResult();
        return new Waiting((Long) row[0], Optional.ofNullable((LocalDate) row[1]));
    }

    /** How many viewpoints about one thing wait for an answer. */
    public static long waiting(Ref thing) {
        return Viewpoint.count("from Viewpoint v where v.contribution.aboutKind = ?1 and v.contribution.aboutId = ?2"
                + " and " + WAITS, thing.kind(), thing.id());
    }

    /** All viewpoints that wait for an answer, in the order in which they are worked through. */
    public static List<Viewpoint> undecided(Project project) {
        return Viewpoint.list("from Viewpoint v join fetch v.contribution c where v.project = ?1 and " + WAITS
                + " order by v.receivedOn, c.id, v.fromChar", project);
    }

    /** The oldest viewpoint that waits for an answer. */
    public static Optional<Viewpoint> first(Project project) {
        return Viewpoint.<Viewpoint>find("from Viewpoint v join fetch v.contribution c where v.project = ?1 and "
                + WAITS + " order by v.receivedOn, c.id, v.fromChar", project)
                .page(Page.ofSize(1)).firstResultOptional();
    }

    /** The oldest that staff have to read before others do. */
    public static Optional<Contribution> firstHeld(Project project) {
        return Contribution.<Contribution>find(ORDERED.formatted("c.project = ?1 and " + HELD), project)
                .page(Page.ofSize(1)).firstResultOptional();
    }

    /** The viewpoint to answer next: the first waiting one after this one, else the first of all. */
    public static Optional<Viewpoint> nextAfter(Viewpoint last) {
        return Viewpoint.<Viewpoint>find("""
                from Viewpoint v join fetch v.contribution c where v.project = ?1 and %s
                order by case when v.receivedOn > ?2 or v.receivedOn = ?2
                       and (c.id > ?3 or c.id = ?3 and v.fromChar > ?4) then 0 else 1 end,
                  v.receivedOn, c.id, v.fromChar""".formatted(WAITS),
                last.project, last.receivedOn, last.contribution.id, last.fromChar)
                .page(Page.ofSize(1)).firstResultOptional();
    }

    /** A topic in use, and how many of its viewpoints wait. */
    public record Topic(String name, long waiting) {
        /** Where all that wait under it are answered together. */
        public String path(Project project) {
            return project.path() + "/input/topics/"
                    + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }

    /** Those with most to answer first. */
    public static List<Topic> topics(Project project) {
        return Viewpoint.getEntityManager().createQuery("""
                select v.topic, sum(case when %s then 1 else 0 end) as waiting from Viewpoint v
                where v.project = ?1 and v.topic <> ''
                group by v.topic order by waiting desc, v.topic""".formatted(WAITS), Object[].class)
                .setParameter(1, project).getResultList().stream()
                .map(row -> new Topic((String) row[0], ((Number) row[1]).longValue())).toList();
    }

    /** All of a person, whoever asks for it, newest first, with their viewpoints. */
    public static List<Contribution> everOf(Person person) {
        return withViewpoints(Contribution.list(
                "from Contribution c join fetch c.project where c.author = ?1 order by c.id desc", person));
    }
}
